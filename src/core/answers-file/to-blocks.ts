import { type Form, indicatorsOf } from '../form/form.ts';
import type { Json } from '../json.ts';
import { propertiesOf } from '../submission/answer.ts';
import { totalsOf } from '../submission/passport.ts';
import { pathTo } from './parse-with.ts';
import { branchPrefix, buildingPrefix, passportFields } from './read-passport.ts';

/** Blocks of one school as they stand in the file; absent: nothing in it. */
export type FileBlocks = { [block: string]: Json };

type Written = {
  blocks: FileBlocks;
  /** where each register was written → its key */
  keyByPath: ReadonlyMap<string, string>;
};

type Spot = { table: string; value: Json } | { at: readonly string[]; value: Json };

/** AF12: values by short key (and `status`) laid into the file's blocks, in their order; what the format has no place for is left out. */
export function toBlocks(values: ReadonlyMap<string, Json>, form: Form): Written {
  const tree: MutableBlock = {};
  const keyByPath = new Map<string, string>();
  const spotOf = spotFinder(values, form);
  for (const [key, value] of values) {
    const spot = spotOf(key, value);
    if (spot === null) continue;
    const path = 'at' in spot ? put(tree, spot.at, spot.value) : addRow(tree, spot.table.split('.'), spot.value);
    keyByPath.set(path, key);
  }
  return { blocks: tree as FileBlocks, keyByPath };
}

type MutableBlock = { [name: string]: Json | MutableBlock | Json[] };

/** The block that holds the last name of a path. */
function holderOf(tree: MutableBlock, at: readonly string[]): MutableBlock {
  return at.slice(0, -1).reduce<MutableBlock>((block, name) => {
    block[name] ??= {};
    return block[name] as MutableBlock;
  }, tree);
}

function put(tree: MutableBlock, at: readonly string[], value: Json): string {
  holderOf(tree, at)[at.at(-1) ?? ''] = value;
  return pathTo('', ...at);
}

function addRow(tree: MutableBlock, at: readonly string[], row: Json): string {
  const holder = holderOf(tree, at);
  const name = at.at(-1) ?? '';
  holder[name] ??= [];
  const rows = holder[name] as Json[];
  rows.push(row);
  return pathTo('', ...at, rows.length - 1);
}

const isIn = (parts: readonly { id: string }[], id: string): boolean => parts.some((part) => part.id === id);

/** Where a register stands in the file and what is written there: the inverse of the readers. */
function spotFinder(values: ReadonlyMap<string, Json>, form: Form): (key: string, value: Json) => Spot | null {
  const totals = totalsOf(new Map([...values].map(([key, value]) => [key, [value]])));
  const indicators = new Map(indicatorsOf(form).map((indicator) => [indicator.id, indicator]));
  const isSilent = values.get('GIA:reported') !== undefined;
  const hasExams = [...values.keys()].some((key) => /^GIA:[^.]+\./.test(key));
  return (key, value) => {
    const row = propertiesOf(value);
    const isRow = row === value;
    const [, block = '', name = ''] = /^([A-Z]+):(.+)$/.exec(key) ?? [];
    const [id = '', part] = key.split('#');
    if (key === 'status') return { at: ['status'], value: row.state ?? value };
    if (key.startsWith(buildingPrefix) && isRow)
      return {
        table: 'passport.buildings',
        value: { id: key.slice(buildingPrefix.length), lessonsHeld: false, ...row },
      };
    if (key.startsWith(branchPrefix) && isRow)
      return { table: 'passport.branches', value: { id: key.slice(branchPrefix.length), ...row } };
    const field = /^-\/passport\/(\w+)$/.exec(key)?.[1] ?? '';
    if (Object.hasOwn(passportFields, field)) return { at: ['passport', field], value };
    if (block === 'JRN' && value === 'notProvided') return { table: 'JRN', value: { month: name, percent: value } };
    if (block === 'JRN' && isRow) return { table: 'JRN', value: { month: name, ...row } };
    if (key === 'YEAR:reported' || key === 'YEAR:reportedOn') return { at: ['YEAR', name], value };
    if (block === 'YEAR') return isIn(form.yearClosing.rows, name) ? { at: ['YEAR', 'rows', name], value } : null;
    if (key === 'GIA:reported') return { at: hasExams ? ['GIA', 'reported'] : ['GIA'], value };
    if (block === 'GIA' && isRow) {
      const [exam = '', subject = '', date = ''] = name.split('.');
      return { table: isSilent ? 'GIA.rows' : 'GIA', value: { exam, subject, date, ...row } };
    }
    if (block === 'SITE') {
      const isPart = part === 'url' || part === 'state';
      return isPart && isIn(form.site.checks, id.slice(5)) ? { at: ['SITE', id.slice(5), part], value } : null;
    }
    const indicator = indicators.get(id);
    if (!indicator || indicator.kind === 'derived') return null;
    if (part === 'evidence') return { at: ['evidence', id], value };
    if (part === 'comment') return { at: ['comments', id], value };
    if (part !== undefined) return null;
    const total = indicator.total ? totals[indicator.total] : null;
    return { at: [form.id, id], value: 'n' in row && total !== null ? { ...row, total } : value };
  };
}
