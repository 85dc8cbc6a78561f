import { randomBytes } from 'node:crypto';
import type { Json } from '../../src/core/json.ts';
import { type PrivateValue, privateReference, sealed } from '../../src/core/private-values/private-values.ts';
import { createRevision } from '../../src/core/submission/create-revision.ts';
import { registerPathOf } from '../../src/core/submission/facts.ts';
import type { Revision } from '../../src/core/submission/revision.ts';
import { sha256 } from '../../src/server/store/histories.ts';
import { aSchool10, readinessForm } from '../fixtures/school-10.ts';

const campaignId = '2016-17';
/** contacts of a campaign that is over are erased (PV4) */
const openCampaignId = 'open';

/** One hundred different registers of a school: its answers, then the documents that show them. */
const hundred: readonly [string, Json][] = [
  ...Object.entries(aSchool10()).filter(([, value]) => value !== null),
  ...readinessForm.criteria
    .flatMap(({ indicators }) => indicators)
    .map(({ id }, at): [string, Json] => [`${id}#evidence`, `Приказ № ${at + 11}-о от ${10 + (at % 20)}.09.2016`]),
].slice(0, 100);
if (hundred.length !== 100) throw new Error(`only ${hundred.length} registers to answer`);

/** The first `count` answers of a school, given one after another in one evening, each half a minute after the last. */
export function answersOf(history: string, count = 100): Revision[] {
  return hundred.slice(0, count).map(([key, value], at) => aChange(history, key, value, at));
}

/** A change of one of them, by somebody who saw what stood there. */
export function anotherAnswer(history: string, seen: Revision): Revision {
  return aChange(history, seen.path, 'partial', 200, [seen]);
}

/** Two contacts of a school's monitoring: the revisions that name their hashes, and the values beside them. */
export const contactsOf = (history: string): { revision: Revision; value: PrivateValue }[] =>
  ['6', '22'].map((column, at) => {
    const salt = randomBytes(16).toString('base64url');
    const value = sealed({ fullName: 'Ответственный за систему', position: 'заместитель директора' }, salt, sha256);
    const path = registerPathOf(openCampaignId, 'monitoring', column);
    return { revision: createOne(history, path, privateReference(value.hash), 100 + at, []), value };
  });

function aChange(history: string, key: string, value: Json, at: number, seen: readonly Revision[] = []): Revision {
  return createOne(history, seen[0]?.path ?? registerPathOf(campaignId, readinessForm.id, key), value, at, seen);
}

function createOne(history: string, path: string, value: Json, at: number, seen: readonly Revision[]): Revision {
  const minute = String(Math.floor(at / 2) % 60).padStart(2, '0');
  const moment = `2017-07-06T${14 + Math.floor(at / 120)}:${minute}:${at % 2 ? '35' : '05'}+03:00`;
  const nonce = randomBytes(16).toString('base64url');
  return createRevision({ history, path, value, seen, at: moment, who: 'школа', label: 'Компьютер', nonce }, sha256);
}
