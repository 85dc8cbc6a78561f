import { type ColumnForm, type FormColumn, inPrintOrder } from '../../core/form/column-form.ts';
import type { Json } from '../../core/json.ts';
import type { CollectedSchool } from '../../core/monitoring/collect-school.ts';
import { figureOf } from '../../core/monitoring/column-rows.ts';
import type { CollectedGroup } from '../../core/monitoring/plan-collection.ts';
import { hashNamedBy } from '../../core/private-values/private-values.ts';
import { regionTexts, monitoringTableTexts as texts } from '../../texts/region.ts';
import { reportTexts } from '../../texts/reports.ts';
import type { Block, Cell, ReportDocument } from '../report-document.ts';
import { notesWords, valueCell, wholeFigure } from './monitoring-cells.ts';
import { missingBlocks, whenWords } from './opening-words.ts';
import { regionFigures, schoolsOf } from './region-figures.ts';
import type { PrivateOf, RegionInput } from './region-input.ts';
import { rowsOf } from './school-figures.ts';

/** What a branch's row shows besides its number, its municipality and itself. */
const ofBranch = ['5', '6', '7'];
/** Per cent of the table's width: names with addresses are what is longest in it. */
const roomFor: Readonly<Record<string, number>> = { '3': 14, '4': 8 };
/** Their heads stand on end, so that the room goes to names and addresses. */
const turnedKinds = ['person', 'contact', 'choice'];
const addressed = (name: string, address: string): string => [name, address].filter(Boolean).join(', ');

/**
 * RG7, PV8: the consolidated table of 25 numbered columns, the source's Приложение 1: a head across the table for every municipality,
 * schools and under them their branches numbered one after the other, sums of every municipality and of all.
 */
export function monitoringTable(input: RegionInput, privateOf: PrivateOf | null = null): ReportDocument {
  const { form, collected, reportDate } = input;
  const { place } = collected;
  const { all, groups, silent } = regionFigures(collected, null);
  const title = texts.title(form.title);
  const [signature = '', surname = '', day = ''] = texts.signFields;
  const blocks: Block[] = [
    { kind: 'paragraph', text: [{ bold: place.name }, `. ${whenWords(input)}`] },
    tableOf(input, privateOf ?? (() => null)),
    ...missingBlocks(groups, silent, all),
    ...[...texts.explain, privateOf ? texts.contactsInside : texts.contactsLeftOut].map(
      (text): Block => ({ kind: 'paragraph', text }),
    ),
    { kind: 'signatures', rows: [{ who: texts.signer, fields: [signature, surname, day] }] },
  ];
  const footer = {
    left: `${regionTexts.snapshot(all.submitted, all.expected)} ${regionTexts.madeOn(reportDate)}`,
    right: reportTexts.formVersion(form.title, form.version),
  };
  return { title, page: 'landscape', sections: [{ title, fit: 'flow', paper: 'a3', blocks, footer }] };
}

function tableOf({ form, collected }: RegionInput, privateOf: PrivateOf): Block {
  const columns = inPrintOrder(form);
  const rows: Cell[][] = [];
  const apart: Record<number, 'across' | 'sum'> = {};
  let number = 0;
  const lay = (cellOf: (column: FormColumn) => Cell): void => {
    rows.push(columns.map(cellOf));
  };
  for (const group of collected.groups) {
    const name = nameOf(group);
    const { schools } = group;
    const sent = schools.filter((school) => school.sent);
    apart[rows.length] = 'across';
    rows.push([texts.head(name, sent.length, schools.length)]);
    for (const school of sent)
      for (const cellOf of rowsOfSchool(form, school, group, privateOf)) {
        number += 1;
        lay((column) => (column.id === '1' ? wholeFigure(number) : cellOf(column)));
      }
    if (collected.groups.length === 1 || sent.length === 0) continue;
    apart[rows.length] = 'sum';
    lay(sumCells(sent, texts.subtotal(name, sent.length)));
  }
  const all = schoolsOf(collected).filter(({ sent }) => sent);
  const branchCount = all.reduce((count, { sent }) => count + (sent?.rows.branches.length ?? 0), 0);
  return {
    kind: 'table',
    numbered: true,
    held: 3,
    columns: columns.map(({ id, title, kind }) => ({
      title,
      ...(kind === 'count' ? ({ align: 'end', keep: true, turned: true } as const) : {}),
      ...(turnedKinds.includes(kind) && { turned: true }),
      ...(roomFor[id] !== undefined && { width: roomFor[id] }),
      ...(id === '1' ? ({ align: 'end', keep: true } as const) : {}),
    })),
    rows,
    apart,
    total: columns.map(sumCells(all, texts.total(all.length, branchCount))),
  };
}

const nameOf = ({ municipality }: Pick<CollectedGroup, 'municipality'>): string =>
  municipality?.name ?? regionTexts.regional;

/** RG7: the school's row with everything summed into it, then a row of each branch, which shows only who and where it is. */
function rowsOfSchool(
  form: ColumnForm,
  { place, sent }: CollectedSchool,
  { municipality }: CollectedGroup,
  privateOf: PrivateOf,
): ((column: FormColumn) => Cell)[] {
  if (!sent) return [];
  const { rows, merged } = sent;
  const above = municipality?.shortName ?? regionTexts.regional;
  const shown = (column: FormColumn, value: Json): Cell => {
    const hash = column.private ? hashNamedBy(value) : null;
    return valueCell(column, value, hash === null ? null : privateOf(hash));
  };
  return [
    (column) => {
      if (column.id === '2') return above;
      if (column.id === '3') return addressed(place.name, place.address);
      if (column.id === '25') return notesWords(form, merged);
      return column.kind === 'place' ? '' : shown(column, merged.row.get(column.id) ?? null);
    },
    ...rows.branches.map(({ name, address, row }) => (column: FormColumn): Cell => {
      if (column.id === '2') return above;
      if (column.id === '4') return addressed(name, address);
      return ofBranch.includes(column.id) ? shown(column, row.get(column.id) ?? null) : '';
    }),
  ];
}

/** RG7: sums of what was given; a column nobody filled stays empty. Of 20 and 21 how many said so. */
function sumCells(schools: readonly CollectedSchool[], label: string): (column: FormColumn) => Cell {
  const rows = rowsOf(schools);
  const counted = (column: FormColumn, option: number): Cell =>
    `${column.options?.[String(option)] ?? ''}: ${regionTexts.outOf(rows.filter((row) => row.get(column.id) === option).length, rows.length)}`;
  return (column) => {
    if (column.id === '3') return label;
    if (column.id === '20') return counted(column, 2);
    if (column.id === '21') return counted(column, 1);
    if (column.kind !== 'count') return '';
    const figures = rows.flatMap((row) => figureOf(row, column.id) ?? []);
    return figures.length === 0 ? '' : wholeFigure(figures.reduce((sum, one) => sum + one, 0));
  };
}
