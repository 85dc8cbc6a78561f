import { monitoringFormTexts } from './monitoring-form.ts';

/** Words of the print screen. */
export const printTexts = {
  title: 'Печать',
  lead: {
    'score-sheet': 'Один лист А4 для подписи: вывод с причинами, баллы, замечания со сроками.',
    'filled-form': 'Всё, что введено, целиком: паспорт, ответы с подтверждениями и комментариями, таблицы.',
    'blank-form': 'Чистый бланк для тех, кто отвечает на бумаге. Номера у квадратов — клавиши быстрого ввода.',
    'monitoring-form': monitoringFormTexts.lead,
  } as Record<string, string>,
  notSent: 'На листе стоит «не отправлено». После отправки напечатайте его ещё раз.',
  what: 'Что напечатать',
  which: 'Какие ответы',
  asNow: 'Как сейчас',
  asSubmitted: (day: string) => `Как сдано ${day}`,
  print: 'Печать',
  link: 'Напечатать лист самооценки',
  linkToForms: 'Напечатать форму',
  preview: (title: string) => `${title}: так это выйдет на бумаге`,
};
