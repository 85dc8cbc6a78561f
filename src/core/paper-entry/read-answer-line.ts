import { dayNumberOf } from '../../answer-kinds/day.ts';
import { answerValuesOf, chosenValue, isTypedIn, optionsOf } from '../form/answer-values.ts';
import type { Indicator } from '../form/form.ts';
import type { Json } from '../json.ts';
import { propertiesOf } from '../submission/answer.ts';
import { type Facts, firstValue } from '../submission/facts.ts';
import { totalsOf } from '../submission/passport.ts';
import { looksPersonal } from '../submission/personal-data.ts';
import { readCount, readDay, readFigure } from '../submission/typed-text.ts';
import { type PaperEntry, type PaperProblem, type PaperRead, refused, written } from './paper-problem.ts';

/** What lines are read by. */
export type PaperContext = { facts: Facts; asOf: string; schoolYear: string };

/** PE2: keys that are the same everywhere: not submitted, does not apply, all of them, struck out. */
const [silence, notApplicable, all, strike] = ['-', '*', '+', '/'] as const;

/**
 * An answer as typed: `1`, `12`, `15.05`, and after commas what else the line of the paper holds: the number and the day of the
 * document, or the reason of «не применимо».
 */
export function readAnswerLine(indicator: Indicator, typed: string, context: PaperContext): PaperRead {
  const [first = '', ...rest] = withPoint(indicator, typed)
    .split(/[,;]/)
    .map((part) => part.trim());
  const text = first.replace(/^[\u2010-\u2015]$/, silence);
  if (text === strike) return written({ key: indicator.id, value: null });
  if (indicator.kind === 'text' && text !== silence && text !== notApplicable) return readWords(indicator, typed);
  const value = valueByKey(indicator, text);
  if (value === undefined) return withDocument(readTyped(indicator, text, context), indicator, rest, context);
  if (typeof value === 'object' && value !== null && 'code' in value) return refused(value as PaperProblem);
  if (propertiesOf(value as Json).na === undefined)
    return withDocument(written({ key: indicator.id, value: value as Json }), indicator, rest, context);
  return readReason(indicator, rest.join(', '));
}

/** A comma between the digits of a figure is its own, not what parts it from the document. */
const withPoint = ({ kind, decimal }: Indicator, typed: string): string =>
  kind === 'figure' && decimal ? typed.replace(/^(\s*[-\u2212]?\d+),(?=\d)/, '$1.') : typed;

/** Words as they stand on paper, the whole line of them. */
function readWords({ id }: Indicator, typed: string): PaperRead {
  const entry = { key: id, value: typed.trim() };
  return looksPersonal(typed) ? refused({ code: 'looks-personal' }, entry) : written(entry);
}

/** PE3: «не применимо» is written with its reason only. */
export function readReason({ id }: Indicator, reason: string): PaperRead {
  if (reason.trim() === '') return refused({ code: 'reason-needed' });
  const entry = { key: id, value: { na: reason.trim() } };
  return looksPersonal(reason) ? refused({ code: 'looks-personal' }, entry) : written(entry);
}

/** PE2: what a key stands for; undefined: it is not a key but a value to read. */
function valueByKey(indicator: Indicator, text: string): Json | PaperProblem | undefined {
  if (text === silence) return 'notProvided';
  if (text === notApplicable) return indicator.critical ? { code: 'na-critical' } : { na: '' };
  if (isTypedIn(indicator)) return undefined;
  const values = answerValuesOf(indicator);
  const notAKey: PaperProblem = { code: 'not-a-key', typed: text, most: values.length };
  const keys = indicator.kind === 'choices' ? text.split(/[\s+]+/) : [text];
  const chosen = keys.map((key) => (/^\d{1,2}$/.test(key) ? values[Number(key) - 1] : undefined));
  if (keys.length === 1) return chosen[0] ?? notAKey;
  // of several options any number may be taken together, a special answer only alone
  const options = optionsOf(indicator);
  const taken = keys.flatMap((key) => (/^\d{1,2}$/.test(key) ? (options[Number(key) - 1] ?? []) : []));
  return taken.length === keys.length ? chosenValue(taken) : notAKey;
}

function readTyped(indicator: Indicator, text: string, { facts, asOf }: PaperContext): PaperRead {
  const { id, kind } = indicator;
  if (kind === 'date') {
    const day = dayAsTyped(text, asOf);
    if (day === null) return refused({ code: 'not-a-date', typed: text }, { key: id, value: { typed: text } });
    const entry = { key: id, value: day };
    return indicator.fresh && day > asOf ? refused({ code: 'date-in-future', date: day, asOf }, entry) : written(entry);
  }
  if (kind === 'figure') return readFigureLine(indicator, text);
  const totals = totalsOf(facts);
  if (kind === 'ratio') return readRatio(indicator, text, totals[indicator.total ?? 'pupils']);
  const count = readCount(text);
  if (typeof count !== 'number')
    return refused({ code: 'not-a-count', typed: text }, { key: id, value: { typed: text } });
  const entry = { key: id, value: count };
  return totals.buildings === null && count > 0 ? refused({ code: 'total-unknown' }, entry) : written(entry);
}

/** A number of any sign, with a fraction only where the form has one. */
function readFigureLine({ id, decimal }: Indicator, text: string): PaperRead {
  const figure = readFigure(text);
  if (typeof figure !== 'number')
    return refused({ code: 'not-a-figure', typed: text }, { key: id, value: { typed: text } });
  const entry = { key: id, value: figure };
  return decimal || Number.isInteger(figure) ? written(entry) : refused({ code: 'not-whole', figure }, entry);
}

/** `12`, `12/19`, `12 из 19` or `+`, all of them; a total on the line must be the passport's. */
function readRatio({ id }: Indicator, text: string, total: number | null): PaperRead {
  if (text === all)
    return total === null ? refused({ code: 'total-unknown' }) : written({ key: id, value: { n: total } });
  const [, part = text, whole] = /^(.+?)\s*(?:\/|из)\s*(\d+)$/i.exec(text) ?? [];
  const count = readCount(part);
  if (typeof count !== 'number')
    return refused({ code: 'not-a-count', typed: text }, { key: id, value: { typed: text } });
  const entry = { key: id, value: { n: count } };
  if (total === null) return refused({ code: 'total-unknown' }, entry);
  if (count > total) return refused({ code: 'above-total', count, total }, entry);
  if (whole !== undefined && Number(whole) !== total)
    return refused({ code: 'total-differs', typed: Number(whole), total }, entry);
  return written(entry);
}

/** The document's number and day beside an answer, joined to the evidence that stands there. */
function withDocument(
  read: PaperRead,
  { id }: Indicator,
  rest: readonly string[],
  { facts, asOf }: PaperContext,
): PaperRead {
  const parts = rest.filter((part) => part !== '');
  if (parts.length === 0) return read;
  const day = dayAsTyped((parts.at(-1) ?? '').replace(/^от\s+/i, ''), asOf);
  const number = (day === null ? parts : parts.slice(0, -1)).join(', ').replace(/^№\s*/, '');
  const key = `${id}#evidence`;
  const value = {
    ...propertiesOf(firstValue(facts, key)),
    ...(number ? { number } : {}),
    ...(day ? { date: day } : {}),
  };
  const evidence: PaperEntry = { key, value };
  if (!read.ok) return { ...read, keep: read.keep.length > 0 ? [...read.keep, evidence] : [] };
  return looksPersonal(number)
    ? refused({ code: 'looks-personal' }, ...read.entries, evidence)
    : written(...read.entries, evidence);
}

/** PE5: a day as typed; one without a year is the last such day that has come by the as-of date. Null: there is no such day. */
function dayAsTyped(text: string, asOf: string): string | null {
  const short = /^(\d{1,2})[.\s/-](\d{1,2})\.?$/.exec(text.trim());
  if (!short) {
    const day = readDay(text);
    return typeof day === 'string' ? day : null;
  }
  const year = Number(asOf.slice(0, 4));
  const inYear = (one: number) => `${one}-${(short[2] ?? '').padStart(2, '0')}-${(short[1] ?? '').padStart(2, '0')}`;
  // 29 February may lie up to eight years back
  const found = Array.from({ length: 9 }, (_, back) => inYear(year - back)).find(
    (day) => dayNumberOf(day) !== null && day <= asOf,
  );
  return found ?? null;
}
