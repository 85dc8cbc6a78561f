import type { ColumnForm } from '../form/column-form.ts';
import type { Json } from '../json.ts';
import { type ColumnRow, figureOf, type SchoolRows } from './column-rows.ts';
import { type MergedRow, mergeRows } from './merge-rows.ts';

/** What each check does where the region has said nothing of it. */
export const ownLevels = {
  X01: 'error',
  X02: 'error',
  X03: 'warning',
  X04: 'error',
  X05: 'warning',
  X06: 'error',
  X07: 'warning',
  X08: 'error',
  X09: 'error',
  X11: 'warning',
  X12: 'warning',
  X13: 'warning',
  X14: 'warning',
  X15: 'warning',
  X16: 'warning',
} as const;
export type RowCheckCode = keyof typeof ownLevels;
export const rowCheckCodes = Object.keys(ownLevels) as readonly RowCheckCode[];

/** What does not agree in a row. An error keeps the form from being submitted, a warning is to be confirmed. */
export type RowMessage = {
  code: RowCheckCode;
  level: 'error' | 'warning';
  /** the branch it is about, by name; null: the school's row */
  branch: string | null;
  /** the columns concerned, the one to mend first */
  columns: readonly string[];
  /** what stands in them, in the same order; null: nothing */
  values: readonly Json[];
};

/** What a check does: keeps the form from being submitted, asks to confirm, or nothing. */
export type CheckLevel = RowMessage['level'] | 'off';

/** What the checks look at besides the rows; made by `checkContextOf` alone. */
export type CheckContext = {
  /** the row of the campaign before; null: there is none */
  previous: ColumnRow | null;
  /** whether the region lists the school among those with an agreement of two parties; null: it keeps no list */
  hasTwoPartyAgreement: boolean | null;
  /** what the region has made of a check; one that is not there does what it always does */
  levels: ReadonlyMap<string, CheckLevel>;
};

export const noContext: CheckContext = { previous: null, hasTwoPartyAgreement: null, levels: new Map() };

/**
 * MN4: the cross-checks X01–X16 of a school's rows. X01–X05 and X11–X14 look at the sums and at what the school itself says of 19
 * and 20; of a branch alone X01 and X02 are looked at. What is empty is not checked.
 * CX2: the region's word about a check goes before its own level.
 */
export function checkRows(form: ColumnForm, rows: SchoolRows, context: CheckContext): RowMessage[] {
  const merged = mergeRows(form, rows);
  const summed: ColumnRow = new Map([...merged.row, ...ownOf(rows, ['5', '19', '20'])]);
  const messages = [
    ...order(summed, null),
    ...noSystem(summed, null),
    ...rows.branches.flatMap(({ name, row }) => [...order(row, name), ...noSystem(row, name)]),
    ...journal(summed),
    ...project(rows.own, merged.row, context),
    ...againstLastYear(rows, merged, context),
    ...plausible(summed),
    ...differing(rows, merged),
  ];
  return messages.flatMap((message) => {
    const level = context.levels.get(message.code) ?? ownLevels[message.code];
    return level === 'off' ? [] : [{ ...message, level }];
  });
}

const ownOf = ({ own }: SchoolRows, ids: readonly string[]): [string, Json][] => {
  const given = ids.flatMap((id): [string, Json][] => {
    const value = own.get(id);
    return value === undefined ? [] : [[id, value]];
  });
  return [...ids.filter((id) => !own.has(id)).map((id): [string, Json] => [id, null]), ...given];
};

/** What was found; how much it weighs is said at the end. */
type Found = Omit<RowMessage, 'level'>;

const about = (
  row: ColumnRow,
  code: RowCheckCode,
  columns: readonly string[],
  branch: string | null = null,
): Found => ({
  code,
  branch,
  columns,
  values: columns.map((id) => row.get(id) ?? null),
});

/** X01: 13 ≤ 9 ≤ 8, 16 ≤ 15, 18 ≤ 17, 14 ≤ 8. */
function order(row: ColumnRow, branch: string | null): Found[] {
  const pairs = [
    ['9', '8'],
    ['13', '9'],
    ['16', '15'],
    ['18', '17'],
    ['14', '8'],
  ] as const;
  return pairs.flatMap(([part, whole]) => {
    const [n, of] = [figureOf(row, part), figureOf(row, whole)];
    return n !== null && of !== null && n > of ? [about(row, 'X01', [part, whole], branch)] : [];
  });
}

/** X02: without a system 9, 10, 13, 14, 16, 18 are 0 and 19 is empty. */
function noSystem(row: ColumnRow, branch: string | null): Found[] {
  if (row.get('5') !== 'none') return [];
  const wrong = ['9', '10', '13', '14', '16', '18'].filter((id) => (figureOf(row, id) ?? 0) > 0);
  const columns = (row.get('19') ?? null) === null ? wrong : [...wrong, '19'];
  return columns.length === 0 ? [] : [about(row, 'X02', columns, branch)];
}

/** X03–X05: with a system somebody works in it; without a paper journal every class is in the electronic one, and entries are not rare. */
function journal(row: ColumnRow): Found[] {
  const system = row.get('5') ?? null;
  const messages: Found[] = [];
  const idle = ['9', '18'].filter((id) => figureOf(row, id) === 0);
  if (system !== null && system !== 'none' && idle.length > 0) messages.push(about(row, 'X03', idle));
  if (row.get('20') !== 2) return messages;
  const [inJournal, classes] = [figureOf(row, '13'), figureOf(row, '8')];
  if (inJournal !== null && classes !== null && inJournal !== classes)
    messages.push(about(row, 'X04', ['13', '8', '20']));
  if ((figureOf(row, '19') ?? 0) > 2) messages.push(about(row, 'X05', ['19', '20']));
  return messages;
}

/** X06–X08: who is a site of the project, by which agreement, and what a site tells of itself; CX4: events of a branch are told, too. */
function project(own: ColumnRow, merged: ColumnRow, { hasTwoPartyAgreement }: CheckContext): Found[] {
  const [system, site] = [own.get('5') ?? null, own.get('21') ?? null];
  const messages: Found[] = [];
  if (system === 'tes' && site === 2) messages.push(about(own, 'X06', ['21', '5']));
  if (site !== 1) return messages;
  const isOther = system !== null && system !== 'tes' && system !== 'none';
  if (isOther && hasTwoPartyAgreement === false) messages.push(about(own, 'X07', ['21', '5']));
  const missing = ['22', '23', '24'].filter((id) => (merged.get(id) ?? null) === null);
  if (missing.length > 0) messages.push(about(own, 'X08', missing));
  return messages;
}

/** X09, X13: another system than last year is explained; a figure that jumped by more than a fifth is looked at again. */
function againstLastYear({ own }: SchoolRows, { row }: MergedRow, { previous }: CheckContext): Found[] {
  if (!previous) return [];
  const messages: Found[] = [];
  const [system, before] = [own.get('5') ?? null, previous.get('5') ?? null];
  if (system !== null && before !== null && system !== before && !own.has('25'))
    messages.push({ ...about(own, 'X09', ['25', '5']), values: [null, before] });
  for (const id of ['8', '15', '17']) {
    const [now, then] = [figureOf(row, id), figureOf(previous, id)];
    if (now === null || then === null || then === 0) continue;
    if (Math.abs(now - then) * 5 > then)
      messages.push({ code: 'X13', branch: null, columns: [id], values: [now, then] });
  }
  return messages;
}

/** X11, X12, X14: more parents than two a pupil, teachers or pupils without a computer, half of the pupils outside a whole journal. */
function plausible(row: ColumnRow): Found[] {
  const of = (id: string): number => figureOf(row, id) ?? 0;
  const has = (...ids: string[]): boolean => ids.every((id) => figureOf(row, id) !== null);
  const told = (code: 'X11' | 'X12' | 'X14', ...columns: string[]) => about(row, code, columns);
  return [
    ...(has('10', '16') && of('10') > 2 * of('16') ? [told('X11', '10', '16')] : []),
    ...(has('11', '18') && of('18') >= 1 && of('11') === 0 ? [told('X12', '11', '18')] : []),
    ...(has('12', '16') && of('12') === 0 && of('16') > 0 ? [told('X12', '12', '16')] : []),
    ...(has('8', '13', '15', '16') && of('13') === of('8') && of('16') * 2 < of('15') ? [told('X14', '16', '15')] : []),
  ];
}

/** X15, X16: what is printed differs from what the school says of itself; a branch works in another system. */
function differing({ own, branches }: SchoolRows, { row }: MergedRow): Found[] {
  const messages: Found[] = [];
  for (const id of ['19', '20']) {
    const [said, printed] = [own.get(id) ?? null, row.get(id) ?? null];
    if (said !== null && printed !== null && said !== printed)
      messages.push({ code: 'X15', branch: null, columns: [id], values: [said, printed] });
  }
  const system = own.get('5') ?? null;
  for (const { name, row: theirs } of branches) {
    const other = theirs.get('5') ?? null;
    if (system !== null && other !== null && other !== system)
      messages.push({ code: 'X16', branch: name, columns: ['5', '25'], values: [other, system] });
  }
  return messages;
}
