import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import type { Role } from '../../core/access/access.ts';
import { checkDigitOf, partsOf } from '../../core/access/enrolment-code.ts';
import type { Reader, Writer } from './engine.ts';

const day = 86_400_000;
export const unusedForDays = 14;
const mostWrong = 5;
/** the response to a first use may have been lost: the same device may ask again for so long */
const repeatForMs = 600_000;

export type CodeProblem = { code: 'code-unknown' | 'code-used' | 'code-expired' };
export type FoundCode = { selector: string; place: string; role: Role; device: string | null };

/** EN2: a fresh code from the system's chance; the store keeps its first six digits and a salted scrypt of the rest. */
export async function issueCode(
  write: <Outcome>(job: (writer: Writer) => Promise<Outcome>) => Promise<Outcome>,
  { place, role, now }: { place: string; role: Role; now: number },
): Promise<string> {
  const first = Array.from({ length: 19 }, () => randomInt(10)).join('');
  const digits = first + checkDigitOf(first);
  const { selector, secret } = partsOf(digits);
  const salt = randomBytes(16).toString('base64url');
  const hash = (await hashOf(secret, salt)).toString('base64url');
  const row = { place, role, salt, hash, issued_at: now, expires_at: now + unusedForDays * day, wrong: 0 };
  const inserted = await write((writer) =>
    writer
      .insertInto('codes')
      .values({ selector, ...row, device: null, used_at: null })
      .onConflict((conflict) => conflict.column('selector').doNothing())
      .returning('selector')
      .executeTakeFirst(),
  );
  return inserted ? digits : issueCode(write, { place, role, now });
}

/**
 * EN3: the same work and the same answer for an unknown code and a wrong secret; five wrong secrets end a code. EN4: a code
 * serves one device once; the same device key may repeat it for ten minutes, for the answer may have been lost.
 */
export async function findCode(
  reader: Reader,
  digits: string,
): Promise<{ row: Awaited<ReturnType<typeof readCode>>; right: boolean }> {
  const { selector, secret } = partsOf(digits);
  const row = await readCode(reader, selector);
  const hash = await hashOf(secret, row?.salt ?? 'nobody');
  const right = row !== undefined && timingSafeEqual(hash, Buffer.from(row.hash, 'base64url'));
  return { row, right: right && row.wrong < mostWrong };
}

/** Inside the transaction that enrols, which holds the code to its commit: what it gives now, or why it gives nothing. */
export async function claimCode(
  writer: Writer,
  selector: string,
  { device, now }: { device: (used: string) => Promise<boolean>; now: number },
): Promise<FoundCode | CodeProblem> {
  const row = await lockCode(writer, selector);
  if (!row) return { code: 'code-unknown' };
  const role = row.role as Role;
  if (row.device !== null) {
    const again = now - Number(row.used_at) < repeatForMs && (await device(row.device));
    return again ? { selector, place: row.place, role, device: row.device } : { code: 'code-used' };
  }
  return now > Number(row.expires_at) ? { code: 'code-expired' } : { selector, place: row.place, role, device: null };
}

export async function markUsed(writer: Writer, selector: string, device: string, now: number): Promise<void> {
  await writer.updateTable('codes').set({ device, used_at: now }).where('selector', '=', selector).execute();
}

export async function noteWrongCode(writer: Writer, digits: string, address: string, now: number): Promise<void> {
  const hour = Math.floor(now / 3_600_000);
  await writer
    .updateTable('codes')
    .set(({ eb }) => ({ wrong: eb('wrong', '+', 1) }))
    .where('selector', '=', partsOf(digits).selector)
    .execute();
  await writer
    .insertInto('attempts')
    .values({ address, hour, wrong: 1 })
    .onConflict((conflict) =>
      conflict.columns(['address', 'hour']).doUpdateSet(({ eb }) => ({ wrong: eb('attempts.wrong', '+', 1) })),
    )
    .execute();
  await writer
    .deleteFrom('attempts')
    .where('hour', '<', hour - 720)
    .execute();
}

export async function wrongCodesOf(reader: Reader, address: string, now: number): Promise<number> {
  const row = await reader
    .selectFrom('attempts')
    .select('wrong')
    .where('address', '=', address)
    .where('hour', '=', Math.floor(now / 3_600_000))
    .executeTakeFirst();
  return row?.wrong ?? 0;
}

const readCode = (reader: Reader, selector: string) =>
  reader.selectFrom('codes').selectAll().where('selector', '=', selector).executeTakeFirst();

const lockCode = (writer: Writer, selector: string) =>
  writer
    .updateTable('codes')
    .set(({ ref }) => ({ wrong: ref('wrong') }))
    .where('selector', '=', selector)
    .returningAll()
    .executeTakeFirst();

const hashOf = (secret: string, salt: string): Promise<Buffer> =>
  new Promise((done, fail) => {
    scrypt(secret, salt, 32, { N: 2 ** 14, r: 8, p: 1 }, (error, key) => (error ? fail(error) : done(key)));
  });
