import { fail, ok, type Result } from '../../core/result.ts';
import type { Engine, Reader, Writer } from './engine.ts';
import { continueNumbers } from './open-postgres.ts';
import { type Tables, tableNames } from './tables.ts';
import { verifyStore } from './verify-store.ts';

export type Moved = { histories: number; rows: ReadonlyMap<string, number> };
export type MoveProblem = { code: 'not-empty' } | { code: 'unlike'; history: string };

/** fewer values than PostgreSQL takes in one statement */
const rowsAtOnce = 1000;

/**
 * PG5: carries every table of `from` into the empty store `to`, in one transaction that stands only if every history there
 * verifies and ends with the same number and chain value. Nobody writes into `from` meanwhile.
 */
export async function moveStore(from: Engine, to: Engine): Promise<Result<Moved, MoveProblem>> {
  try {
    return ok(await from.write((source) => to.write((target) => moveAll(source, target))));
  } catch (error) {
    if (error instanceof Refused) return fail(error.problem);
    throw error;
  }
}

/** Thrown so that the transaction is undone. */
class Refused extends Error {
  readonly problem: MoveProblem;
  constructor(problem: MoveProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

async function moveAll(source: Writer, target: Writer): Promise<Moved> {
  for (const table of tableNames) if ((await countRows(target, table)) > 0) throw new Refused({ code: 'not-empty' });
  const rows = new Map<string, number>();
  for (const table of tableNames) rows.set(table, await copyTable(source, target, table));
  await continueNumbers(target);
  return { histories: await compareHistories(source, target), rows };
}

/** Without the version, which every store that was opened once has. */
async function countRows(db: Reader, table: keyof Tables): Promise<number> {
  const rows = db.selectFrom(table).select(({ fn }) => fn.countAll().as('rows'));
  const counted = table === 'settings' ? rows.where('settings.name', '!=', 'schema') : rows;
  return Number((await counted.executeTakeFirstOrThrow()).rows);
}

async function copyTable(source: Reader, target: Writer, table: keyof Tables): Promise<number> {
  let batch: Record<string, unknown>[] = [];
  let count = 0;
  const put = async () => {
    if (batch.length > 0)
      await target
        .insertInto(table)
        .values(batch as never)
        .execute();
    count += batch.length;
    batch = [];
  };
  for await (const row of source.selectFrom(table).selectAll().stream()) {
    if ('name' in row && table === 'settings' && row.name === 'schema') continue;
    batch.push(row);
    if (batch.length === rowsAtOnce) await put();
  }
  await put();
  return count;
}

async function compareHistories(source: Reader, target: Reader): Promise<number> {
  const headsOf = (db: Reader) => db.selectFrom('histories').select(['history', 'last', 'chain']).execute();
  const checks = new Map((await verifyStore(target)).map((check) => [check.history, check]));
  const heads = await headsOf(source);
  for (const { history, last, chain } of heads) {
    const check = checks.get(history);
    if (check?.fault !== null || check.rows !== last || check.chain !== chain)
      throw new Refused({ code: 'unlike', history });
  }
  return heads.length;
}
