import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Endpoint } from './endpoint.ts';
import { Refused } from './problems.ts';
import { type Device, deviceByToken } from './store/devices.ts';

const name = 'dev';
const days400 = 400 * 86_400;

/** EN5: the token lives in a `__Host-` cookie that no script can read, for 400 days from the last contact. */
export function giveToken(context: Context, token: string): void {
  setCookie(context, name, token, {
    prefix: 'host',
    httpOnly: true,
    sameSite: 'Strict',
    secure: true,
    path: '/',
    maxAge: days400,
  });
}

/** The device that asks; a revoked one is told so. The same answer for no cookie and a wrong one. */
export async function deviceOf(context: Context, { engine }: Endpoint): Promise<Device & { token: string }> {
  const token = getCookie(context, name, 'host');
  const device = token ? await deviceByToken(engine.read, token) : null;
  if (!device || !token) throw new Refused('no-device');
  if (device.revokedAt !== null) throw new Refused('revoked');
  return { ...device, token };
}
