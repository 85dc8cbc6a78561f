import { passportTexts } from './passport.ts';

/** What people call the things that change, in lists of changes. */
export const registerTexts = {
  blocks: { JRN: 'Журнал', YEAR: 'Закрытие года', GIA: 'Экзамен', SITE: 'Страница сайта' },
  parts: { evidence: 'подтверждение', comment: 'комментарий' } as Record<string, string>,
  branch: 'Филиал',
  passportOther: 'Паспорт',
  passport: {
    building: 'Здание',
    shortName: passportTexts.shortName,
    address: passportTexts.address,
    municipality: passportTexts.municipality,
    level: passportTexts.level,
    siteUrl: passportTexts.siteUrl,
    inn: passportTexts.inn,
    sedSystem: passportTexts.system,
    sedVendor: passportTexts.sedVendor,
    sedUrl: passportTexts.sedUrl,
    operatorRegNo: passportTexts.operatorRegNo,
  },
};
