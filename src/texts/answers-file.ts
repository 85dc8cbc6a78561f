import { monitoringTexts } from './monitoring.ts';
import { decimal, shownId } from './numbers.ts';
import { counted } from './plural.ts';
import { siteReportTexts } from './site-report.ts';

const figures: Readonly<Record<string, string>> = {
  pupils: 'учеников',
  teachers: 'педагогов',
  staffWithAccess: 'работников с доступом',
  classes: 'классов',
  grad9: 'выпускников 9 класса',
  grad11: 'выпускников 11 класса',
  buildings: 'зданий',
  'building:': 'зданий',
};
const figureName = (name: string): string => figures[name.replace('-/passport/', '')] ?? name;

const expected = {
  text: 'текст в кавычках',
  count: 'целое число от 0',
  whole: 'целое число',
  number: 'число без кавычек',
  boolean: 'true или false',
  list: 'список [ … ]',
  object: 'запись { … }',
};
const fields = { name: 'название', shortName: 'краткое название', address: 'адрес', parent: 'parent' };
const tables = { buildings: 'зданий', branches: 'филиалов' };
const reasons = {
  'date-in-future': 'этот день наступит после отчётной даты',
  'total-unknown': 'в паспорте нет общего числа',
  'total-zero': 'в паспорте стоит 0, для критического показателя это ошибка',
  'month-not-begun': 'на отчётную дату этот месяц ещё не начался',
};

const inQuotes = (value: unknown): string =>
  typeof value === 'string' ? `«${value}»` : typeof value === 'number' ? decimal(value) : JSON.stringify(value);
const rowName = (id: string): string => shownId(id.replace('JRN:', ''));

/** Words about a file of answers: a sentence for everything that keeps a value out, and for everything worth knowing. */
export const answersFileTexts = {
  at: (path: string, sentence: string) => `${path}: ${sentence}`,
  fileRefused: 'Файл не взят, ничего не изменилось.',
  schoolRefused: (place: string) => `${place}: в файле есть ошибки, из этой школы ничего не взято.`,
  schoolUnreadable: 'Школа без id: из неё ничего не взято.',
  schoolTaken: (place: string, count: number) =>
    `${place}: взято ${counted(count, 'значение', 'значения', 'значений')}.`,
  problems: {
    'not-an-answers-file': () => 'это не файл ответов: в нём нет «format»: «gotovo-answers/1».',
    'newer-format': ({ format }: { format: string }) => `формат ${format} новее этой программы. Обновите программу.`,
    missing: () => 'этого не хватает.',
    'wrong-type': (facts: { expected: keyof typeof expected }) => `здесь нужно: ${expected[facts.expected]}.`,
    'unknown-field': ({ name }: { name: string }) => `поля «${name}» в этом месте не бывает.`,
    'unknown-option': ({ value, allowed }: { value: unknown; allowed: readonly string[] }) =>
      `${inQuotes(value)} здесь не бывает. Бывает: ${allowed.join(', ')}.`,
    'out-of-range': ({ value, least, most }: { value: unknown; least: number; most: number }) =>
      `${inQuotes(value)} не подходит: нужно от ${decimal(least)} до ${decimal(most)}.`,
    'too-long': ({ most }: { most: number }) => `слишком длинно: не больше ${most} знаков.`,
    'not-an-id': () => 'такой id не подходит: латинские буквы, цифры и дефис, не длиннее 40 знаков.',
    'not-a-date': () => 'такого дня нет. Пишите год-месяц-день, например 2017-05-15.',
    'not-a-month': () => 'такого месяца нет. Пишите год-месяц, например 2016-09.',
    'not-a-school-year': () => 'такого учебного года нет. Пишите два года подряд, например 2016/2017.',
    'not-a-form': () => 'форма пишется с версией, например readiness@1.',
    'form-version': ({ asked, known }: { asked: string; known: string }) =>
      `версии ${asked} эта программа не знает, она знает ${known}. Обновите программу.`,
    'other-form': ({ name }: { name: string }) =>
      `этот сбор объявлен с другой формой ${name}: имя и версия те же, содержание иное. Возьмите файл, составленный по объявленной форме.`,
    'form-twice': ({ name }: { name: string }) =>
      `под именем ${name} опубликованы две разные формы. Укажите в файле formHash той, по которой отвечали.`,
    'unknown-place': ({ id }: { id: string }) => `места «${id}» нет в списке. Сначала возьмите файл мест.`,
    'place-of-wrong-kind': ({ id }: { id: string }) => `место «${id}» здесь не годится: оно другого вида.`,
    'place-outside-campaign': ({ id, municipality }: { id: string; municipality: string }) =>
      `школа «${id}» не относится к «${municipality}», где идёт сбор.`,
    'unknown-indicator': ({ id }: { id: string }) => `показателя ${id} в форме нет. Номер пишется латинской буквой K.`,
    'unknown-check': ({ id }: { id: string }) => `проверки сайта ${id} в форме нет.`,
    'unknown-column': ({ id }: { id: string }) => `графы ${id} в форме нет.`,
    'unknown-system': ({ id, known }: { id: string; known: readonly string[] }) =>
      `системы «${id}» нет в словаре региона. ${
        known.length > 0 ? `Свои системы региона: ${known.join('; ')}.` : 'Своих систем регион не добавлял.'
      } Добавляют их на странице «Системы школ».`,
    'unknown-row': ({ id }: { id: string }) => `строки ${id} в закрытии года нет.`,
    'unknown-branch': ({ id }: { id: string }) => `филиала «${id}» нет ни в файле, ни в паспорте.`,
    'unknown-exam': ({ exam }: { exam: string }) => `экзамена «${exam}» в форме нет.`,
    'unknown-subject': ({ subject, exam }: { subject: string; exam: string }) =>
      `предмета «${subject}» у экзамена ${exam} нет.`,
    computed: ({ id }: { id: string }) => `${shownId(id)} вычисляется из таблицы, ответа у него нет.`,
    'na-critical': () => '«не применимо» для критического показателя школа выбрать не может.',
    'na-without-reason': () => '«не применимо» без причины не берётся.',
    'above-total': ({ count, total }: { count: number; total: number }) => `${count} больше, чем всего: ${total}.`,
    'total-differs': ({ total, passport }: { total: number; passport: number }) =>
      `всего ${total}, а в паспорте ${passport}. Исправьте одно из двух.`,
    'full-without-total': () => '«full» значит «все», а сколько всего, в паспорте не сказано.',
    'month-outside-year': ({ month, schoolYear }: { month: string; schoolYear: string }) =>
      `месяц ${month} не спрашивается в ${schoolYear} учебном году.`,
    'date-outside-year': ({ date, schoolYear }: { date: string; schoolYear: string }) =>
      `день ${date} не из ${schoolYear} учебного года.`,
    'exam-without-graduates': ({ exam, grade }: { exam: string; grade: number }) =>
      `${exam} не может быть: в паспорте нет выпускников ${grade} класса.`,
    'row-twice': () => 'это уже есть выше. Одна и та же строка дважды не берётся.',
  },
  /** what a cross-check of the region's form says; `system`: the words of a system's id */
  crossCheck: (
    facts: {
      check: string;
      isError: boolean;
      branch: string | null;
      columns: readonly string[];
      values: readonly unknown[];
    },
    system: (id: string) => string,
  ) =>
    `${facts.check}${facts.isError ? '' : ', предупреждение'}: ${monitoringTexts.check({ ...facts, code: facts.check }, system)}`,
  warnings: {
    'block-not-taken': ({ name }: { name: string }) => `раздел «${name}» не взят: такой формы здесь не собирают.`,
    'computed-not-taken': ({ id }: { id: string }) =>
      /^\d+$/.test(id)
        ? `графа ${id} не взята: она берётся из списка мест.`
        : `${id} не взято: вычисляется из таблицы экзаменов.`,
    'private-not-taken': ({ count }: { count: number }) =>
      `${counted(count, 'контакт', 'контакта', 'контактов')} сотрудников не взято: без сервера из файла ответов они не берутся.`,
    'contact-erased': () =>
      'контакт не взят: прежний стёрт по сроку хранения, из файла он не возвращается. Остальное взято.',
    'site-report-check': ({ check }: { check: keyof typeof siteReportTexts.checks }) => siteReportTexts.checks[check],
    'place-differs': (facts: { field: keyof typeof fields; inFile: string; known: string }) =>
      `${fields[facts.field]} «${facts.inFile}» не взято: в списке мест «${facts.known}».`,
    'passport-filled': ({ figure, total }: { figure: string; total: number }) =>
      `число ${figureName(figure)} в паспорт взято отсюда: ${total}.`,
    'rows-stay': ({ table, count }: { table: keyof typeof tables; count: number }) =>
      `в паспорте остались и прежние строки ${tables[table]}, которых в файле нет: ${count}. Проверьте, нет ли двойных.`,
    'does-not-count': ({ id, why }: { id: string; why: keyof typeof reasons }) =>
      `${rowName(id)} взято, но не считается: ${reasons[why]}.`,
    'hidden-answer': ({ id }: { id: string }) =>
      `${shownId(id)} взято, но не считается: другой ответ делает этот вопрос ненужным.`,
    'passport-incomplete': ({ missing }: { missing: readonly string[] }) =>
      `в паспорте не хватает чисел: ${missing.map(figureName).join(', ')}.`,
    incomplete: ({ answered, of }: { answered: number; of: number }) => `заполнено ${answered} из ${of}.`,
  },
};
