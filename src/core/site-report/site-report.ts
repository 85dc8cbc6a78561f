import { fieldsOf, type SectionField, type SectionForm } from '../form/section-form.ts';
import type { Json } from '../json.ts';
import { propertiesOf } from '../submission/answer.ts';
import { type Facts, firstValue } from '../submission/facts.ts';
import { countOf } from '../submission/passport.ts';
import { itemsWith } from '../systems/section-form-with-systems.ts';

/** The id of its form. */
export const siteReportId = 'site-report';

/** What a table or a list holds when there is nothing to put into it. */
export const nothingToList = 'none';

/** The short key of the page of a yes, of the words beside it, of one item or row of a field. */
export const urlKey = (fieldId: string): string => `${fieldId}#url`;
export const detailKey = (fieldId: string): string => `${fieldId}#detail`;
export const partKey = (fieldId: string, partId: string): string => `${fieldId}:${partId}`;

/** When an imported report came, as its file says. */
export const receivedKey = 'received';

export type Row = { readonly [column: string]: Json };
export type ListedRow = { id: string; row: Row };
/** What is ticked of a list. */
type TickedItem = { id: string; url: string; text: string };

/** A field as a site has answered it. */
export type FieldAnswer = {
  field: SectionField;
  /** null: nothing was said */
  answer: 'yes' | 'no' | null;
  url: string;
  detail: string;
  ticked: readonly TickedItem[];
  rows: readonly ListedRow[];
  /** null: no figure, or one that cannot be read */
  count: number | null;
  /** said to be empty */
  isNone: boolean;
};

/** SR2: what a site reports, field by field: an item or row is a register of its own and one taken away is null. `facts`: of this form. */
export const siteReportOf = (form: SectionForm, facts: Facts): readonly FieldAnswer[] =>
  fieldsOf(form).map((field) => answerOf(field, facts));

function answerOf(field: SectionField, facts: Facts): FieldAnswer {
  const value = firstValue(facts, field.id);
  return {
    field,
    answer: value === 'yes' || value === 'no' ? value : null,
    url: textOf(firstValue(facts, urlKey(field.id))),
    detail: textOf(firstValue(facts, detailKey(field.id))),
    ticked: itemsWith(field, partsIn(facts, `${field.id}:`)).flatMap(({ id }) =>
      tickedItem(id, firstValue(facts, partKey(field.id, id))),
    ),
    rows: field.columns ? rowsIn(facts, `${field.id}:`) : [],
    count: field.kind === 'count' ? countOf(value) : null,
    isNone: value === nothingToList,
  };
}

function tickedItem(id: string, value: Json): TickedItem[] {
  const { has, url, text } = propertiesOf(value);
  return has === true ? [{ id, url: textOf(url ?? null), text: textOf(text ?? null) }] : [];
}

const partsIn = (facts: Facts, prefix: string): string[] =>
  [...facts.keys()].flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : [])).sort();

/** Rows in the order of their ids; those taken away left out. */
function rowsIn(facts: Facts, prefix: string): ListedRow[] {
  return [...facts.keys()]
    .filter((key) => key.startsWith(prefix))
    .sort()
    .flatMap((key) => {
      const value = firstValue(facts, key);
      return value === null || Array.isArray(value) || typeof value !== 'object'
        ? []
        : [{ id: key.slice(prefix.length), row: propertiesOf(value) }];
    });
}

export const textOf = (value: Json): string => (typeof value === 'string' ? value : '');

/** SR4: whether a field is filled in: an answer, a tick, a row, a figure, or «there is nothing». */
export const isFilled = ({ answer, ticked, rows, count, isNone }: FieldAnswer): boolean =>
  answer !== null || ticked.length > 0 || rows.some(saysSomething) || count !== null || isNone;

/** A row somebody has begun and left empty is on screen and nowhere else. */
export const saysSomething = ({ row }: ListedRow): boolean =>
  Object.values(row).some((value) => value !== null && value !== '');

/** SR4: fields filled in of fields asked; one that may stay empty is not asked. */
export function siteReportProgress(answers: readonly FieldAnswer[]): { answered: number; of: number } {
  const asked = answers.filter(({ field }) => !field.optional);
  return { answered: asked.filter(isFilled).length, of: asked.length };
}

/** SR4: the same from the facts of a school, as the other forms are counted. */
export const siteReportProgressOf = (form: SectionForm, facts: Facts): { answered: number; of: number } =>
  siteReportProgress(siteReportOf(form, facts));
