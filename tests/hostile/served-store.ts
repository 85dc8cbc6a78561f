import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { aStore, command, serve } from '../support/command-line.ts';
import { WireDevice } from '../support/endpoint.ts';
import type { HostileRequest } from './hostile-requests.ts';
import type { Answer } from './send.ts';

const atOnce = 16;

/** What is wrong with an answer to a malformed request; null: it was refused as it should be. */
export function faultIn({ status, headers, text }: Answer, { outcome }: HostileRequest): string | null {
  if (status >= 500) return 'a fault of the server';
  if (headers['x-content-type-options'] !== 'nosniff' || !headers['content-security-policy'])
    return 'no security headers';
  if (outcome === 'refused') {
    if (status < 400) return 'not refused';
    return /^\{"code":"[a-z-]+"\}$/.test(text) ? null : 'no code';
  }
  const refused = status === 200 && JSON.parse(text).histories[0].refused;
  if (status === 200) return refused.length === 1 && /^[a-z-]+$/.test(refused[0].why) ? null : 'a revision was taken';
  return status === 400 || status === 413 ? null : 'an unforeseen status';
}

/** Does a work so many times, sixteen at once, and stops at the tenth fault. */
export async function inTurns(count: number, work: (nth: number) => Promise<string | null>): Promise<string[]> {
  const faults: string[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count && faults.length < 10) {
      const nth = next++;
      const fault = await work(nth);
      if (fault !== null) faults.push(fault);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return faults;
}

/** The built program serving two enrolled devices and a code nobody has used yet. */
export async function aServedStore() {
  const data = await aStore();
  const issue = async (place: string): Promise<string> => {
    const { stdout } = await command(['codes', 'issue', '--place', place, '--json', '--data', data]);
    return JSON.parse(stdout).code;
  };
  const codes = { school: await issue('s10'), officer: await issue('north'), unused: await issue('s11') };
  const serving = await serve(['--port', '0', '--data', data]);
  const [school, officer] = [new WireDevice(serving.address), new WireDevice(serving.address)];
  await school.enrol(codes.school);
  await officer.enrol(codes.officer);
  const turn = async (value: number) => {
    const revisions = [aRevision({ history: 's10', value })];
    return (await school.post('/sync', buildSyncRequest([{ history: 's10', after: noCursor, revisions }], 'n', 0)))
      .body;
  };
  const heads = async () => (await officer.post('/heads', { under: 'north', nonce: 'n' })).body.heads;
  return { ...serving, data, school, turn, heads, unusedCode: codes.unused };
}
