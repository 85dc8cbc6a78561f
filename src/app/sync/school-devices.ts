import { fail, ok, type Result } from '../../core/result.ts';
import type { Call, CallEndpoint } from './call-endpoint.ts';

export type SchoolDevice = {
  id: string;
  role: string;
  label: string;
  /** milliseconds of the endpoint's clock */
  seenAt: number;
  /** what it said it had still to send */
  unsent: number;
  revokedAt: number | null;
};

export type AskProblem = { code: 'no-server' | 'filter' | 'busy' | 'not-allowed' | 'too-many-devices' | 'unknown' };

/** What a device may ask of the devices of its school; each needs a network, and nothing of it touches answers. */
export type SchoolDevices = {
  /** DV1 */
  list: () => Promise<Result<SchoolDevice[], AskProblem>>;
  /** DV2: 20 digits, and for how many days they are good */
  code: () => Promise<Result<{ code: string; days: number }, AskProblem>>;
  /** DV3 */
  revoke: (id: string) => Promise<Result<null, AskProblem>>;
};

export function createSchoolDevices(call: CallEndpoint, makeNonce: () => string): SchoolDevices {
  async function ask<Read>(
    path: string,
    body: Record<string, string>,
    read: (answer: Record<string, unknown>) => Read | null,
  ): Promise<Result<Read, AskProblem>> {
    const nonce = makeNonce();
    const answer = await call(path, { ...body, nonce });
    if (answer.kind !== 'answer') return fail(problemOf(answer));
    const said = { ...(answer.body as Record<string, unknown>) };
    const value = said.nonce === nonce ? read(said) : null;
    return value === null ? fail({ code: 'filter' }) : ok(value);
  }
  return {
    list: () => ask('/devices', {}, ({ devices }) => (Array.isArray(devices) ? devices.filter(isDevice) : null)),
    code: () =>
      ask('/device-code', {}, ({ code, unusedForDays }) =>
        typeof code === 'string' && typeof unusedForDays === 'number' ? { code, days: unusedForDays } : null,
      ),
    revoke: async (id) => {
      const answer = await ask('/device-revoke', { device: id }, ({ revoked }) => (revoked === id ? { id } : null));
      return answer.ok ? ok(null) : answer;
    },
  };
}

function problemOf(answer: Exclude<Call, { kind: 'answer' }>): AskProblem {
  if (answer.kind !== 'refused') return { code: answer.kind };
  const { code } = answer;
  return { code: code === 'not-allowed' || code === 'too-many-devices' ? code : 'unknown' };
}

function isDevice(row: unknown): row is SchoolDevice {
  if (typeof row !== 'object' || row === null) return false;
  const { id, role, label, seenAt, unsent, revokedAt } = row as Record<string, unknown>;
  return (
    [id, role, label].every((text) => typeof text === 'string') &&
    [seenAt, unsent].every((count) => typeof count === 'number') &&
    (revokedAt === null || typeof revokedAt === 'number')
  );
}
