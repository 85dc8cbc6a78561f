import { networkTexts as texts } from '../../texts/network-report.ts';
import { fieldNumber } from '../../texts/site-report.ts';
import type { Block, Cell } from '../report-document.ts';
import { type FieldFigure, fieldFiguresOf } from './network-figures.ts';
import { type NetworkInput, reportersOf } from './network-input.ts';
import type { Share } from './shares.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** NR4: every indicator with n of N and its share, the items of its lists, and what adds up over the network. */
export function figureBlocks(input: NetworkInput): Block[] {
  const sent = reportersOf(input).length;
  if (sent === 0) return [{ kind: 'paragraph', text: texts.nobody }];
  const figures = fieldFiguresOf(input);
  return [
    { kind: 'paragraph', text: texts.base(sent) },
    figuresTable(figures),
    itemsTable(figures),
    sumsTable(figures),
  ];
}

const percent = ({ percent: value }: Share): Cell =>
  value === null ? texts.nothing : { number: value, digits: 0, unit: '%' };

const nameOf = ({ field }: FieldFigure): string => `${fieldNumber(field.id)} ${field.countsTitle ?? field.title}`;

function figuresTable(figures: readonly FieldFigure[]): Table {
  return {
    kind: 'table',
    running: texts.tables.figures,
    columns: [
      { title: texts.figure, width: 64 },
      { title: texts.sitesHead, width: 16, align: 'end', keep: true },
      { title: texts.shareOfSent, width: 20, align: 'end' },
    ],
    rows: figures.map((one) => [nameOf(one), texts.outOf(one.share.n, one.share.of), percent(one.share)]),
  };
}

function itemsTable(figures: readonly FieldFigure[]): Table {
  return {
    kind: 'table',
    running: texts.tables.items,
    columns: [
      { title: texts.figure, width: 11, keep: true },
      { title: texts.item, width: 53 },
      { title: texts.sitesHead, width: 16, align: 'end', keep: true },
      { title: texts.shareOfSent, width: 20, align: 'end' },
    ],
    rows: figures.flatMap(({ field, items }) =>
      items.map(({ item, share }) => [
        fieldNumber(field.id),
        item.title,
        texts.outOf(share.n, share.of),
        percent(share),
      ]),
    ),
  };
}

function sumsTable(figures: readonly FieldFigure[]): Table {
  return {
    kind: 'table',
    running: texts.tables.sums,
    columns: [
      { title: texts.figure, width: 36 },
      { title: texts.what, width: 20 },
      { title: texts.howMany, width: 12, align: 'end', keep: true },
      { title: texts.parts, width: 32 },
    ],
    rows: figures.flatMap(({ field, sums }) =>
      sums.map((sum) => [
        `${fieldNumber(field.id)} ${field.title}`,
        sum.what,
        { number: sum.value, digits: 0 } as const,
        sum.parts
          .map(({ column, counts }) =>
            texts.part(column.title, counts.map(({ option, count }) => texts.count(option, count)).join(', ')),
          )
          .join('; '),
      ]),
    ),
  };
}
