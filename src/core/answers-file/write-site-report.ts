import type { SectionField, SectionForm } from '../form/section-form.ts';
import { fieldsOf } from '../form/section-form.ts';
import type { Json } from '../json.ts';
import { detailKey, nothingToList, partKey, receivedKey, urlKey } from '../site-report/site-report.ts';
import { propertiesOf } from '../submission/answer.ts';
import { type Facts, factsOf, firstValue } from '../submission/facts.ts';
import type { Registers } from '../submission/registers.ts';
import { itemsWith } from '../systems/section-form-with-systems.ts';
import type { WrittenBlock } from './form-block.ts';
import { count, day, rowId, text } from './parse-with.ts';
import { itemSchemaOf, rowSchemaOf, rowsName } from './site-report-cells.ts';

/** AF12, SR6: the report as import reads it back; what it would refuse is told apart. */
export function writeSiteReport(form: SectionForm, registers: Registers, campaignId: string): WrittenBlock | null {
  const facts = factsOf(registers, campaignId, form.id);
  const keys = [...facts.keys()].filter((key) => !key.startsWith('-/')).sort();
  if (keys.length === 0) return null;
  const placed = new Set<string>();
  const place = (key: string, isFit: (value: Json) => boolean): Json | undefined => {
    const value = facts.get(key)?.[0] ?? null;
    if (value === null || !isFit(value)) return undefined;
    placed.add(key);
    return value;
  };
  const block = Object.fromEntries([
    ...given(
      receivedKey,
      place(receivedKey, (value) => day.safeParse(value).success),
    ),
    ...fieldsOf(form).flatMap((field) => writtenField(field, facts, place)),
  ]);
  return {
    block,
    conflicts: keys.flatMap((key) => {
      const [first, ...others] = facts.get(key) ?? [];
      return first !== undefined && others.length > 0 ? [{ register: `${form.id}/${key}`, values: others }] : [];
    }),
    notTaken: keys
      .filter((key) => !placed.has(key))
      .map((key) => ({ register: `${form.id}/${key}`, value: facts.get(key)?.[0] ?? null })),
  };
}

type Place = (key: string, isFit: (value: Json) => boolean) => Json | undefined;

const given = (name: string, value: Json | undefined): [string, Json][] => (value === undefined ? [] : [[name, value]]);

function writtenField(field: SectionField, facts: Facts, place: Place): [string, Json][] {
  const { id, kind } = field;
  if (kind === 'yes-no') {
    const answer = place(id, (value) => value === 'yes' || value === 'no');
    const beside = Object.fromEntries([
      ...given('url', field.needsUrl ? place(urlKey(id), isText) : undefined),
      ...given('detail', field.detail ? place(detailKey(id), isText) : undefined),
    ]);
    if (Object.keys(beside).length === 0) return given(id, answer);
    return [[id, { ...Object.fromEntries(given('answer', answer)), ...beside }]];
  }
  const rows = writtenRows(field, facts, place);
  if (kind === 'count')
    return [
      ...given(
        id,
        place(id, (value) => count.safeParse(value).success),
      ),
      ...(rows.length > 0 ? [[rowsName(id), rows] as [string, Json]] : []),
    ];
  if (rows.length > 0) return [[id, rows]];
  const items = writtenItems(field, facts, place);
  if (items.length > 0) return [[id, Object.fromEntries(items)]];
  return given(
    id,
    place(id, (value) => value === nothingToList),
  );
}

const isText = (value: Json): boolean => text.safeParse(value).success;

/** Each under its id, so that it comes back into its own register; of a row with a cell import would refuse the others stand here. */
function writtenRows(field: SectionField, facts: Facts, place: Place): Json[] {
  const prefix = `${field.id}:`;
  if (!field.columns) return [];
  const schema = rowSchemaOf(field);
  const keys = [...facts.keys()].filter((key) => key.startsWith(prefix)).sort();
  return keys.flatMap((key) => {
    const cells = Object.entries(propertiesOf(firstValue(facts, key)));
    const fitting = cells.filter(([name, cell]) => name !== 'id' && schema.safeParse({ [name]: cell }).success);
    place(key, () => fitting.length === cells.length);
    const id = key.slice(prefix.length);
    return fitting.length > 0 && rowId.safeParse(id).success ? [{ id, ...Object.fromEntries(fitting) }] : [];
  });
}

function writtenItems(field: SectionField, facts: Facts, place: Place): [string, Json][] {
  const { id: fieldId } = field;
  const prefix = `${fieldId}:`;
  const named = [...facts.keys()].flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : []));
  return itemsWith(field, named).flatMap((item) => {
    const value = place(partKey(fieldId, item.id), (one) => itemSchemaOf(item).safeParse(one).success);
    const { has, ...beside } = propertiesOf(value ?? null);
    if (typeof has !== 'boolean') return [];
    return [[item.id, Object.keys(beside).length === 0 ? has : { has, ...beside }] as [string, Json]];
  });
}
