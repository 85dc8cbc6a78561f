import { counted } from './plural.ts';
import { authorWords } from './registers.ts';

/** Words of the criterion's page and its indicators. */
export const criterionTexts = {
  crumb: (at: number, of: number, weight: number | null) =>
    weight === null ? `раздел ${at} из ${of}` : `критерий ${at} из ${of}, вес ${weight} из 100`,
  filled: (answered: number, of: number) => `Заполнено ${answered} из ${of}`,
  toUnanswered: 'К незаполненному',
  critical: 'критический',
  weight: (points: number) => `вес ${points}`,
  all: (total: number) => `Все ${total}`,
  fromPassport: (total: number) => `${total} — из паспорта школы`,
  needPassport: 'Сначала впишите общее число в паспорт школы. Ваше число сохранено и начнёт считаться.',
  toPassport: 'Открыть паспорт',
  naReason: 'Почему не применимо',
  naHint: 'Без причины ответ не засчитается. Муниципалитет может не согласиться.',
  notProvidedHint: '«Не представлено» — не то же, что «нет»: балл 0, в справке школа попадёт в число не представивших.',
  hidden: (id: string, source: string, answers: string) => `${id} появится, если в ${source} ответить ${answers}.`,
  hiddenBy: (id: string, sources: string) => `${id} спрашивается не всегда: это зависит от ответов в ${sources}.`,
  toDo: 'Что сделать:',
  checkFailed: { error: 'Ответы расходятся: до сдачи это нужно исправить', warning: 'Ответы расходятся: проверьте' },
  evidence: 'Подтверждение и примечание',
  document: 'Документ, №',
  date: 'Дата',
  link: 'Ссылка',
  note: 'Примечание к подтверждению, без фамилий',
  comment: 'Комментарий для муниципалитета, без фамилий',
  laws: 'Нормы:',
  lawsMore: 'Нормы подробно',
  checkedOn: (day: string) => `проверено ${day}`,
  saved: (when: string) => `сохранено ${when}`,
  savedAsTyped: (when: string) => `сохранено как введено ${when}`,
  notSaved: 'не сохранено',
  notAnswered: 'не заполнено',
  history: (count: number) => `история: ${counted(count, 'запись', 'записи', 'записей')}`,
  historyOf: (name: string) => `, ${name}`,
  talk: (count: number) =>
    count === 0 ? 'Написать муниципалитету' : `переписка: ${counted(count, 'сообщение', 'сообщения', 'сообщений')}`,
  historyLine: (who: string, label: string, when: string) => `${authorWords(who, label)}, ${when}`,
  rowConflict: (what: string) => `${what}: два разных ответа. Сохранены оба, ничего не потеряно`,
  conflictTitle: 'Два разных ответа. Сохранены оба, ничего не потеряно',
  conflictNote: 'Пока не выбран один, в расчёт идёт меньший.',
  choose: (words: string) => `Верный ответ: ${words}`,
  writeFailed: {
    'disk-full': 'Этот ответ не записан: на диске нет места',
    'storage-failed': 'Этот ответ не записан: хранилище браузера не отвечает',
    'newer-data': 'Этот ответ не записан: открыта старая версия программы',
  },
  writeFailedText:
    'Он виден на экране и держится в памяти, пока вкладка открыта. Остальные записи целы. Освободите место на диске или сохраните файл, потом нажмите «Записать ещё раз».',
  olderTabText: 'Он виден на экране. Остальные записи целы. Что делать, сказано вверху страницы.',
  again: 'Записать ещё раз',
  saveFile: 'Сохранить в файл',
  problems: {
    'above-total': (count: number, total: number) =>
      `${count} больше, чем в паспорте: ${total}. Исправьте число здесь или в паспорте. Пока в расчёт не входит.`,
    'not-whole': (figure: string) => `${figure}: здесь нужно целое число. Сохранено как есть, в расчёт пока не входит.`,
    constraint: (message: string) =>
      message === ''
        ? 'Такой ответ не подходит под условие формы. Он сохранён, в расчёт пока не входит.'
        : `${message} Ответ сохранён, в расчёт пока не входит.`,
    'total-zero': 'В паспорте стоит 0. Для критического показателя это ошибка: исправьте паспорт.',
    'date-in-future': (day: string) => `${day} ещё не наступило. Впишите день, который уже был. Балл пока 0.`,
    'na-critical': '«Не применимо» для критического показателя решает муниципалитет. Выберите другой ответ.',
    'na-without-reason': 'Впишите причину: без неё ответ не засчитается.',
    'unknown-value': 'Ответ записан другой версией программы и сохранён как есть. Здесь он не считается.',
  },
  shares: {
    full: 'полный балл',
    half: 'половина балла',
    none: 'балл 0',
    part: (share: string) => `балл ${share}`,
    informs: 'на балл не влияет',
  },
  ofBuildings: (count: number) => `на ${counted(count, 'здание', 'здания', 'зданий')}`,
  blocks: 'Критический показатель: с таким ответом школа не готова, сколько бы ни было баллов.',
  caps: 'Критический показатель: вывод будет не выше «готова частично».',
  openTable: 'Открыть таблицу',
  noTable: 'таблица ещё не заполнена',
  noAnswers: 'ещё не на все вопросы есть ответ',
  fromAnswers: 'вычислено из ответов',
  mayStayEmpty: 'можно не заполнять',
  fromTable: 'вычислено из таблицы',
  next: (title: string) => title,
};

/** Words of the search over indicators and of the keys. */
export const searchTexts = {
  label: 'Найти показатель',
  placeholder: (id: string) => `${id} или слово`,
  nothing: (words: string) => `По слову «${words}» ничего нет. Попробуйте другое слово или номер, например К7-03.`,
  criteria: 'Критерии',
  keyNext: 'следующий незаполненный',
  keyArrows: 'выбор ответа',
  keySearch: 'поиск',
};
