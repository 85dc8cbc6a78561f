import type { Sheet } from '../monitoring-table/sheet-cells.ts';
import { choicesHeadings, sheetNames } from './headings.ts';
import type { Issues } from './issues.ts';
import { findSheet, type Row, readRows } from './sheet-rows.ts';

type Option = { name: string; label: string; share: number | null; row: Row };

/** Lists of options by their names. */
export type Lists = ReadonlyMap<string, readonly Option[]>;

/** Lists of the program's own kinds: their options are what they are, whatever is written beside them. */
export const ownLists = { yes_no: 'yes-no', yes_partial_no: 'yes-partial-no' } as const;

const mostOptions = 200;

/** FS3: the sheet of options; every list has each of its options once. */
export function readChoices(sheets: readonly Sheet[], issues: Issues): Lists {
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
    else if (/\s/.test(name)) issues.error(row.spot('name'), { code: 'bad-name', typed: name });
    else options.push({ name, label: row.words('label'), share: row.figure('share', 0, 1) ?? null, row });
  }
  for (const options of lists.values()) {
    const [, extra] = [options[0], options[mostOptions]];
    if (extra) issues.error(extra.row.spot('name'), { code: 'too-many', what: 'options', most: mostOptions });
  }
  return lists;
}
