import { dateText, monthText } from './numbers.ts';
import { counted } from './plural.ts';

/** Words of typing a paper return and of taking a file of answers. */
export const paperTexts = {
  /** beside the device's name in the history of every answer typed so */
  label: 'с бумаги',
  importer: 'импорт',
  title: 'Ввод с бумаги',
  listTitle: 'Школы без сдачи',
  listLead:
    'Бланк с печатными номерами вводится с клавиатуры: номер показателя, клавиша ответа, Enter. Всё введённое сохраняется сразу и уходит в историю школы с пометкой «с бумаги».',
  blank: 'Бланк для печати',
  blankTitle: 'Бланк самооценки',
  print: 'Напечатать',
  listEmpty: 'Все школы сдали самооценку.',
  listLoading: 'Школы ещё читаются…',
  others: 'Уже сдавшие',
  open: (school: string) => `Ввести бланк: ${school}`,
  enter: 'Ввести бланк',
  schoolTitle: (school: string) => `${school}: ввод с бумаги`,
  lead: 'Клавиша ответа — номер у квадрата на бланке. Enter записывает и открывает следующий вопрос.',
  keys: [
    [['К3-05', '1', 'Enter'], 'перейти и записать,'],
    [['1', 'Enter'], 'записать и дальше,'],
    [['Enter'], 'пропустить,'],
    [['-'], 'не представлено,'],
    [['*'], 'не применимо,'],
    [['+'], 'все,'],
    [['/'], 'стереть.'],
  ] as [string[], string][],
  codesOfOwn: 'Коды стоят на бланке: паспорт П…, показатели К1-01…',
  codes:
    'Коды: паспорт П1–П8 и филиалы Ф, показатели К1-01…, месяцы М09…М07, закрытие года Г0–Г6, экзамены Э, сайт С01…С14.',
  line: 'Строка бланка',
  reasonLine: 'Почему не применимо',
  done: 'Бланк пройден до конца',
  doneText: 'Введите код, чтобы вернуться к строке, или отметьте сдачу ниже.',
  keep: 'Нажмите Enter ещё раз, чтобы записать так, как на бумаге: в расчёт это не войдёт.',
  now: (words: string) => `сейчас: ${words}`,
  nothingYet: 'ещё не введено',
  written: (code: string, words: string) => `${code}: ${words}`,
  writtenTitle: 'Записано, последнее сверху',
  notWritten:
    'Не записано: память браузера не приняла. Строка осталась в поле. Освободите место на диске и нажмите Enter ещё раз.',
  alreadySubmitted: (day: string) =>
    `Школа уже сдала самооценку ${day}. Введённое здесь будет показано как изменённое после сдачи.`,
  names: {
    buildings: 'Сколько зданий, где идут уроки',
    level: 'Уровень школы',
    branches: 'Филиал: название, учеников, педагогов, классов. Пустая строка — дальше.',
    month: (month: string) => `Журналы, ${monthText(month)}`,
    year: 'Сведения о закрытии года',
    exams: 'Экзамены, строка за строкой. Пустая строка — дальше.',
    site: (question: string) => `Адрес страницы: ${question}`,
  },
  hints: {
    count: 'Число.',
    ratio: (total: number | null) =>
      total === null ? 'Число. Сколько всего, в паспорте ещё не введено.' : `Число из ${total}; + все.`,
    date: 'День, например 15.05: год подставится сам.',
    figure: (decimal: boolean) =>
      decimal ? 'Число, можно с запятой: 97,2.' : 'Целое число, может быть и меньше нуля.',
    choices: 'Номера отмеченных через пробел: 1 3.',
    text: 'Слова, как на бланке.',
    month: 'Процент 97,2 или пара 95/98; - данных нет.',
    year: '1 представлены, после запятой дата; 2 не представлены.',
    yearRow: 'Пара 26/26 или одно число, если сколько всего знает паспорт; - нет данных.',
    exams: (kinds: string) =>
      `${kinds}; предмет; день; протокол 1 внесён, 2 частично, 3 не внесён; Б нет балла, И нет «сдал / не сдал», Т и Ш причина. Пример: 1 МАТ 06.06 2 Б. - данных нет.`,
    branches: 'Пример: Начальная школа, 10, 2, 4.',
    address: 'Адрес, как на бланке.',
    reason: 'Без причины «не применимо» не засчитается.',
    document: 'После запятой: № документа и дата.',
  },
  problems: {
    'unknown-code': ({ typed }: { typed: string }) => `«${typed}»: такого кода на бланке нет.`,
    'not-a-key': ({ typed, most }: { typed: string; most: number }) =>
      `«${typed}» здесь не ответ. Клавиши от 1 до ${most}.`,
    'na-critical': () =>
      '«Не применимо» у критического показателя школа выбрать не может: это решает муниципалитет при проверке.',
    'reason-needed': () => 'Впишите причину «не применимо».',
    'looks-personal': () => 'Похоже на имя ученика, родителя или телефон. Уберите личные данные.',
    'not-a-count': ({ typed }: { typed: string }) => `«${typed}»: здесь нужно целое число.`,
    'not-a-figure': ({ typed }: { typed: string }) => `«${typed}»: здесь нужно число.`,
    'not-whole': ({ figure }: { figure: number }) => `${String(figure).replace('.', ',')}: здесь нужно целое число.`,
    'above-total': ({ count, total }: { count: number; total: number }) => `${count} больше, чем в паспорте: ${total}.`,
    'total-unknown': () => 'Сколько всего, в паспорте ещё не введено.',
    'total-differs': ({ typed, total }: { typed: number; total: number }) =>
      `На бланке всего ${typed}, а в паспорте ${total}.`,
    'not-a-date': ({ typed }: { typed: string }) => `«${typed}»: такого дня нет. Например 15.05 или 15.05.2026.`,
    'date-in-future': ({ date, asOf }: { date: string; asOf: string }) =>
      `${dateText(date)} ещё не наступило на отчётную дату ${dateText(asOf)}.`,
    'not-a-percent': ({ typed }: { typed: string }) => `«${typed}»: здесь нужен процент от 0 до 100 или пара 95/98.`,
    'above-whole': ({ part, whole }: { part: number; whole: number }) => `${part} больше, чем всего: ${whole}.`,
    'not-a-pair': ({ typed }: { typed: string }) => `«${typed}»: здесь нужна пара, например 26/26.`,
    'outside-year': ({ date }: { date: string }) => `«${date}»: день не этого учебного года.`,
    'unknown-exam': ({ typed }: { typed: string }) => `«${typed}»: такого экзамена нет.`,
    'unknown-subject': ({ typed, exam }: { typed: string; exam: string }) =>
      `«${typed}»: такого предмета у ${exam} нет, или начало подходит к нескольким.`,
    'exam-without-graduates': ({ exam, grade }: { exam: string; grade: number }) =>
      `${exam}: в паспорте нет выпускников ${grade} класса.`,
    'exam-line': ({ typed }: { typed: string }) =>
      `«${typed}»: после дня бывает число сдававших, протокол 1–3 и буквы Б, И, Т, Ш.`,
    'branch-line': ({ typed }: { typed: string }) =>
      `«${typed}»: впишите название и три числа: учеников, педагогов, классов.`,
    'buildings-there': ({ count }: { count: number }) =>
      `Здания школы уже введены по строкам: ${count}. Они не тронуты.`,
    'not-an-address': ({ typed }: { typed: string }) => `«${typed}»: не похоже на адрес страницы.`,
  },
  missing: (answered: number, of: number) => `Введено ${answered} из ${of} показателей и таблиц`,
  missingList: 'Не хватает:',
  allThere: 'Введено всё.',
  remarks: 'На бумаге не сходится. Сверьте набранное с листом; если на листе так и есть, школа исправит сама',
  conflictsThere: (count: number) =>
    `Два разных ответа: ${counted(count, 'место', 'места', 'мест')}. Решите в проверке, какой верен.`,
  submitTitle: 'Сдано на бумаге',
  signedOn: 'Дата подписи на бумаге',
  signedOnProblem: 'Такой даты нет или она ещё не наступила. Напишите так: 06.07.2026.',
  submit: 'Отметить сдачу с бумаги',
  submitUnfinished: 'Отметить сдачу незаполненного бланка',
  unfinishedNote:
    'Бланк заполнен не до конца. Бумага есть бумага: сдачу можно отметить, незаполненное так и останется незаполненным, вывода не будет.',
  submitted: (day: string) => `Сдача отмечена, лист подписан ${day}.`,
  toReview: 'К проверке школы',
  toList: 'К списку школ',
};

/** Words of taking a file of answers on an officer's device. */
export const importTexts = {
  title: 'Файл ответов',
  lead: 'Файл ответов — JSON «gotovo-answers/1» из другой программы. Сначала видно, что из него будет взято; без вашего слова ничего не меняется.',
  choose: 'Выбрать файл ответов',
  notJson: 'Это не файл ответов: он не читается как JSON. Ничего не взято.',
  fileRefused: 'Файл не взят, ничего не изменилось',
  campaign: (title: string) => `Сбор: ${title}`,
  newCampaign: 'Такого сбора ещё не было: он будет объявлен вместе с ответами.',
  foreignCampaign:
    'Такого сбора ещё не было, а объявить его может только само управление образования этого муниципалитета. Ничего не взято.',
  willTake: (count: number) => `возьмётся ${counted(count, 'значение', 'значения', 'значений')}`,
  same: 'всё это уже есть',
  isNew: 'новая школа, будет добавлена в список',
  refusedSchool: 'в файле есть ошибки, из этой школы ничего не возьмётся',
  unreadable: 'Школа без id',
  warnings: (count: number) => `На заметку: ${count}`,
  take: (count: number) => `Взять ${counted(count, 'школу', 'школы', 'школ')}`,
  taking: (done: number, of: number) => `Записано школ: ${done} из ${of}`,
  taken: (count: number) =>
    `Взято: ${counted(count, 'значение', 'значения', 'значений')}. Всё сохранено на этом устройстве и уйдёт на сервер при связи.`,
  partly: (count: number) =>
    `Записано не всё: ${counted(count, 'значение', 'значения', 'значений')}. Записанное цело. Освободите место на диске и возьмите файл ещё раз: повтор ничего не портит.`,
  nothing: 'Брать нечего.',
};
