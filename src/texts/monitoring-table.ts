import { counted } from './plural.ts';

const whys = {
  'no-table': 'таблица на листе не найдена',
  'above-head': 'выше таблицы',
  'not-taken': 'графа не берётся',
  total: 'итоговая строка: считается сама',
  note: 'примечание под таблицей или заголовок',
  'no-name': 'в строке нет школы',
  'no-school': 'школа или филиал не берётся',
  'no-place-for-it': 'такого муниципалитета в списке нет',
};

/** Words of the region's table brought from a spreadsheet: what was understood, what is doubtful, what is taken. */
export const tableTexts = {
  title: 'Таблица мониторинга из файла',
  lead: 'Таблица в 25 граф из Excel или CSV: за прошлый год или от школ, которые работают в своей таблице. Сначала видно, что понято; без вашего слова ничего не записывается.',
  open: 'Таблица мониторинга из Excel',
  rows: 'Проверка и передача мониторинга',
  campaign: 'В какой сбор взять',
  past: 'Прошлый сбор, которого здесь ещё нет',
  year: 'Учебный год таблицы',
  yearHint: 'Например, 2025/2026. Сбор появится в списке вместе с таблицей, школам он не объявляется заново.',
  noYear: 'Напишите два года подряд, например 2025/2026.',
  pastTitle: (year: string) => `Мониторинг ${year}`,
  choose: 'Выбрать файл таблицы',
  reading: 'Читаю файл…',
  problems: {
    unreadable:
      'Файл не читается как таблица. Ничего не взято. Сохраните его в Excel как .xlsx или .csv и выберите снова.',
    'load-failed': 'Часть программы для чтения xlsx не пришла. Ничего не взято. Повторите, когда будет связь.',
    'too-long': 'В таблице больше 20\u00a0000 строк. Ничего не взято. Уберите лишние строки и выберите файл снова.',
    csv: (row: number) => `Строка ${row}: кавычка без пары. Ничего не взято. Исправьте её и выберите файл снова.`,
  },
  noTable: 'В файле не найдено ни одной строки с названиями граф. Ничего не взято. Проверьте, тот ли это файл.',
  schools: (found: number, of: number) => `Школ найдено: ${found} из ${of}`,
  missing: (count: number) => `Нет в файле: ${counted(count, 'школа', 'школы', 'школ')}`,
  values: (count: number) => `Значений понято: ${count}`,
  decided: (done: number, of: number) => `Решено сомнений: ${done} из ${of}`,
  noDoubts: 'Сомнений нет',
  unread: (count: number) => `Не прочитано и не берётся: ${counted(count, 'место', 'места', 'мест')}`,
  unreadLine: (key: string, why: keyof typeof whys, stood: string) => `${key}, ${whys[why]}: «${stood}»`,
  kept: 'Ваши решения сохранены. Можно уйти и вернуться: выберите тот же файл, и решённое останется решённым.',
  notKept: 'Решение не сохранилось: на этом устройстве нет места. Пока страница открыта, оно действует.',
  doubt: (number: number, of: number) => `Сомнение ${number} из ${of}`,
  stood: (key: string, stood: string) => `В ячейке ${key.split('#')[0]} стоит «${stood}».`,
  empty: 'пусто',
  about: {
    column: 'Какая это графа?',
    school: 'Какая это школа?',
    twice: 'Эта школа выше уже была. Чья это строка?',
    branch: (school: string) => `${school}: какой это филиал?`,
    cell: (whose: string, column: string) => `${whose}, графа ${column}: что взять?`,
  },
  column: (id: string, title: string) => `${id}. ${title}`,
  newBranch: 'новый филиал, добавить в паспорт школы',
  notTaken: 'не брать',
  otherSchool: 'другая школа из списка',
  pick: 'Из списка',
  pickNone: 'не выбрано',
  chooseCampaign: 'Скажите выше, за какой учебный год эта таблица.',
  nothingNew: 'Всё это уже есть, брать нечего.',
  privates: (count: number) =>
    `${counted(count, 'контакт', 'контакта', 'контактов')} сотрудников из таблицы не берётся: они хранятся отдельно от ответов, школа вводит их сама.`,
  typed: 'Число',
  typedOther: 'другое число',
  decide: 'Решить и дальше',
  nothingChosen: 'Выберите один из ответов.',
  notFitting: 'Такое число здесь не подходит: нужно целое.',
  proposed: 'предложено',
  all: 'Решённое',
  again: 'Решить заново',
  againFor: (key: string) => `Решить заново, ${key}`,
  decidedLine: (key: string, stood: string, said: string) => `${key}, «${stood}»: ${said}`,
  event: (title: string, pupils: number | undefined, teachers: number | undefined) =>
    [title, pupils === undefined ? '' : `учеников ${pupils}`, teachers === undefined ? '' : `педагогов ${teachers}`]
      .filter(Boolean)
      .join(', '),
  module: (name: string, vendor: string, classes: number | undefined) =>
    [name, vendor, classes === undefined ? '' : `классов ${classes}`].filter(Boolean).join(', '),
  first: (open: number) =>
    `Взять пока нельзя: ${open === 1 ? 'осталось' : 'осталось решить'} ${counted(open, 'сомнение', 'сомнения', 'сомнений')}.`,
  unfinished: (file: string, open: number) =>
    `Таблица «${file}» не взята: не решено ${counted(open, 'сомнение', 'сомнения', 'сомнений')}. Выберите её снова, решённое сохранено.`,
  cli: {
    doubt: (stood: string, question: string, choices: string) => `${stood} ${question} ${choices}`,
    choice: (value: string, said: string) => (value === said ? value : `${value}: ${said}`),
    nothingTaken: (open: number) =>
      `ничего не взято: не решено ${counted(open, 'сомнение', 'сомнения', 'сомнений')}. Решения пишутся в файл --answers: {"ячейка": значение или null}`,
    noCampaign: (id: string) => `кампания «${id}» не собирает мониторинг: проверьте --campaign`,
    unusable: 'решения в --answers должны быть записью {"ячейка": значение}',
    unknownCell: (key: string) => `в решениях есть ячейка ${key}, о которой не спрашивали`,
  },
};
