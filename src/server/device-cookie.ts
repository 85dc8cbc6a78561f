import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isTooOld, tokenLivesForDays } from './device-token.ts';
import type { Endpoint } from './endpoint.ts';
import { Refused } from './problems.ts';
import { type Device, deviceByToken } from './store/devices.ts';

const name = 'dev';

/** EN5: the token lives in a `__Host-` cookie that no script can read. */
export function giveToken(context: Context, token: string): void {
  setCookie(context, name, token, {
    prefix: 'host',
    httpOnly: true,
    sameSite: 'Strict',
    secure: true,
    path: '/',
    maxAge: tokenLivesForDays * 86_400,
  });
}

/**
 * The device that asks; a revoked one is told so. The same answer for no cookie, a wrong one and one that is too old (EN5).
 * HX12: so often in an hour, whatever it asks for.
 */
export async function deviceOf(context: Context, endpoint: Endpoint): Promise<Device & { token: string }> {
  const { engine, allowances } = endpoint;
  const token = tokenOf(context);
  const device = token ? await deviceByToken(engine.read, token) : null;
  if (!device || !token || isTooOld(token, device.enrolledAt, endpoint.now())) throw new Refused('no-device');
  if (device.revokedAt !== null) throw new Refused('revoked');
  if (!allowances.requests(device.id, 1, endpoint.now())) throw new Refused('too-often');
  return { ...device, token };
}

/** The token the asker's browser holds, whatever it is worth. */
export const tokenOf = (context: Context): string | undefined => getCookie(context, name, 'host') || undefined;
