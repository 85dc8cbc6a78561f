import { passportTexts } from './passport.ts';

/** What people call the things that change and what stands in them, in lists of changes. */
export const registerTexts = {
  month: (month: string) => `Журнал, ${month}`,
  exam: (exam: string, subject: string, day: string) => `${exam}, ${subject} ${day}`,
  noExams: 'Сведения об экзаменах',
  page: (id: string) => `Страница сайта ${id}`,
  year: 'Закрытие года',
  yearDay: 'Закрытие года, дата представления',
  yearRow: (title: string) => `Закрытие года: ${title}`,
  reported: 'представлены',
  notReported: 'не представлены',
  of: 'из',
  siteStates: {
    ok: 'сведения на месте',
    partly: 'сведения неполные',
    stale: 'сведения устарели',
    broken: 'ссылка не открывается',
    missing: 'сведений нет',
  } as Record<string, string>,
  parts: {
    evidence: 'подтверждение',
    comment: 'комментарий',
    state: 'проверка',
    check: 'проверка',
    return: 'возврат',
    talk: 'сообщение',
  } as Record<string, string>,
  task: (id: string) => `Предложение ${id}`,
  siteReport: (number: string) => `Отчёт площадки, ${number}`,
  nothing: 'ничего нет',
  taskDone: 'сделано',
  taskNotDone: 'не сделано',
  extension: 'Срок для школы',
  confirmed: 'подтверждено',
  disputed: (words: string) => `иначе: ${words}`,
  branch: 'Филиал',
  /** `column`: its number, or the code of a check that was confirmed */
  monitoring: (column: string, ofBranch: boolean) =>
    column === 'twins'
      ? 'Форма региона, строки одного филиала'
      : `Форма региона, ${/^\d/.test(column) ? 'графа' : 'проверка'} ${column}${ofBranch ? ', филиал' : ''}`,
  twins: { two: 'разные филиалы', one: 'считается одна из\u00a0строк' },
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
  placeFigures: {
    lessonsHeld: 'идут уроки',
    lan: 'локальная сеть',
    teacherPcs: 'ПК учителей',
    pupilPcs: 'ПК учеников',
    pupils: 'учеников',
    teachers: 'педагогов',
    classes: 'классов',
  },
};

/** Who and on which device; an import is called the same twice and named once. */
export const authorWords = (who: string, label: string): string => (who === label ? who : `${who}, ${label}`);
