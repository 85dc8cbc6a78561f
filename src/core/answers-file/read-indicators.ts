import * as z from 'zod/mini';
import { answerKindOf, type TypedKindName } from '../../answer-kinds/kinds.ts';
import { chosenValue, optionsOf } from '../form/answer-values.ts';
import { type Indicator, indicatorsOf, type TotalName } from '../form/form.ts';
import type { Json } from '../json.ts';
import { rowsOf, type Totals } from '../submission/passport.ts';
import { count, day, isObject, pathTo, text } from './parse-with.ts';
import { branchPrefix, buildingPrefix, rowIdAt } from './read-passport.ts';
import type { Reading } from './reading.ts';

type Block = Readonly<Record<string, unknown>>;

const ratioSchema = z.strictObject({ n: count, total: z.optional(count) });

const evidenceSchema = z.strictObject({
  number: z.optional(text),
  date: z.optional(day),
  link: z.optional(text),
  note: z.optional(text),
});

/** More buildings than any school has; a total above it is a slip of the finger, not a passport. */
const mostBuildings = 100;

/** The answers of the form; `null` is an answer not given. Totals first, so that they fill the passport for one another (AF6). */
export function readIndicators(reading: Reading, block: Block, path: string): void {
  const given = Object.entries(block)
    .filter(([, raw]) => raw !== null)
    .flatMap(([id, raw]) => {
      const indicator = indicatorBy(reading, id, pathTo(path, id));
      return indicator ? [{ indicator, raw, path: pathTo(path, id) }] : [];
    });
  for (const one of given) fillTotal(reading, one.indicator, one.raw, one.path);
  const totals = reading.totals();
  for (const one of given) readAnswer(reading, one.indicator, one.raw, totals, one.path);
}

/** What shows that answers are true, and comments to them: `evidence` and `comments` of a school, by indicator. */
export function readRemarks(reading: Reading, block: Block, part: 'evidence' | 'comment', path: string): void {
  for (const [id, raw] of Object.entries(block)) {
    const at = pathTo(path, id);
    const indicator = indicatorBy(reading, id, at);
    const schema: z.ZodMiniType<Json | undefined> =
      part === 'comment' ? z.optional(text) : (z.optional(evidenceSchema) as z.ZodMiniType<Json | undefined>);
    const value = indicator ? reading.parse(schema, raw, at) : undefined;
    if (value !== undefined && !isBlank(value)) reading.take(`${id}#${part}`, value, at);
  }
}

const isBlank = (value: Json): boolean => isObject(value) && Object.keys(value).length === 0;

/** AF4: an indicator of the form that people answer; a computed one takes no answer. */
function indicatorBy(reading: Reading, id: string, path: string): Indicator | undefined {
  const indicator = indicatorsOf(reading.form).find((one) => one.id === id);
  if (indicator && indicator.kind !== 'derived') return indicator;
  reading.problems.push({ code: indicator ? 'computed' : 'unknown-indicator', id, path });
  return undefined;
}

/** AF6: a total the passport does not have yet fills it; of pupils, teachers and classes the branches' are taken off (PP1). */
function fillTotal(reading: Reading, indicator: Indicator, raw: unknown, path: string): void {
  const name = indicator.total;
  const total = isObject(raw) ? ratioSchema.safeParse(raw).data?.total : undefined;
  if (name === undefined || total === undefined || reading.totals()[name] !== null) return;
  if (name === 'buildings') {
    if (total === 0 || total > mostBuildings) return;
    for (let at = 0; at < total; at += 1) reading.take(buildingPrefix + rowIdAt(at), { lessonsHeld: true }, path);
  } else {
    const own = total - ofBranches(reading, name);
    if (own < 0) return;
    reading.take(`-/passport/${name}`, own, path);
  }
  reading.warnings.push({ code: 'passport-filled', figure: name, total, path });
}

const ofBranches = (reading: Reading, name: TotalName): number =>
  rowsOf(reading.facts(), branchPrefix).reduce((sum, [, row]) => sum + Number(row[name] ?? 0), 0);

function readAnswer(reading: Reading, indicator: Indicator, raw: unknown, totals: Totals, path: string): void {
  const { problems } = reading;
  if (raw === 'notProvided') reading.take(indicator.id, raw, path);
  else if (isObject(raw) && 'na' in raw) readNotApplicable(reading, indicator, raw, path);
  else if (indicator.total) readRatio(reading, indicator, raw, totals[indicator.total], path);
  else if (indicator.kind === 'text') readWords(reading, indicator, raw, path);
  else if (indicator.kind === 'choices' && Array.isArray(raw) && raw.length === 0) return;
  else {
    const kind = answerKindOf(indicator.kind as TypedKindName);
    const context = { total: null, buildings: totals.buildings, asOf: reading.campaign.asOf };
    const problem = kind.isValue(raw) ? kind.check(raw, indicator, context)?.code : 'unknown-value';
    if (problem === 'unknown-value' || problem === 'unknown-option' || problem === 'not-whole')
      problems.push({ ...misfitOf(indicator, raw as Json), path });
    else reading.take(indicator.id, indicator.kind === 'choices' ? chosenValue(raw as string[]) : (raw as Json), path);
  }
}

/** AF4: words as the screen stores them. */
function readWords(reading: Reading, { id }: Indicator, raw: unknown, path: string): void {
  const words = reading.parse(z.optional(text), raw, path);
  if (words !== undefined) reading.take(id, words, path);
}

/** AF7: «does not apply» needs a reason, and a school may not say it of a critical indicator. */
function readNotApplicable(reading: Reading, indicator: Indicator, raw: Block, path: string): void {
  if (indicator.critical) return void reading.problems.push({ code: 'na-critical', path });
  const answer = reading.parse(z.strictObject({ na: z.optional(text) }), raw, path);
  if (answer?.na) reading.take(indicator.id, { na: answer.na }, path);
  else if (answer) reading.problems.push({ code: 'na-without-reason', path });
}

/** AF6: `"full"` is n = total; a total unlike the passport's is a problem; n is never above it. Only n is stored. */
function readRatio(reading: Reading, indicator: Indicator, raw: unknown, passport: number | null, path: string): void {
  const { problems } = reading;
  if (raw === 'full') {
    if (passport === null) problems.push({ code: 'full-without-total', path });
    else reading.take(indicator.id, { n: passport }, path);
    return;
  }
  const answer = reading.parse(ratioSchema, raw, path);
  if (!answer) return;
  const { n, total } = answer;
  if (total !== undefined && total !== passport) {
    if (passport === null && indicator.total === 'buildings')
      problems.push({ code: 'out-of-range', value: total, least: 1, most: mostBuildings, path });
    else
      problems.push({
        code: 'total-differs',
        total,
        passport: passport ?? ofBranches(reading, indicator.total ?? 'pupils'),
        path,
      });
  } else if (passport !== null && n > passport) problems.push({ code: 'above-total', count: n, total: passport, path });
  else reading.take(indicator.id, { n }, path);
}

type Misfit =
  | { code: 'unknown-option'; value: Json; allowed: readonly string[] }
  | { code: 'not-a-date' }
  | { code: 'wrong-type'; expected: 'count' | 'whole' | 'number' };

function misfitOf(indicator: Indicator, value: Json): Misfit {
  if (indicator.kind === 'date') return { code: 'not-a-date' };
  if (indicator.kind === 'number') return { code: 'wrong-type', expected: 'count' };
  if (indicator.kind === 'figure') return { code: 'wrong-type', expected: indicator.decimal ? 'number' : 'whole' };
  const known = optionsOf(indicator);
  const unknown = Array.isArray(value) ? value.find((one) => !known.includes(String(one))) : undefined;
  if (indicator.kind === 'choices') return { code: 'unknown-option', value: unknown ?? value, allowed: known };
  const yesNo = indicator.kind === 'yes-no' ? ['yes', 'no'] : ['yes', 'partial', 'no'];
  return {
    code: 'unknown-option',
    value,
    allowed: indicator.kind === 'choice' ? known : yesNo,
  };
}
