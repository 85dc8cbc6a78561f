import * as z from 'zod/mini';
import { type FieldItem, fieldsOf, type SectionField, type SectionForm } from '../form/section-form.ts';
import type { Json } from '../json.ts';
import { checkSiteReport, type SiteReportMessage } from '../site-report/check-site-report.ts';
import { detailKey, nothingToList, partKey, receivedKey, siteReportOf, urlKey } from '../site-report/site-report.ts';
import { propertiesOf } from '../submission/answer.ts';
import type { Facts } from '../submission/facts.ts';
import { itemsWith, namesSystems } from '../systems/section-form-with-systems.ts';
import type { AnswersWarning } from './answers-problem.ts';
import type { FormBlock } from './form-block.ts';
import { count, day, isObject, pathTo } from './parse-with.ts';
import { rowIdAt } from './read-passport.ts';
import type { Reading } from './reading.ts';
import { itemSchemaOf, rowSchemaOf, rowsName, yesNoPartsOf, yesNoSchema } from './site-report-cells.ts';
import { writeSiteReport } from './write-site-report.ts';

/** SR6: a project site's report in the file, field by field, each as its kind asks, and read back as it was written. */
export function siteReportBlock(form: SectionForm): FormBlock {
  return {
    id: form.id,
    version: form.version,
    read: (reading, raw, path) => readReport(form, reading, raw, path),
    warningsOf: (reading, path) => warningsOf(form, reading, path),
    write: (registers, campaignId) => writeSiteReport(form, registers, campaignId),
  };
}

/** Where a value stands in the file, and what takes it by its short key. */
type Spot = { reading: Reading; field: SectionField; path: string; take: Take };
type Take = (key: string, value: Json | undefined, path: string) => void;

function readReport(form: SectionForm, reading: Reading, raw: unknown, path: string): void {
  if (!isObject(raw)) {
    reading.problems.push({ code: 'wrong-type', expected: 'object', path });
    return;
  }
  const take: Take = (key, value, at) => {
    if (value !== undefined) reading.take(`${reading.campaign.id}/${form.id}/${key}`, value, at);
  };
  const fields = fieldsOf(form);
  for (const [name, value] of Object.entries(raw)) {
    const at = pathTo(path, name);
    const field = fields.find(({ id }) => id === name);
    const listed = fields.find(({ id, kind }) => kind === 'count' && rowsName(id) === name);
    if (name === receivedKey) take(receivedKey, reading.parse(z.optional(day), value, at), at);
    else if (listed) readRows({ reading, field: listed, path: at, take }, value);
    else if (!field) reading.problems.push({ code: 'unknown-field', name, path: at });
    else if (value !== null) readField({ reading, field, path: at, take }, value);
  }
}

function readField(spot: Spot, raw: unknown): void {
  const { reading, field, path, take } = spot;
  if (field.kind === 'yes-no') readYesNo(spot, raw);
  else if (field.kind === 'count') take(field.id, reading.parse(z.optional(count), raw, path), path);
  else if (raw === nothingToList) take(field.id, nothingToList, path);
  else if (field.kind === 'checklist') readItems(spot, raw);
  else readRows(spot, raw);
}

/** `"yes"`, or with its page and words `{ "answer": "yes", "url": "…", "detail": "…" }`. */
function readYesNo({ reading, field, path, take }: Spot, raw: unknown): void {
  if (!isObject(raw)) {
    take(field.id, reading.parse(z.optional(yesNoSchema), raw, path), path);
    return;
  }
  const { answer, url, detail } = propertiesOf(reading.parse(yesNoPartsOf(field), raw, path) ?? null);
  take(field.id, answer, pathTo(path, 'answer'));
  take(urlKey(field.id), url, pathTo(path, 'url'));
  take(detailKey(field.id), detail, pathTo(path, 'detail'));
}

/** Items by id: `true`, `false`, or `{ "url": "…", "text": "…" }`; a list of ids is all of them ticked. */
function readItems(spot: Spot, raw: unknown): void {
  const { reading, field, path, take } = spot;
  const allowed = (field.items ?? []).map(({ id }) => id);
  if (Array.isArray(raw)) {
    for (const [at, id] of raw.entries())
      if (itemIn(spot, id, pathTo(path, at))) take(partKey(field.id, id), { has: true }, pathTo(path, at));
      else reading.problems.push({ code: 'unknown-option', value: id, allowed, path: pathTo(path, at) });
    return;
  }
  if (!isObject(raw)) {
    reading.problems.push({ code: 'wrong-type', expected: 'object', path });
    return;
  }
  for (const [id, value] of Object.entries(raw)) {
    const at = pathTo(path, id);
    const item = itemIn(spot, id, at);
    if (!item) reading.problems.push({ code: 'unknown-field', name: id, path: at });
    else if (typeof value === 'boolean') take(partKey(field.id, id), { has: value }, at);
    else if (value !== null) {
      const read = reading.parse(itemSchemaOf(item), value, at);
      if (read !== undefined) take(partKey(field.id, id), { has: true, ...propertiesOf(read) }, at);
    }
  }
}

/** An item of the list; of systems a region's own too (DW4). */
function itemIn({ reading, field }: Spot, id: unknown, path: string): FieldItem | undefined {
  const item = itemsWith(field, [String(id)]).find((one) => one.id === id);
  if (item && namesSystems(field)) reading.checkSystem(id, 'surrounding', path);
  return item;
}

/** A row is the first, second … or the one its `id` names. */
function readRows({ reading, field, path, take }: Spot, raw: unknown): void {
  if (raw === null) return;
  const rows = reading.parse(z.array(z.unknown()), field.most === 1 && isObject(raw) ? [raw] : raw, path);
  for (const [at, one] of (rows ?? []).entries()) {
    const rowPath = pathTo(path, at);
    const { id = rowIdAt(at), ...cells } = propertiesOf(reading.parse(rowSchemaOf(field), one, rowPath) ?? null);
    if (Object.keys(cells).length > 0) take(partKey(field.id, String(id)), cells, rowPath);
  }
}

/** AF8, SR3: what does not agree is told and stops nothing: a paper return is what it is. */
function warningsOf(form: SectionForm, reading: Reading, path: string): AnswersWarning[] {
  const prefix = `${reading.campaign.id}/${form.id}/`;
  const facts: Facts = new Map(
    [...reading.facts()].flatMap(([key, values]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), values] as const] : [],
    ),
  );
  return checkSiteReport(siteReportOf(form, facts)).map((message) => ({
    code: 'site-report-check',
    check: message.code,
    path: pathOf(message, reading, prefix, path),
  }));
}

function pathOf({ fieldId, part, column }: SiteReportMessage, reading: Reading, prefix: string, root: string): string {
  const key = part === null ? fieldId : partKey(fieldId, part);
  const at = reading.paths.get(prefix + key) ?? pathTo(root, fieldId);
  return column === null ? at : pathTo(at, column);
}
