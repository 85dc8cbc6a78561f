import { plural } from './plural.ts';

const list = (words: readonly string[]): string => words.join(', ');

/** Sentences of what was found in a form's spreadsheet: what is wrong and what to do. */
export const formSheetTexts = {
  sheet: (name: string) => `лист «${name}»`,
  row: (row: number) => `строка ${row}`,
  column: (letter: string, heading: string) =>
    heading === '' ? `столбец ${letter}` : `столбец ${letter} «${heading}»`,
  lead: (where: string, sentence: string) => `${where.charAt(0).toUpperCase()}${where.slice(1)}: ${sentence}`,
  levels: { error: 'Ошибка', warning: 'Проверьте', skipped: 'Не взято' },
  count: {
    error: (count: number) => `${count} ${plural(count, 'ошибка', 'ошибки', 'ошибок')}`,
    warning: (count: number) => `проверить: ${count}`,
    skipped: (count: number) => `не взято: ${count}`,
  },
  nothingTaken: 'Ничего не взято: исправьте ошибки в таблице и загрузите её снова.',
  errors: {
    'no-sheet': () => 'такого листа нет. Нужны листы survey, choices и settings.',
    'no-rows': () => 'под заголовками нет ни одной строки.',
    'too-many-rows': () => 'строк больше 5000, форма такой не бывает. Удалите лишние строки под таблицей.',
    'no-name': () => 'имени нет. Впишите его: латинские или русские буквы, цифры, «_», «.», «-».',
    'no-label': () => 'нет текста вопроса. Впишите его.',
    'no-list-name': () => 'не сказано, какого списка этот вариант. Впишите имя списка.',
    'no-value': () => 'пусто, а без этого форму не опубликовать. Заполните клетку.',
    'no-heading': ({ wanted }: { wanted: string }) => `нет столбца «${wanted}». Добавьте его в строку заголовков.`,
    'heading-twice': ({ first }: { first: string }) =>
      `второй столбец с тем же смыслом, что «${first}». Оставьте один.`,
    'unknown-type': ({ typed }: { typed: string }) =>
      typed === ''
        ? 'тип вопроса не указан. Впишите, например, select_one yes_no, integer, date или text.'
        : `тип «${typed}» программе не знаком. Возможны select_one, select_multiple, integer, decimal, date, text, note, calculate, begin_group, end_group.`,
    'bad-name': ({ typed }: { typed: string }) =>
      `имя «${typed}» не подходит. Первой стоит буква, дальше буквы, цифры, «_», «.» и «-», всего до 60 знаков, без пробелов.`,
    'taken-name': ({ typed }: { typed: string }) => `имя «${typed}» занято программой. Выберите другое.`,
    'bad-form-id': ({ typed }: { typed: string }) =>
      `имя формы «${typed}» не подходит или занято. Напишите латинскими строчными буквами, цифрами и дефисом, до 40 знаков.`,
    'name-twice': ({ typed, first }: { typed: string; first: number }) =>
      `имя «${typed}» уже стоит в строке ${first}. Имена не повторяются.`,
    'option-twice': ({ typed, first }: { typed: string; first: number }) =>
      `вариант «${typed}» уже стоит в строке ${first} этого списка.`,
    'no-list': ({ list: name }: { list: string }) =>
      `списка «${name}» нет на листе choices. Добавьте его варианты или исправьте имя списка.`,
    'not-a-number': ({ typed }: { typed: string }) => `«${typed}» — не число.`,
    'not-whole': ({ typed }: { typed: string }) => `«${typed}» — не целое число.`,
    'not-yes-no': ({ typed }: { typed: string }) => `«${typed}» не понять. Напишите «да» или «нет».`,
    'not-steps': ({ typed }: { typed: string }) =>
      /^\d{4}-\d\d-\d\d/.test(typed)
        ? `таблица приняла запись за время («${typed}»). Сделайте клетку текстовой и напишите ступени снова: 98:1; 90:0,5; 0:0.`
        : `«${typed}» не понять. Ступени пишутся от большей к меньшей, «от:доля»: 98:1; 90:0,5; 0:0.`,
    'not-a-day': ({ typed }: { typed: string }) => `«${typed}» — не день. Напишите 31.08 или 08-31.`,
    'out-of-range': ({ typed, least, most }: { typed: string; least: number; most: number | null }) =>
      most === null ? `${typed} меньше ${least}.` : `${typed} не между ${least} и ${most}.`,
    'not-one-of': ({ typed, allowed }: { typed: string; allowed: readonly string[] }) =>
      `«${typed}» не подходит. Возможны: ${list(allowed)}.`,
    'too-long': ({ most }: { most: number }) => `текст длиннее ${most} знаков. Сократите его.`,
    'too-many': ({ what, most }: { what: 'groups' | 'questions' | 'options'; most: number }) =>
      ({
        groups: `разделов больше ${most}.`,
        questions: `в разделе больше ${most} вопросов. Разделите его.`,
        options: `в списке больше ${most} вариантов.`,
      })[what],
    'not-open': () => 'здесь закрывается раздел, который не открыт. Уберите строку или добавьте begin_group выше.',
    'not-closed': ({ name }: { name: string }) => `раздел «${name}» не закрыт. Добавьте строку end_group после него.`,
    'empty-group': ({ name }: { name: string }) => `в разделе «${name}» нет ни одного вопроса.`,
    weights: ({ sum }: { sum: number }) =>
      `веса разделов складываются в ${String(sum).replace('.', ',')}, а должны в 100. Исправьте столбец weight у строк begin_group.`,
    'unknown-law': ({ typed }: { typed: string }) =>
      `документа «${typed}» нет в перечне программы. Исправьте код или уберите его, а документ назовите в тексте.`,
    'not-for-type': ({ type }: { type: string }) => `у вопроса типа ${type} этого быть не может. Очистите клетку.`,
    'needed-for-type': ({ wanted, type }: { wanted: string; type: string }) =>
      `для типа ${type} нужно заполнить ${wanted}.`,
    expression: () => '',
    'unknown-question': ({ name }: { name: string }) =>
      `в выражении назван показатель «${name}», а такого в форме нет.`,
    'reads-self': () => 'точка в выражении значит сам ответ, здесь её быть не может. Напишите имя показателя.',
    circle: ({ names }: { names: readonly string[] }) =>
      `выражения ссылаются друг на друга по кругу: ${names.join(' → ')}. Разорвите круг.`,
    unfit: ({ path }: { path: string }) => `форма не складывается: ${path}.`,
  },
  warnings: {
    'never-asked': () => 'условие не выполнится никогда, вопрос никто не увидит.',
    'always-asked': () => 'условие выполняется всегда, оно ничего не меняет.',
    'no-critical': () => 'нет ни одного критического показателя: вывод решают только баллы.',
    'no-message': () => 'у ограничения нет сообщения: люди увидят только «не подходит».',
    'unknown-option': ({ name, option }: { name: string; option: string }) =>
      `у показателя «${name}» нет варианта «${option}».`,
    'asked-later': ({ name }: { name: string }) => `условие зависит от показателя «${name}», который спрашивают позже.`,
    'nothing-counts': ({ name }: { name: string }) => `у раздела «${name}» есть вес, но ни один вопрос не даёт баллов.`,
    'unused-list': ({ list: name }: { list: string }) => `список «${name}» ни один вопрос не использует.`,
    'label-twice': ({ first }: { first: number }) => `такой же вопрос уже стоит в строке ${first}.`,
    'was-unknown': ({ name }: { name: string }) => `показателя «${name}» в прошлой версии не было.`,
    'other-meaning': ({ before }: { name: string; before: string }) =>
      `это имя в прошлой версии стояло у другого вопроса: «${before}». Если смысл другой, дайте новое имя.`,
  },
  skipped: {
    'unknown-sheet': () => 'лист программе не знаком, из него ничего не взято.',
    repeat: () => 'повторяющаяся группа: такие вопросы программа не задаёт.',
    'or-other': () => 'or_other: добавьте вариант «другое» в список сами.',
    'expression-skipped': () => 'в выражении есть то, чего программа не умеет; вопрос взят без него.',
    'unknown-heading': ({ typed }: { typed: string }) => `столбец «${typed}» программе не знаком.`,
    'skipped-type': ({ typed }: { typed: string }) => `тип «${typed}» программа не спрашивает.`,
    'taken-as': ({ typed, as }: { typed: string; as: string }) => `«${typed}» взято как «${as}».`,
    'first-row-only': () => 'взята только первая строка настроек.',
  },
};
