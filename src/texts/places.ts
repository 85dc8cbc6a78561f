const kinds = { region: 'регион', municipality: 'муниципалитет', school: 'школа', branch: 'филиал' };
type Kind = keyof typeof kinds;

/** Words about a file of places: one sentence for everything that can be wrong in a row. */
export const placesTexts = {
  kinds,
  row: (row: number, sentence: string) => `Строка ${row}: ${sentence}`,
  nothingTaken: 'Из файла ничего не взято. Исправьте строки и повторите.',
  problems: {
    'not-utf8': () => 'буквы не читаются. Сохраните файл как «CSV UTF-8».',
    'quote-unclosed': () => 'кавычка открыта и не закрыта.',
    'quote-misplaced': () => 'кавычка внутри ячейки. Возьмите всю ячейку в кавычки, а внутренние удвойте.',
    'column-missing': ({ column }: { column: string }) => `в заголовке нет столбца ${column}.`,
    'column-unknown': ({ column }: { column: string }) =>
      `в заголовке лишний столбец «${column}». Нужны id, kind, parent, name, shortName, address, каждый один раз.`,
    'cells-too-many': () => 'ячеек больше, чем столбцов в заголовке. Название с запятой возьмите в кавычки.',
    'no-places': () => 'под заголовком нет ни одной строки.',
    'id-unreadable': ({ id }: { id: string }) =>
      `id «${id}» не подходит: нужны строчные латинские буквы, цифры и дефис, не длиннее 40 знаков.`,
    'kind-unknown': ({ kind }: { kind: string }) =>
      `вид «${kind}» неизвестен. Бывают region, municipality, school и branch.`,
    'name-missing': () => 'нет названия (name).',
    'text-too-long': ({ column }: { column: string }) => `слишком длинный текст в столбце ${column}.`,
    'id-twice': ({ id, firstRow }: { id: string; firstRow: number }) => `id ${id} уже стоит в строке ${firstRow}.`,
    'kind-changed': ({ id, kind, was }: { id: string; kind: Kind; was: Kind }) =>
      `${id} уже заведён как ${kinds[was]}, а здесь ${kinds[kind]}. Возьмите другой id.`,
    'parent-missing': () => 'не сказано, чьё это место (parent). Пустым он бывает только у региона.',
    'parent-unknown': ({ parent }: { parent: string }) =>
      `места «${parent}» (parent) нет ни в файле, ни среди известных.`,
    'parent-of-wrong-kind': ({ parent, parentKind, kind }: { parent: string; parentKind: Kind; kind: Kind }) =>
      `${kinds[kind]} не может стоять под «${parent}»: это ${kinds[parentKind]}.`,
  },
};
