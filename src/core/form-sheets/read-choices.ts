import type { Sheet } from '../monitoring-table/sheet-cells.ts';
import { ownOf } from '../own-of.ts';
import { choicesHeadings, sheetNames } from './headings.ts';
import type { Issues } from './issues.ts';
import { findSheet, type Row, readRows } from './sheet-rows.ts';

type Option = { name: string; label: string; share: number | null; row: Row };

/** Lists of options by their names. */
export type Lists = ReadonlyMap<string, readonly Option[]>;

/** Lists of the program's own kinds, with their options. */
const ownLists = {
  yes_no: { kind: 'yes-no', labels: { yes: 'Да', no: 'Нет' } },
  yes_partial_no: { kind: 'yes-partial-no', labels: { yes: 'Да', partial: 'Частично', no: 'Нет' } },
} as const;
type OwnList = (typeof ownLists)[keyof typeof ownLists];

/** The program's own kind a list stands for; null: it is a list like any other. In an ordinary XLSForm a list of that name may hold anything. */
export function ownKindOf(list: string, lists: Lists): OwnList['kind'] | null {
  const own = ownOf<OwnList>(ownLists, list);
  if (!own) return null;
  return (lists.get(list) ?? []).every(({ name }) => Object.hasOwn(own.labels, name)) ? own.kind : null;
}

/** FS3: of a list of the program's own kinds only its name counts; what is written otherwise beside it is told. */
function tellOwn({ name, label, row }: Option, list: string, isScored: boolean, issues: Issues): void {
  const labels = ownOf<OwnList>(ownLists, list)?.labels;
  if (!labels) return;
  const own = ownOf<string>(labels, name);
  if (own === undefined) {
    if (isScored) issues.error(row.spot('name'), { code: 'not-one-of', typed: name, allowed: Object.keys(labels) });
    return;
  }
  if (row.has('share')) issues.error(row.spot('share'), { code: 'not-for-type', type: list });
  if (label !== '' && label !== own) issues.skip(row.spot('label'), { code: 'taken-as', typed: label, as: own });
}

const mostOptions = 200;

/** FS3: the sheet of options; every list has each of its options once. */
export function readChoices(sheets: readonly Sheet[], issues: Issues, isScored = false): Lists {
  const sheet = findSheet(sheets, sheetNames.choices);
  if (!sheet) return new Map();
  const lists = new Map<string, Option[]>();
  for (const row of readRows(sheet, choicesHeadings, issues)) {
    const list = row.text('list_name');
    const name = row.text('name');
    if (list === '') issues.error(row.spot('list_name'), { code: 'no-list-name' });
    if (name === '') issues.error(row.spot('name'), { code: 'no-name' });
    if (list === '' || name === '') continue;
    const options = lists.get(list) ?? [];
    lists.set(list, options);
    const first = options.find((one) => one.name === name);
    if (first) issues.error(row.spot('name'), { code: 'option-twice', typed: name, first: first.row.number });
    else if (/\s|^__proto__$/.test(name)) issues.error(row.spot('name'), { code: 'bad-name', typed: name });
    else {
      const option = { name, label: row.words('label'), share: row.figure('share', 0, 1) ?? null, row };
      options.push(option);
      tellOwn(option, list, isScored, issues);
    }
  }
  for (const options of lists.values()) {
    const extra = options[mostOptions];
    if (extra) issues.error(extra.row.spot('name'), { code: 'too-many', what: 'options', most: mostOptions });
  }
  return lists;
}
