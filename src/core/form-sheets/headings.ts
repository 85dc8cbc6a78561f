import type { Heading } from './sheet-rows.ts';

const heading = (name: string, ...also: string[]): Heading => ({ name, also });
const needed = (name: string, ...also: string[]): Heading => ({ name, also, needed: true });

/** Names sheets go by. */
export const sheetNames = {
  survey: ['survey', 'вопросы', 'опрос', 'показатели'],
  choices: ['choices', 'варианты', 'ответы'],
  settings: ['settings', 'настройки'],
  checks: ['checks', 'проверки'],
  year: ['year', 'закрытие_года'],
  exams: ['exams', 'экзамены'],
  site: ['site', 'сайт'],
  rows: ['rows', 'строки'],
  help: ['help', 'пояснения', 'readme'],
} as const;

/** FS25: of the sheet of questions: the standard's first, then ours; docs/forms-authoring.md lists them. */
export const surveyHeadings: readonly Heading[] = [
  needed('type', 'тип', 'вид'),
  needed('name', 'имя', 'код'),
  needed('label', 'вопрос', 'текст', 'название'),
  heading('hint', 'подсказка', 'пояснение', 'чем подтвердить'),
  heading('required', 'обязательно', 'обязательный'),
  heading('relevant', 'условие', 'когда спрашивать'),
  heading('constraint', 'ограничение', 'проверка'),
  heading('constraint_message', 'сообщение', 'сообщение проверки'),
  heading('calculation', 'расчёт', 'формула'),
  heading('weight', 'вес'),
  heading('points', 'баллы'),
  heading('critical', 'критический'),
  heading('total', 'из скольких'),
  heading('per_building', 'на здание'),
  heading('target', 'цель'),
  heading('steps', 'ступени'),
  heading('fresh_full', 'свежесть, дней'),
  heading('fresh_half', 'полсвежесть, дней'),
  heading('finding', 'замечание'),
  heading('recommendation', 'рекомендация'),
  heading('law', 'закон', 'нормы'),
  heading('was', 'раньше', 'прежнее имя'),
  heading('code', 'слово'),
  heading('source', 'источник'),
  heading('style', 'способ назвать'),
  heading('positive', 'если у всех'),
  heading('pass_clause', 'кто выполнил'),
  heading('fail_clause', 'кто не выполнил'),
  heading('finding_when', 'замечание когда'),
  heading('finding_other', 'замечание иначе'),
  heading('recommend_with', 'рекомендация вместе с'),
];

export const choicesHeadings: readonly Heading[] = [
  needed('list_name', 'список', 'list name'),
  needed('name', 'имя', 'код', 'value'),
  heading('label', 'вариант', 'текст', 'название'),
  heading('share', 'доля'),
  heading('group', 'группа'),
  heading('needs_url', 'нужен адрес'),
  heading('with_text', 'со словами'),
];

export const settingsHeadings: readonly Heading[] = [
  heading('form_title', 'название формы', 'title'),
  heading('form_id', 'имя формы', 'id_string'),
  heading('version', 'версия'),
  heading('default_language', 'язык'),
  heading('form_kind', 'вид формы'),
  heading('level_ready', 'готова от'),
  heading('level_ready_criterion', 'готова, каждый раздел от'),
  heading('level_ready_with_remarks', 'готова с замечаниями от'),
  heading('level_partly_ready', 'готова частично от'),
  heading('journal_months', 'месяцы журнала'),
  heading('journal_target', 'журнал, цель'),
  heading('journal_low', 'журнал, мало'),
  heading('journal_fall', 'журнал, падение'),
  heading('year_due', 'год закрыть до'),
  heading('site_states', 'состояния сайта'),
  heading('as_of', 'сведения на'),
  heading('due', 'сдать до'),
];

export const checksHeadings: readonly Heading[] = [
  needed('name', 'имя', 'код'),
  needed('expression', 'выражение', 'условие'),
  needed('message', 'сообщение'),
  heading('level', 'строгость'),
];

export const yearHeadings: readonly Heading[] = [
  needed('name'),
  heading('code'),
  needed('label'),
  heading('total'),
  heading('source'),
];

export const examsHeadings: readonly Heading[] = [
  needed('type'),
  needed('name'),
  heading('label'),
  heading('grade'),
  heading('only'),
];

export const siteHeadings: readonly Heading[] = [
  needed('name'),
  heading('code'),
  needed('label'),
  heading('remark_group'),
];

/** Of a form of columns. */
export const columnHeadings: readonly Heading[] = [
  needed('type', 'тип', 'вид'),
  needed('name', 'имя', 'графа'),
  needed('label', 'название'),
  heading('hint', 'подсказка', 'пояснение'),
  heading('group', 'группа'),
  heading('branch', 'филиалы'),
  heading('least', 'не меньше'),
  heading('up_to', 'не больше графы'),
  heading('fields', 'части'),
  heading('rows_title', 'что в строках'),
  heading('private', 'личное'),
  heading('required_unless_none', 'нужна, если есть система'),
  heading('offer_from', 'предложить из'),
  heading('offer_name', 'что предложить'),
];

/** Of a form of sections. */
export const fieldHeadings: readonly Heading[] = [
  needed('type', 'тип', 'вид'),
  needed('name', 'имя', 'код'),
  needed('label', 'вопрос', 'название'),
  heading('hint', 'подсказка', 'пояснение'),
  heading('required', 'обязательно'),
  heading('needs_url', 'нужен адрес'),
  heading('detail', 'рассказать'),
  heading('unit', 'единица'),
  heading('most', 'не больше строк'),
  heading('once', 'не повторять'),
  heading('counts_column', 'считать по столбцу'),
  heading('counts_value', 'считать со значением'),
  heading('counts_title', 'что считать'),
  heading('obligatory_column', 'обязательны разные'),
  heading('obligatory_least', 'не меньше разных'),
  heading('list_in_report', 'список отчёта'),
  heading('rows_title', 'строки'),
  heading('row_title', 'строка'),
];

export const rowsHeadings: readonly Heading[] = [
  needed('of', 'показатель'),
  needed('type', 'тип'),
  needed('name', 'имя'),
  needed('label', 'название'),
  heading('needed', 'нужен'),
  heading('is_year', 'год'),
];
