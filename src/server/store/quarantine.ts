import { hash } from 'node:crypto';
import type { Reader, Writer } from './engine.ts';

export type Quarantined = { id: string; cameAt: number; why: string; label: string; revisions: number };

/** Keeps a file as it came; the same file once, however often it is brought. Returns its name, which is never given to another. */
export async function putIntoQuarantine(
  writer: Writer,
  bytes: Uint8Array,
  { cameAt, why, label, revisions }: Omit<Quarantined, 'id'>,
): Promise<string> {
  const id = hash('sha256', bytes, 'hex').slice(0, 12);
  const file = Buffer.from(bytes).toString('base64');
  await writer
    .insertInto('quarantine')
    .values({ id, came_at: cameAt, why, label, revisions, file })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ why }))
    .execute();
  return id;
}

/** What waits for a decision, the oldest first. */
export async function listQuarantine(reader: Reader): Promise<Quarantined[]> {
  const rows = await reader
    .selectFrom('quarantine')
    .select(['id', 'came_at', 'why', 'label', 'revisions'])
    .orderBy('came_at')
    .orderBy('id')
    .execute();
  return rows.map(({ came_at, ...row }) => ({ ...row, cameAt: Number(came_at) }));
}

/** The file; null: none of that name waits. */
export async function readQuarantined(reader: Reader, id: string): Promise<Uint8Array | null> {
  const row = await reader.selectFrom('quarantine').select('file').where('id', '=', id).executeTakeFirst();
  return row ? Buffer.from(row.file, 'base64') : null;
}

/** PV3: the file under its name, without the contacts in it. */
export async function replaceQuarantined(writer: Writer, id: string, bytes: Uint8Array): Promise<void> {
  const file = Buffer.from(bytes).toString('base64');
  await writer.updateTable('quarantine').set({ file }).where('id', '=', id).execute();
}

/** False: none of that name waits. */
export async function removeQuarantined(writer: Writer, id: string): Promise<boolean> {
  const { numDeletedRows } = await writer.deleteFrom('quarantine').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}
