import { type ColumnForm, type FormColumn, inPrintOrder } from '../core/form/column-form.ts';
import type { Json } from '../core/json.ts';
import { checkContextOf } from '../core/monitoring/check-context.ts';
import { cellKey, listBeside, noneTookPart } from '../core/monitoring/column-rows.ts';
import { fitsColumn } from '../core/monitoring/fits-column.ts';
import { type RowsStanding, rowsStanding } from '../core/monitoring/rows-standing.ts';
import { propertiesOf } from '../core/submission/answer.ts';
import { type Facts, factsOf } from '../core/submission/facts.ts';
import { formWithSystems, systemNameIn } from '../core/systems/form-with-systems.ts';
import published from '../forms/monitoring/1.json' with { type: 'json' };
import { monitoringTexts } from '../texts/monitoring.ts';
import { monitoringFormTexts as texts } from '../texts/monitoring-form.ts';
import { passportTexts } from '../texts/passport.ts';
import { reportTexts } from '../texts/reports.ts';
import type { Block, Cell, Column, ReportDocument, Text } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { allWords, footerOf, placeLine } from './report-words.ts';

const monitoring = published as unknown as ColumnForm;
/** with more branches the sheet lies on its side */
const mostUpright = 3;

/**
 * MS9: the region's form as the principal signs it, on one sheet: every column as a row of the table, what the school's row comes
 * to, the school's own and each branch's beside it. What is private is written in by hand; what does not agree is told.
 */
export function monitoringForm(input: ReportInput): ReportDocument {
  const form = formWithSystems(monitoring, input.systems);
  const facts = factsOf(input.registers, input.campaign.id, form.id);
  const context = checkContextOf({ ...input, form });
  const standing = rowsStanding(form, facts, { nameOf: passportTexts.branch, context });
  const { branches } = standing.rows;
  return {
    title: form.title,
    page: branches.length > mostUpright ? 'landscape' : 'portrait',
    sections: [
      {
        title: form.title,
        fit: 'one-page',
        blocks: [
          { kind: 'paragraph', text: placeLine(input) },
          { kind: 'paragraph', text: stateWords(standing) },
          columnsTable(form, standing, facts),
          ...listBlocks(form, standing),
          ...messageBlocks(form, standing),
          {
            kind: 'signatures',
            rows: [
              { who: reportTexts.signer, fields: reportTexts.signFields },
              { who: reportTexts.filledBy, fields: reportTexts.filledFields },
            ],
          },
        ],
        footer: { left: footerOf(input).left, right: reportTexts.formVersion(form.title, form.version) },
      },
    ],
  };
}

function stateWords({ progress, mayBeSubmitted }: RowsStanding): Text {
  const filled = texts.filled(progress.filled, progress.of);
  return [{ bold: mayBeSubmitted ? texts.whole : texts.unfinished }, ` ${filled}`];
}

function columnsTable(form: ColumnForm, standing: RowsStanding, facts: Facts): Block {
  const { branches } = standing.rows;
  const each = Math.floor(62 / (branches.length + 2));
  const titled: Column[] = [
    { title: texts.head.number, width: 6, align: 'end' },
    { title: texts.head.title, width: 94 - each * (branches.length + 2) },
  ];
  const places: Column[] = [texts.head.sum, texts.head.own, ...branches.map(({ name }) => name)].map((title) => ({
    title,
    width: each,
  }));
  const shown = inPrintOrder(form).filter(({ kind }) => kind !== 'row-number' && kind !== 'place' && kind !== 'text');
  // without branches the school's row is its own, and stands there once
  const cellsOf = (column: FormColumn): Cell[] =>
    branches.length === 0
      ? [ownCell(column, null, facts)]
      : [
          mergedCell(column, standing),
          ownCell(column, null, facts),
          ...branches.map(({ id }) => ownCell(column, id, facts)),
        ];
  return {
    kind: 'table',
    columns: branches.length === 0 ? [...titled, { title: texts.head.own, width: each * 2 }] : [...titled, ...places],
    rows: shown.map((column) => [column.id, column.title, ...cellsOf(column)]),
  };
}

function mergedCell(column: FormColumn, { merged }: RowsStanding): Cell {
  if (column.private) return texts.notAsked;
  if (column.branch === 'own') return texts.ownEach;
  return [{ bold: wordsOf(column, merged.row.get(column.id) ?? null) }];
}

/** What stands in a cell, of different values each one; room to write where the program keeps nothing. */
function ownCell(column: FormColumn, branchId: string | null, facts: Facts): Cell {
  const isOfSchool = column.branch === 'school' || column.branch === 'merged';
  if (branchId !== null && isOfSchool) return texts.notAsked;
  if (column.private) return [{ line: true }];
  const words = allWords(facts, cellKey(column.id, branchId), (value) => wordsOf(column, value));
  return words === '' ? reportTexts.nothing : words;
}

function wordsOf(column: FormColumn, value: Json): string {
  if (value === null) return reportTexts.nothing;
  if (Array.isArray(value)) return String(value.length);
  if (value === noneTookPart) return monitoringTexts.noneTookPart;
  if (!fitsColumn(column, value))
    return `${String(propertiesOf(value).typed ?? JSON.stringify(value))} (${texts.notCounted})`;
  if (column.kind === 'system') return column.options?.[String(value)] ?? String(value);
  const option = column.options?.[String(value)];
  return option === undefined ? String(value) : texts.option(String(value), option);
}

/** «Столовая, ООО «Питание», классов 2», in the order of the form. */
const rowWords = (parts: NonNullable<FormColumn['rows']>, row: { readonly [part: string]: Json }): string =>
  parts
    .flatMap(({ id, title, kind }) => {
      const value = row[id] ?? null;
      const text = typeof value === 'object' ? String(propertiesOf(value).typed ?? '') : String(value);
      return text === '' ? [] : [kind === 'count' ? `${title.toLowerCase()} ${text}` : text];
    })
    .join(', ');

/** The lists and notes of the school's row. */
function listBlocks(form: ColumnForm, { merged }: RowsStanding): Block[] {
  const listed = (title: string, key: string): Block[] => {
    const rows = merged.row.get(key);
    if (!Array.isArray(rows)) return [];
    const parts = form.columns.find(({ id }) => key === id || key === listBeside(id))?.rows ?? [];
    const said = rows.map((row: Json) => rowWords(parts, propertiesOf(row)));
    return [{ kind: 'paragraph', text: [{ bold: `${title}: ` }, `${said.join('; ')}.`] }];
  };
  const notes = merged.notes.map((note) => {
    if ('system' in note) return `${note.branch}: ${monitoringTexts.systemNote(systemNameIn(form, note.system))}.`;
    return note.branch === null ? note.text : `${note.branch}: ${note.text}`;
  });
  return [
    ...listed(texts.modules, listBeside('14')),
    ...listed(texts.events, '24'),
    ...(notes.length > 0
      ? [{ kind: 'paragraph' as const, text: [{ bold: `${texts.notes}: ` }, notes.join(' ')] }]
      : []),
  ];
}

/** What does not agree, what waits for a confirmation, and what the school has confirmed. */
function messageBlocks(form: ColumnForm, { messages, twins }: RowsStanding): Block[] {
  const systemWords = (id: string): string => systemNameIn(form, id);
  const wordsOf = (found: RowsStanding['messages']): string[] =>
    found.map((one) => monitoringTexts.check(one, systemWords));
  const asked = twins.filter(({ isDecided }) => !isDecided);
  const lists = [
    [
      texts.errors,
      [
        ...wordsOf(messages.filter(({ level }) => level === 'error')),
        ...asked.map(({ rows }) => monitoringTexts.twins(rows.map(({ name }) => name))),
      ],
    ],
    [texts.toConfirm, wordsOf(messages.filter(({ level, isConfirmed }) => level === 'warning' && !isConfirmed))],
    [texts.confirmed, wordsOf(messages.filter(({ isConfirmed }) => isConfirmed))],
  ] as const;
  return lists.flatMap(([title, found]): Block[] =>
    found.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: [{ bold: `${title}: ` }, found.join(' ')],
          },
        ],
  );
}
