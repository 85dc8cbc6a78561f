import type { ColumnForm, FormColumn } from '../core/form/column-form.ts';
import type { Json } from '../core/json.ts';
import type { RowMessage } from '../core/monitoring/check-rows.ts';
import { newBranch } from '../core/monitoring-table/read-branch-row.ts';
import { tableColumnsOf } from '../core/monitoring-table/table-columns.ts';
import type { Question, Unread } from '../core/monitoring-table/table-reading.ts';
import type { Place } from '../core/places/place.ts';
import { propertiesOf } from '../core/submission/answer.ts';
import { systemNameIn } from '../core/systems/form-with-systems.ts';
import { monitoringTexts } from '../texts/monitoring.ts';
import { tableTexts as words } from '../texts/monitoring-table.ts';

/** What doubts are put in words with. */
export type TableNames = { form: ColumnForm; places: ReadonlyMap<string, Place> };

/** XT4: the question a doubt asks. */
export function questionWords({ about, isTwice }: Question, { form, places }: TableNames): string {
  if (about.kind === 'column') return words.about.column;
  if (about.kind === 'school') return isTwice ? words.about.twice : words.about.school;
  const school = places.get(about.school)?.shortName ?? about.school;
  if (about.kind === 'branch') return words.about.branch(school);
  const title = columnOf(form, about.column)?.title ?? '';
  const whose = about.branch === null ? school : `${school}, ${about.branch}`;
  return words.about.cell(whose, `${numberOf(about.column)} «${title}»`);
}

/** XT4: a value it may be, as a person reads it; null: not taken. */
export function choiceWords({ about }: Question, value: Json, { form, places }: TableNames): string {
  if (value === null) return words.notTaken;
  if (about.kind === 'column') return words.column(numberOf(String(value)), columnOf(form, value)?.title ?? '');
  if (value === newBranch) return words.newBranch;
  if (about.kind !== 'cell') return placeWords(places.get(String(value))) ?? String(value);
  const column = columnOf(form, about.column);
  return column ? cellWords(column, value) : String(value);
}

/** The list beside a count has the count's number. */
const numberOf = (columnId: string): string => columnId.split('.')[0] ?? columnId;

/** Places of a row are columns of a spreadsheet, too. */
const columnOf = (form: ColumnForm, wanted: Json): FormColumn | undefined =>
  [...tableColumnsOf(form), ...form.columns].find(({ id }) => id === wanted);

/** What stands in a cell, as a person reads it. */
export function cellWords({ kind, options }: FormColumn, value: Json): string {
  if (kind === 'system') return options?.[String(value)] ?? String(value);
  if (kind === 'choice') return `${value}. ${options?.[String(value)] ?? ''}`;
  if (kind === 'rows') return eventsWords(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** One message of the cross-checks, as a person reads it. */
export const messageWords = (form: ColumnForm, message: RowMessage): string =>
  monitoringTexts.check(message, (id) => systemNameIn(form, id));

const placeWords = (place: Place | undefined): string | undefined =>
  place && [place.shortName, place.address].filter(Boolean).join(', ');

function eventsWords(value: Json): string {
  if (!Array.isArray(value)) return monitoringTexts.noneTookPart;
  return value
    .map((row) => {
      const { title, pupils, teachers, name, vendor, classes } = propertiesOf(row as Json);
      if (name !== undefined) return words.module(String(name), String(vendor ?? ''), countOf(classes));
      return words.event(String(title ?? ''), countOf(pupils), countOf(teachers));
    })
    .join('; ');
}

const countOf = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined);

export const unreadWords = ({ key, why, stood }: Unread): string => words.unreadLine(key, why, stood);
