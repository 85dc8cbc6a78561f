import type { Compilable, CompiledQuery } from 'kysely';
import type { Reader } from './engine.ts';

/** Stands in a query for the value that comes later. */
class StandIn {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
}

/**
 * A query compiled once per engine and number of listed values, then only given its values: building and compiling it anew costs
 * several times what the database needs to answer. `build` is given stand-ins: it puts them into the query and never looks at them.
 */
export function prepareQuery<Values extends readonly unknown[], Row>(
  build: (db: Reader, ...values: Values) => Compilable<Row>,
): (db: Reader, ...values: Values) => Promise<Row[]> {
  const known = new WeakMap<object, Map<string, CompiledQuery<Row>>>();
  return async (db, ...values) => {
    const engine = db.getExecutor().adapter;
    const ofEngine = known.get(engine) ?? new Map<string, CompiledQuery<Row>>();
    known.set(engine, ofEngine);
    const shape = values.map((value) => (Array.isArray(value) ? value.length : '')).join();
    const compiled = ofEngine.get(shape) ?? build(db, ...standInsOf(values)).compile();
    ofEngine.set(shape, compiled);
    return (await executeWith(db, compiled, flatten(values))).rows;
  };
}

const executeWith = <Row>(db: Reader, compiled: CompiledQuery<Row>, values: readonly unknown[]) =>
  db.executeQuery<Row>({
    ...compiled,
    parameters: compiled.parameters.map((value) => (value instanceof StandIn ? values[value.at] : value)),
  });

/** The same lists and records with a stand-in for every value in them, numbered in the order of `flatten`. */
function standInsOf<Values extends readonly unknown[]>(values: Values): Values {
  let at = 0;
  const standInFor = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(standInFor);
    if (typeof value !== 'object' || value === null) return new StandIn(at++);
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, standInFor(part)]));
  };
  return standInFor(values) as Values;
}

function flatten(value: unknown, values: unknown[] = []): unknown[] {
  if (typeof value !== 'object' || value === null) values.push(value);
  else for (const part of Object.values(value)) flatten(part, values);
  return values;
}

/** A list in pieces of few different lengths, so that few different queries serve lists of every length. */
export function inPieces<Part>(list: readonly Part[]): Part[][] {
  const pieces: Part[][] = [];
  let at = 0;
  for (const size of [64, 16, 4, 1])
    for (; list.length - at >= size; at += size) pieces.push(list.slice(at, at + size));
  return pieces;
}
