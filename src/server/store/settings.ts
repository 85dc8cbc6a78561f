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

export async function writeSetting(writer: Writer, name: string, value: string): Promise<void> {
  await writer
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
