import { counted } from './plural.ts';

/** Words of the region's screen of its project: the network report, the passport, the register of sites. */
export const networkScreenTexts = {
  title: 'Сеть площадок проекта',
  onlyRegion: 'Сеть площадок и\u00a0сводный отчёт по\u00a0ней ведёт регион.',
  campaign: 'Кампания',
  making: 'Составляем отчёт…',
  noCampaign: 'Отчёт площадки пока ни\u00a0у\u00a0кого не\u00a0собирают: его включают в\u00a0кампанию.',
  parts: 'Что показать',
  part: { report: 'Сводный отчёт', project: 'Паспорт и\u00a0разделы', sites: 'Реестр площадок' },
  response: (n: number, of: number, sent: number) =>
    `В\u00a0срок сдали ${n}\u00a0из\u00a0${of}, всего прислали ${counted(sent, 'отчёт', 'отчёта', 'отчётов')}.`,
  preview: 'Сводный отчёт, как он будет напечатан',
  passport: 'Паспорт проекта',
  passportHint:
    'Вводится один раз и\u00a0стоит в\u00a0начале каждого сводного отчёта. Виден только устройствам региона.',
  contactsHint: 'Служебные телефон и\u00a0почта.',
  ownWords: (schoolYear: string) => `Разделы региона за\u00a0${schoolYear}`,
  ownWordsHint: 'Печатаются в\u00a0конце отчёта, каждый абзац с\u00a0новой строки.',
  sections: {
    events: 'Мероприятия региона',
    problems: 'Проблемы',
    tasks: 'Задачи на\u00a0следующий год',
  },
  sites: (count: number) => `Реестр: ${counted(count, 'площадка', 'площадки', 'площадок')}`,
  sitesHint:
    'По\u00a0реестру считается, от\u00a0скольких площадок ждут отчёт. Пока он пуст, сетью считаются школы, у\u00a0которых собирают отчёт. Школа видит свою строку.',
  school: 'Школа',
  addSite: 'Добавить площадку',
  head: ['Площадка', 'Соглашение', 'Техническое задание', 'Задание с', 'Задание по', 'Вошла', 'Вышла'],
  noSchool: (id: string) => `${id}: такой школы в\u00a0списке нет`,
  removing: 'Убрать из\u00a0реестра',
  remove: (name: string) => `Убрать из\u00a0реестра: ${name}`,
  removed: 'Площадка убрана из\u00a0реестра.',
  undo: 'Вернуть',
  badDay: 'Это не\u00a0день. Нужно как 15.05.2026.',
  unsaved: 'Не\u00a0сохранилось. Текст в\u00a0поле цел, попробуйте ещё раз.',
};
