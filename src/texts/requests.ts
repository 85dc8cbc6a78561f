import { counted } from './plural.ts';

const themes = {
  timetable: 'расписание и звонки',
  parentVisits: 'статистика посещений родителями',
  subgroups: 'подгруппы',
  dataTransfer: 'передача данных на сервер школы',
  planning: 'тематическое планирование',
  signIn: 'вход и пароли',
  reports: 'отчёты и ведомости',
  speed: 'скорость и сбои',
  other: 'другое',
};
const kinds = { wish: 'пожелание', fault: 'неисправность' };
const vendors = {
  tes: '«Томская электронная школа»',
  dnevnikRu: 'Дневник.ру',
  irtech: 'ИРТех',
  other: 'Другие системы',
};

/** Words about requests to vendors of grade-book systems: a school's, an officer's, and the list that goes to the vendor. */
export const requestsTexts = {
  title: 'Запросы поставщику журнала',
  lead: 'Чего не хватает в системе журнала и что в ней не работает. Муниципалитет и регион соберут такие запросы от школ и передадут поставщику. Каждое поле сохраняется само.',
  link: 'Запросы поставщику журнала',
  add: 'Добавить запрос',
  none: 'Запросов пока нет.',
  themes,
  kinds,
  vendors,
  system: 'Система',
  kind: 'Что это',
  theme: 'О чём',
  text: 'Суть',
  textHint: 'Коротко и без имён: что сделать или что не работает.',
  number: (at: number) => `Запрос ${at}`,
  of: (name: string, part: string) => `${name}: ${part}`,
  withdraw: (name: string) => `Отозвать: ${name}`,
  withdrawn: 'Запрос отозван.',
  undo: 'Вернуть',
  noted: (on: string) => `записан ${on}`,
  waiting: 'Ответа поставщика ещё нет.',
  answer: (text: string) => `Ответ поставщика: ${/[.!?…]$/.test(text) ? text : `${text}.`}`,
  answerBy: (on: string) => `Срок: ${on}.`,
  toPassport: 'К паспорту школы',
  office: {
    title: 'Запросы поставщикам',
    heading: (requests: number, schools: number, of: number) =>
      requests === 0
        ? 'Запросов от школ ещё нет'
        : `${counted(requests, 'запрос', 'запроса', 'запросов')} от ${schools} из ${counted(of, 'школы', 'школ', 'школ')}`,
    lead: 'Сначала то, о чём пишет больше школ. Список уходит поставщику таблицей; её же, с ответами, можно взять обратно.',
    back: 'Срок',
    vendor: (name: string, schools: number, of: number) =>
      `${name}: ${schools} из ${counted(of, 'школы', 'школ', 'школ')}`,
    theme: (name: string, schools: number, requests: number) =>
      `${name}: ${counted(schools, 'школа', 'школы', 'школ')}, ${counted(requests, 'запрос', 'запроса', 'запросов')}`,
    narrow: 'Поставщик',
    all: 'все',
    own: 'Отметить свой запрос',
    ownName: 'отдел',
    keep: 'Записать',
    kept: 'Запрос записан.',
    notKept: 'Запрос не записан. Он остался в полях, попробуйте ещё раз.',
    takeAnswers: 'Взять таблицу с ответами',
    reading: 'Читаем таблицу…',
    unreadable: 'Это не таблица xlsx или CSV, или она повреждена. Ничего не изменилось.',
    noTable: 'В таблице нет столбцов «Код», «Суть» и «Ответ». Ничего не изменилось.',
    loadFailed: 'Нет связи, а чтение таблиц ещё не загружено. Ничего не изменилось. Попробуйте, когда появится сеть.',
    found: (answers: number, known: number, silent: number) =>
      `Новых ответов: ${answers}. Уже известны: ${known}. Без ответа: ${silent}.`,
    take: (answers: number) => `Взять ${counted(answers, 'ответ', 'ответа', 'ответов')}`,
    taken: (done: number) =>
      `Взято и сохранено: ${counted(done, 'ответ', 'ответа', 'ответов')}. Школы увидят их при обмене.`,
    takenPartly: (done: number, of: number) =>
      `Сохранено ответов: ${done} из ${of}. Возьмите таблицу ещё раз: повтор ничего не испортит.`,
    problems: 'Эти строки не взяты',
    problemWords: {
      'unknown-request': ({ id }: { id: string }) => `Запроса с кодом ${id} нет.`,
      'text-changed': ({ id }: { id: string }) =>
        `Запрос ${id}: его суть с тех пор изменилась, ответ мог быть о другом.`,
      'not-a-day': ({ id, typed }: { id: string; typed: string }) =>
        `Запрос ${id}: срок «${typed}» не читается. Пишите день.месяц.год.`,
      'request-twice': ({ id }: { id: string }) => `Запрос ${id} стоит в таблице второй раз.`,
    },
  },
  list: {
    title: (place: string) => `Запросы школ поставщикам систем журнала. ${place}`,
    section: 'Запросы',
    on: (day: string) => `на ${day}`,
    none: 'Запросов нет.',
    caption: (vendor: string, schools: number, of: number) =>
      `${vendor}: пишут ${schools} из ${counted(of, 'школы', 'школ', 'школ')}`,
    heads: {
      no: '№',
      theme: 'О чём',
      kind: 'Что это',
      text: 'Суть',
      from: 'Кто пишет',
      on: 'Записан',
      answer: 'Ответ',
      by: 'Срок',
      id: 'Код',
    },
    file: (day: string) => `zaprosy-${day}`,
  },
};
