import { type FieldColumn, fieldsOf, type SectionField } from '../../core/form/section-form.ts';
import type { Json } from '../../core/json.ts';
import { ownOf } from '../../core/own-of.ts';
import { networkTexts as texts } from '../../texts/network-report.ts';
import { dateText } from '../../texts/numbers.ts';
import { fieldNumber } from '../../texts/site-report.ts';
import type { Block, Cell } from '../report-document.ts';
import { siteRowsOf } from './network-figures.ts';
import { type NetworkInput, nameOf } from './network-input.ts';

type ListName = NonNullable<SectionField['list']>;

/** NR6: the rows of every table of this kind, each with the site that reported it; tables nobody filled in are left out. */
export function listBlocks(input: NetworkInput, list: ListName): Block[] {
  const tables = fieldsOf(input.form).flatMap((field): Block[] => {
    const rows = field.list === list ? siteRowsOf(input, field.id) : [];
    if (rows.length === 0) return [];
    const columns = field.columns ?? [];
    const [first = 0] = columns.map(({ kind }) => widthOf(kind));
    const rest = columns.slice(1).reduce((sum, { kind }) => sum + widthOf(kind), 0);
    const scale = 100 / (siteWidth + first * titleFactor + rest);
    return [
      {
        kind: 'table',
        running: `${fieldNumber(field.id)} ${field.title}`,
        columns: [
          { title: texts.site, width: siteWidth * scale },
          ...columns.map(({ title, kind }, at) => ({
            title,
            width: widthOf(kind) * (at === 0 ? titleFactor : 1) * scale,
            ...(kind === 'count' ? { align: 'end' as const } : {}),
          })),
        ],
        rows: rows.map(({ site, row }) => [
          nameOf(site),
          ...columns.map((column) => cellOf(column, row[column.id] ?? null)),
        ]),
      },
    ];
  });
  return tables.length > 0 ? tables : [{ kind: 'paragraph', text: texts.noRows[list] }];
}

const siteWidth = 20;
/** what a row is about is its longest text */
const titleFactor = 2.2;

const widthOf = (kind: FieldColumn['kind']): number => ({ text: 18, url: 26, choice: 15, date: 13, count: 13 })[kind];

/** NR6: one cell in words: a choice by its name, a day as it is written, a figure as a number; a count that cannot be read as it was typed. */
function cellOf({ kind, options, isYear }: FieldColumn, value: Json): Cell {
  if (typeof value === 'number') return isYear ? String(value) : { number: value, digits: 0 };
  if (typeof value !== 'string') return '';
  if (kind === 'choice') return ownOf(options ?? {}, value) ?? value;
  return kind === 'date' ? dateText(value) : value;
}
