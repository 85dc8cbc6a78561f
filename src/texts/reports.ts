import { percent } from './numbers.ts';
import { counted } from './plural.ts';

/** Words every printed paper shares. */
export const reportTexts = {
  names: {
    'score-sheet': 'Лист самооценки',
    'filled-form': 'Заполненная форма',
    'blank-form': 'Бланк для заполнения от руки',
  },
  /** papers of a form that is not the program's own, after its title */
  kinds: { sheet: 'лист школы', filled: 'заполненная форма', blank: 'бланк' },
  school: 'Школа',
  when: (schoolYear: string, asOf: string) => `${schoolYear} учебный год, по состоянию на ${asOf}.`,
  basis: (order: string) => `Основание: ${order}.`,
  from: (day: string) => `от ${day}`,
  noCode: 'Не отправлено: код школы не введён.',
  unsent: (count: number) => `НЕ ОТПРАВЛЕНО: ${counted(count, 'запись', 'записи', 'записей')}.`,
  confirmed: 'Всё подтверждено сервером.',
  made: (day: string, count: number) =>
    `Дата отчёта ${day}, ${counted(count, 'запись', 'записи', 'записей')}, отпечаток`,
  formVersion: (title: string, version: number) => `«${title}», версия ${version}`,
  outOf: (done: number, of: number) => `${done} из ${of}`,
  nothing: '—',
  no: '№',
  noGraduates: 'Выпускников нет',
  noRows: 'Сведений ещё нет',
  signer: 'Директор',
  filledBy: 'Заполнил(а)',
  signFields: ['подпись', 'фамилия, инициалы', 'дата'],
  filledFields: ['должность', 'подпись', 'дата'],
};

/** Words of the score sheet. */
export const scoreSheetTexts = {
  title: 'Лист самооценки готовности школы к ведению журнала без бумаги',
  reasons: 'Причины:',
  already: 'Уже мешает:',
  points: (total: number) => `Баллы: ${percent(total)} из 100.`,
  range: (lowest: number, highest: number) => `Итог может стать от ${percent(lowest)} до ${percent(highest)}.`,
  byScore: (words: string) =>
    `По одним баллам вывод был бы «${words}», но критические показатели (◆) решают независимо от суммы.`,
  belowLine: (line: number, criteria: string) =>
    `Для вывода «готова» каждый критерий должен быть от ${line}: ${criteria}.`,
  verified: (words: string) => `После проверки муниципалитетом: ${words}.`,
  selfAssessed: (words: string) => `По самооценке: ${words}.`,
  noLevel: 'вывода ещё нет',
  since: (fixed: number, carriedOver: number, fresh: number) =>
    `С прошлого года: устранено ${fixed}, осталось ${carriedOver}${carriedOver > 0 ? ' (отмечены *)' : ''}, новых ${fresh}.`,
  criteriaHead: ['Критерий', 'Заполнено', 'Балл', '0 — 100'],
  total: 'Итого',
  weighted: 'взвешенно',
  facts: {
    counts: 'Школа в числах',
    journal: 'Журнал',
    exams: 'Экзамены',
    year: 'Закрытие года',
    na: 'Не применимо',
    hidden: 'Не спрашивается',
  },
  counts: {
    pupils: 'учеников',
    teachers: 'педагогов',
    staffWithAccess: 'с доступом к журналу',
    classes: 'классов',
    buildings: 'зданий',
    grad9: 'выпускников 9 класса',
    grad11: '11 класса',
  },
  journal: (mean: number, months: string, target: number) =>
    `в среднем ${percent(mean)}, месяцев ${months}, цель ${target}\u00a0%`,
  exams: (done: string) => `внесено полностью ${done}`,
  year: (share: number, steps: string) => `${percent(share)}, шагов ${steps}`,
  notProvided: 'сведения не представлены',
  none: 'сведений ещё нет',
  noGraduates: 'выпускников нет',
  findings: (count: number) => `Замечания: ${count}`,
  noFindings: 'Замечаний нет.',
  findingsHead: ['№', 'Замечание', 'Ответ', 'Что сделать', 'Срок'],
  others: (count: number, ids: string) => `Ещё ${count}: ${ids}.`,
  inFilledForm: 'Что с ними делать — в заполненной форме.',
  evidence: 'Подтверждения',
  moreEvidence: (count: number) => `ещё ${count} — в заполненной форме`,
};

/** Words of the filled form. */
export const filledFormTexts = {
  title: 'Самооценка готовности: заполненная форма',
  indicators: 'Показатели',
  tables: 'Таблицы',
  withBranches: (own: string, total: number) => `${own}, с филиалами ${total}`,
  filled: (done: string, score: string) => `заполнено ${done}, балл ${score}`,
  head: ['№', 'Показатель, подтверждение, комментарий', 'Ответ'],
  evidence: (text: string) => `Подтверждение: ${text}`,
  comment: (text: string) => `Комментарий: ${text}`,
  kept: (words: string) => `раньше отвечено: ${words}`,
  conflict: 'противоречивые ответы, взят худший',
  typedAsIs: 'не считается: исправьте',
};
