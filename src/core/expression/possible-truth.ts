import { isTrue } from './evaluate.ts';
import { allPartsOf, type Expression, namesIn } from './expression.ts';
import { toNumber } from './values.ts';

/** What the answer of a question can be: one of a few, several of a few, a number, or anything. */
export type Domain =
  | { kind: 'one'; values: readonly string[] }
  | { kind: 'several'; values: readonly string[] }
  | { kind: 'number'; whole: boolean; least: number }
  | { kind: 'any' };

/** EX2: evaluations times parts at most; what would take more is not decided. */
const mostWork = 200_000;

/**
 * EX8: whether an expression can be true at all, or is always: by trying every answer that makes a difference. Each question may
 * be unanswered. null: it can be both, or it cannot be decided so: a question that may hold anything is read in another way than by
 * comparing it with something written in the expression.
 */
export function possibleTruth(
  expression: Expression,
  domainOf: (name: string) => Domain,
  today: string,
): 'never' | 'always' | null {
  const parts = allPartsOf(expression);
  const names = namesIn(expression);
  const choices = names.map((name) => candidatesOf(name, domainOf(name), parts));
  if (choices.includes(null)) return null;
  const lists = choices as (readonly string[])[];
  if (lists.reduce((product, list) => product * list.length, parts.length) > mostWork) return null;
  let [isEver, isAlways] = [false, true];
  for (const answers of combinations(lists)) {
    const truth = isTrue(expression, { valueOf: (name) => answers[names.indexOf(name)] ?? '', today });
    isEver ||= truth;
    isAlways &&= truth;
    if (isEver && !isAlways) return null;
  }
  return isEver ? 'always' : 'never';
}

function* combinations(lists: readonly (readonly string[])[]): Generator<readonly string[]> {
  const places = lists.map(() => 0);
  for (;;) {
    yield lists.map((list, at) => list[places[at] ?? 0] ?? '');
    let at = 0;
    while (at < lists.length && (places[at] ?? 0) + 1 >= (lists[at]?.length ?? 0)) places[at++] = 0;
    if (at === lists.length) return;
    places[at] = (places[at] ?? 0) + 1;
  }
}

/** Answers that make every difference the expression can see; null: they cannot be listed. */
function candidatesOf(name: string, domain: Domain, parts: readonly Expression[]): readonly string[] | null {
  if (domain.kind === 'one') return ['', ...domain.values];
  const read = readings(name, parts);
  if (domain.kind === 'several') {
    const isOnlySelected = read !== null && read.texts.length === 0 && read.numbers.length === 0;
    const seen = isOnlySelected ? domain.values.filter((value) => read.selected.includes(value)) : domain.values;
    const other = domain.values.find((value) => !seen.includes(value));
    return subsetsOf(other === undefined ? seen : [...seen, other]);
  }
  if (read === null || read.selected.length > 0) return null;
  if (domain.kind === 'any') return read.numbers.length > 0 ? null : ['', ...read.texts, unlike(read.texts)];
  const written = [...read.numbers, ...read.texts.map(toNumber).filter((one) => !Number.isNaN(one))];
  return ['', ...around(written, domain).map(String)];
}

/** At most 2^8 of them. */
function subsetsOf(values: readonly string[]): readonly string[] | null {
  if (values.length > 8) return null;
  return Array.from({ length: 2 ** values.length }, (_, mask) =>
    values.filter((_value, at) => (mask >> at) % 2 === 1).join(' '),
  );
}

type Readings = { numbers: number[]; texts: string[]; selected: string[] };

/** What an answer is compared with; null: it is read in some other way, too. */
function readings(name: string, parts: readonly Expression[]): Readings | null {
  const read: Readings = { numbers: [], texts: [], selected: [] };
  let direct = 0;
  for (const part of parts) {
    if (part.kind === 'call' && part.name === 'selected') {
      const [list, item] = part.args;
      if (list?.kind !== 'name' || list.name !== name || item?.kind !== 'text') continue;
      read.selected.push(item.value.trim());
      direct += 1;
    }
    if (part.kind !== 'chain' || part.rest.length !== 1) continue;
    const [only] = part.rest;
    if (!only || !['=', '!=', '<', '<=', '>', '>='].includes(only.operator)) continue;
    const [mine, written] = part.first.kind === 'name' ? [part.first, only.operand] : [only.operand, part.first];
    if (mine.kind !== 'name' || mine.name !== name) continue;
    const figure = numberWritten(written);
    if (figure !== null) read.numbers.push(figure);
    else if (written.kind === 'text' && (only.operator === '=' || only.operator === '!='))
      read.texts.push(written.value);
    else continue;
    direct += 1;
  }
  return direct === parts.filter((part) => part.kind === 'name' && part.name === name).length ? read : null;
}

function numberWritten(part: Expression): number | null {
  if (part.kind === 'number') return part.value;
  return part.kind === 'minus' && part.operand.kind === 'number' ? -part.operand.value : null;
}

/** Every number written, one below, one above and one between each two of them. */
function around(written: readonly number[], { whole, least }: { whole: boolean; least: number }): readonly number[] {
  const sorted = [...new Set(written)].sort((a, b) => a - b);
  const between = sorted.flatMap((one, at) => {
    const next = sorted[at + 1];
    return [one - 1, one, one + 1, ...(next === undefined ? [] : [(one + next) / 2, Math.ceil((one + next) / 2)])];
  });
  const fits = [0, ...between].filter((one) => one >= least && (!whole || Number.isInteger(one)));
  const edges = sorted.flatMap((one) => [Math.floor(one), Math.ceil(one)]).filter((one) => one >= least);
  return [...new Set([...fits, ...edges])];
}

const unlike = (texts: readonly string[]): string => `${texts.join('')}~`;

/** EX8: options that are compared with a question's answer and are none of its options. */
export function unknownOptions(
  expression: Expression,
  domainOf: (name: string) => Domain,
): readonly { name: string; option: string }[] {
  const parts = allPartsOf(expression);
  return namesIn(expression).flatMap((name) => {
    const domain = domainOf(name);
    if (domain.kind !== 'one' && domain.kind !== 'several') return [];
    const known = domain.values;
    return comparedWith(name, parts)
      .filter((option) => option !== '' && !known.includes(option))
      .map((option) => ({ name, option }));
  });
}

function comparedWith(name: string, parts: readonly Expression[]): readonly string[] {
  const isMine = (part: Expression | undefined) => part?.kind === 'name' && part.name === name;
  const options = parts.flatMap((part): Expression[] => {
    if (part.kind === 'call' && part.name === 'selected' && isMine(part.args[0])) return part.args.slice(1);
    const [only] = part.kind === 'chain' && part.rest.length === 1 ? part.rest : [];
    if (part.kind !== 'chain' || !only || (only.operator !== '=' && only.operator !== '!=')) return [];
    if (isMine(part.first)) return [only.operand];
    return isMine(only.operand) ? [part.first] : [];
  });
  return [
    ...new Set(
      options.flatMap((part) =>
        part.kind === 'text' ? [part.value.trim()] : part.kind === 'number' ? [String(part.value)] : [],
      ),
    ),
  ];
}
