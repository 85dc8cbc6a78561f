import { sql } from 'kysely';
import type { Reader, Writer } from './engine.ts';
import { prepareQuery } from './prepare-query.ts';

const settingNamed = prepareQuery((db, name: string) =>
  db.selectFrom('settings').select('value').where('name', '=', name),
);

/** One named value of the store; null: never set. */
export async function readSetting(reader: Reader, name: string): Promise<string | null> {
  const [row] = await settingNamed(reader, name);
  return row?.value ?? null;
}

/** Sets what was never set; the value that stands there now, perhaps another process's. */
export async function keepSetting(writer: Writer, name: string, value: string): Promise<string> {
  await writer
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return (await readSetting(writer, name)) ?? value;
}

/** Sets it, whatever stood there. */
export async function setSetting(writer: Writer, name: string, value: string): Promise<void> {
  await writer
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** A write that changes nothing: it has to reach the disk all the same. */
export async function touchSetting(writer: Writer, name: string): Promise<void> {
  await writer
    .updateTable('settings')
    .set((row) => ({ value: row.ref('value') }))
    .where('name', '=', name)
    .execute();
}

/** PG4: counts one up; whoever does so holds the counter to the commit, so its number never stands for half of a change. */
export async function raiseCounter(writer: Writer, name: string): Promise<void> {
  const next = sql<string>`cast(cast(settings.value as integer) + 1 as text)`;
  await writer
    .insertInto('settings')
    .values({ name, value: '1' })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: next }))
    .execute();
}
