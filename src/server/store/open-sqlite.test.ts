import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { aFolder } from '../../../tests/support/endpoint.ts';
import { openSqlite } from './open-sqlite.ts';
import { lockForServing } from './serve-lock.ts';

it('[ES1] flushes every commit to the disk', async () => {
  const engine = await openSqlite(aFolder());
  const { rows } = await sql`pragma synchronous`.execute(engine.read);
  expect(rows).toEqual([expect.objectContaining({ synchronous: 2 })]);
  await engine.close();
});

it('lets one serve at a time stand on a folder', () => {
  const folder = aFolder();
  const lock = lockForServing(folder);
  expect(lockForServing(folder)).toBeNull();
  lock?.free();
  expect(lockForServing(folder)).not.toBeNull();
});
