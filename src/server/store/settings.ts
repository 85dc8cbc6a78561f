import type { Reader, Writer } from './engine.ts';

/** One named value of the store; null: never set. */
export async function readSetting(reader: Reader, name: string): Promise<string | null> {
  const row = await reader.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? null;
}

export async function writeSetting(writer: Writer, name: string, value: string): Promise<void> {
  await writer
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
