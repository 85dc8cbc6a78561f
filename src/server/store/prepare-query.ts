import type { Compilable, CompiledQuery } from 'kysely';
import type { Reader } from './engine.ts';

type Value = string | number | null;
type ListedRecord = { readonly [name: string]: Value };
/** What a call brings: a value, or a list of values or of records that all have the same names. */
type Given = Value | readonly Value[] | readonly ListedRecord[];

/** Stands in a query for the value that comes later. */
class StandIn {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
}

/**
 * A query compiled once per engine and length of its lists, then only given its values: building and compiling it anew costs
 * several times what the database needs to answer. `build` is given stand-ins: it puts them into the query and never looks at them.
 */
export function prepareQuery<All extends readonly Given[], Row>(
  build: (db: Reader, ...values: All) => Compilable<Row>,
): (db: Reader, ...values: All) => Promise<Row[]> {
  const knownByEngine = new WeakMap<object, Map<string, CompiledQuery<Row>>>();
  return async (db, ...values) => {
    const engine = db.getExecutor().adapter;
    const known = knownByEngine.get(engine) ?? new Map<string, CompiledQuery<Row>>();
    knownByEngine.set(engine, known);
    const shape = values.map(shapeOf).join(';');
    const compiled = known.get(shape) ?? build(db, ...standInsFor(values)).compile();
    known.set(shape, compiled);
    const flat = values.flatMap(valuesOf);
    const parameters = compiled.parameters.map((value) => (value instanceof StandIn ? flat[value.at] : value));
    return (await db.executeQuery<Row>({ ...compiled, parameters })).rows;
  };
}

const isList = (given: Given): given is readonly Value[] | readonly ListedRecord[] => Array.isArray(given);
const isRecord = (part: Value | ListedRecord | undefined): part is ListedRecord =>
  typeof part === 'object' && part !== null;
const namesOf = ([first]: readonly (Value | ListedRecord)[]): string[] => (isRecord(first) ? Object.keys(first) : []);

const shapeOf = (given: Given): string => (isList(given) ? `${given.length} ${namesOf(given)}` : '');

function valuesOf(given: Given): Value[] {
  if (!isList(given)) return [given];
  const names = namesOf(given);
  const values: Value[] = [];
  for (const part of given) {
    if (isRecord(part)) for (const name of names) values.push(part[name] ?? null);
    else values.push(part);
  }
  return values;
}

/** The same lists and records with a stand-in for every value in them, numbered in the order of `valuesOf`. */
function standInsFor<All extends readonly Given[]>(values: All): All {
  let at = 0;
  const next = () => new StandIn(at++);
  const standInFor = (given: Given): unknown => {
    if (!isList(given)) return next();
    const names = namesOf(given);
    return given.map((part) => (isRecord(part) ? Object.fromEntries(names.map((name) => [name, next()])) : next()));
  };
  return values.map(standInFor) as unknown as All;
}

/** A list in pieces of few different lengths, so that few different queries serve lists of every length. */
export function inPieces<Part>(list: readonly Part[]): Part[][] {
  const pieces: Part[][] = [];
  let at = 0;
  for (const size of [64, 16, 4, 1])
    for (; list.length - at >= size; at += size) pieces.push(list.slice(at, at + size));
  return pieces;
}
