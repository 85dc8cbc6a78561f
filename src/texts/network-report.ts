import { counted, plural } from './plural.ts';

const sites = (count: number): string => counted(count, 'площадка', 'площадки', 'площадок');
const reports = (count: number): string => counted(count, 'отчёт', 'отчёта', 'отчётов');

/** Words of the network report: what all project sites of a region have done in a year. */
export const networkTexts = {
  title: (region: string, schoolYear: string) =>
    `Сводный отчёт о\u00a0работе сети площадок проекта: ${region}, ${schoolYear}\u00a0учебный год`,
  headings: {
    project: '1. Паспорт проекта',
    response: '2. Сеть и\u00a0отчёты',
    figures: '3. Показатели',
    events: '4. Мероприятия площадок',
    practices: '5. Лучшие практики',
    publications: '6. Публикации',
    region: '7. Мероприятия региона',
    problems: '8. Проблемы',
    tasks: '9. Задачи на\u00a0следующий год',
  },
  project: {
    name: 'Проект',
    holder: 'Держатель проекта',
    address: 'Юридический адрес',
    grounds: 'Основания',
    head: 'Руководитель',
    coordinators: 'Координаторы',
    aim: 'Цель',
    tasks: 'Задачи',
    term: 'Сроки',
    directions: 'Основные направления',
    performers: 'Исполнители',
    results: 'Ожидаемые результаты',
  },
  noProject: 'Паспорт проекта не\u00a0заполнен.',
  rounding:
    'Доли указаны в\u00a0целых процентах, половина округляется вверх. Рядом с\u00a0каждой долей — сколько площадок из\u00a0скольких. Доли по\u00a0системам дополнены до\u00a0100\u00a0% по\u00a0наибольшим остаткам.',
  network: (count: number, hasRegister: boolean) =>
    hasRegister
      ? `В\u00a0реестре площадок ${sites(count)}.`
      : `Реестр площадок не\u00a0ведётся: сетью считаются школы, у\u00a0которых собирают отчёт, ${sites(count)}.`,
  movement: (before: number, left: number, joined: number, now: number) =>
    `С\u00a0начала учебного года: было ${sites(before)}, вышло ${left}, вошло ${joined}, стало ${now}.`,
  byAgreement: (three: number, two: number) =>
    `По\u00a0трёхсторонним соглашениям работает ${three}, по\u00a0двусторонним ${two}.`,
  noNetwork: 'Площадок нет: реестр пуст, и\u00a0отчёт ни\u00a0у\u00a0кого не\u00a0собирают.',
  response: (n: number, of: number, percent: number, due: string) =>
    `${due === '' ? 'Получено в\u00a0срок' : `Получено до\u00a0${due} включительно`}: ${reports(n)}, ${percent}\u00a0% от\u00a0сети (${n}\u00a0из\u00a0${of}).`,
  late: (names: string, count: number) =>
    `После срока: ${reports(count)} (${names}). В\u00a0число полученных в\u00a0срок не\u00a0входят.`,
  undated: (count: number) =>
    `День получения неизвестен: ${reports(count)}, ${plural(count, 'считается полученным', 'считаются полученными', 'считаются полученными')} в\u00a0срок.`,
  silent: (names: string, count: number) => `Не\u00a0представили отчёт (${count}): ${names}.`,
  outsiders: (names: string, count: number) =>
    `Прислали отчёт, но\u00a0в\u00a0реестре площадок их\u00a0нет (${count}): ${names}. В\u00a0числа не\u00a0входят.`,
  nobody: 'Отчётов ещё нет: показатели не\u00a0считаются.',
  base: (count: number) => `Все доли ниже — от\u00a0сдавших отчёт: ${sites(count)}.`,
  tables: {
    municipalities: 'Отчёты по\u00a0муниципалитетам',
    systems: 'Сдавшие отчёт по\u00a0системам',
    figures: 'Показатели площадок',
    items: 'По\u00a0пунктам перечней',
    sums: 'Всего по\u00a0сети',
    sites: 'Площадки',
  },
  municipality: 'Муниципалитет',
  inNetwork: 'Площадок в\u00a0сети',
  sentInTime: 'Сдали в\u00a0срок',
  sent: 'Сдали всего',
  shareOfNetwork: 'В\u00a0срок, от\u00a0сети',
  total: 'Всего',
  system: 'Система',
  unknownSystem: 'не\u00a0указана',
  sitesHead: 'Площадок',
  shareOfSent: 'Доля от\u00a0сдавших отчёт',
  figure: 'Показатель',
  item: 'Пункт',
  what: 'Что',
  howMany: 'Сколько',
  parts: 'В\u00a0том числе',
  outOf: (n: number, of: number) => `${n}\u00a0из\u00a0${of}`,
  part: (column: string, counts: string) => `${column.toLowerCase()}: ${counts}`,
  count: (option: string, count: number) => `${option}\u00a0—\u00a0${count}`,
  site: 'Площадка',
  noRows: {
    events: 'Мероприятий не\u00a0указано.',
    practices: 'Практик не\u00a0указано.',
    publications: 'Публикаций не\u00a0указано.',
  },
  nothing: '—',
  agreement: 'Соглашение',
  report: 'Отчёт',
  inTimeOn: (day: string) => (day === '' ? 'в\u00a0срок' : day),
  lateOn: (day: string) => `${day}, после\u00a0срока`,
  notSent: 'нет',
  appendix: 'Приложение. Площадки проекта',
  signer: 'Руководитель проекта',
  signFields: ['подпись', 'фамилия, инициалы', 'дата'],
  footer: (sent: number, of: number, day: string) => `Отчёты площадок: ${sent}\u00a0из\u00a0${of}, на\u00a0${day}`,
  form: (version: number) => `форма отчёта, версия\u00a0${version}`,
};
