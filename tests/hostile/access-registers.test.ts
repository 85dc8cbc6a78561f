import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overlayPathOf } from '../../src/core/form/overlay.ts';
import type { Json } from '../../src/core/json.ts';
import { checkLevelPathOf } from '../../src/core/monitoring/check-levels.ts';
import { passedOnPathOf } from '../../src/core/monitoring/passed-on.ts';
import { erasePathOf, erasureOf, privateReference, sealed } from '../../src/core/private-values/private-values.ts';
import { listPathOf } from '../../src/core/reconciliation/brought-list.ts';
import { answerPathOf, requestPathOf } from '../../src/core/requests/vendor-requests.ts';
import { networkSectionPathOf, projectPath, sitePathOf } from '../../src/core/site-report/project.ts';
import { campaignPathOf, extensionPathOf } from '../../src/core/submission/campaigns.ts';
import { statusPathOf } from '../../src/core/submission/status.ts';
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { systemPathOf } from '../../src/core/systems/systems.ts';
import { checkPathOf, returnPathOf } from '../../src/core/verification/verification-paths.ts';
import { sha256 } from '../../src/server/store/histories.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { anEnrolled, type RunningEndpoint, startEndpoint, WireDevice } from '../support/endpoint.ts';
import { enrolledAt, histories, type Live, live } from './askers.ts';

const c = '2026-27';
const hash = (letter: string) => letter.repeat(43);
const formPath = `-/form:distance@1:${hash('F')}`;

/** `fact`: any device of the school or an officer above; `fact-of-branch`: its own device too; `judged`: signed by who may; `secret`: nobody, signed or not. */
type Kind = 'fact' | 'fact-of-branch' | 'judged' | 'secret';
/** Every family of registers of what a school, a municipality and a region collect, where it stands and what it is. */
const table: readonly (readonly [history: string, path: string, kind: Kind, value?: Json])[] = [
  ['s1', `${c}/monitoring/8`, 'fact'],
  ['s1', `${c}/monitoring/8@b1`, 'fact-of-branch'],
  ['s1', `${c}/monitoring/8@b2`, 'fact'],
  ['s1', `${c}/monitoring/14:01`, 'fact'],
  ['s1', `${c}/monitoring/24:01`, 'fact'],
  ['s1', `${c}/monitoring/24:01@b1`, 'fact-of-branch'],
  ['s1', `${c}/monitoring/X03:9#confirmed`, 'fact'],
  ['s1', `${c}/monitoring/twins:b1+b2#counted`, 'fact'],
  ['s1', `${c}/distance/speed`, 'fact'],
  ['s1', `${c}/monitoring/6`, 'fact', privateReference(hash('A'))],
  ['s1', `${c}/monitoring/7@b1`, 'fact-of-branch', privateReference(hash('B'))],
  ['s1', `${c}/monitoring/22`, 'fact', privateReference(hash('C'))],
  ['s1', `${c}/monitoring/6`, 'secret'],
  ['s1', `${c}/monitoring/7@b1`, 'secret'],
  ['s1', `${c}/monitoring/22`, 'secret', { private: hash('D'), fullName: 'открыто' }],
  ['s1', `${c}/monitoring/23`, 'secret'],
  ['s1', `${c}/site-report/P1.1`, 'fact'],
  ['s1', `${c}/site-report/P1.2:law-152`, 'fact'],
  ['s1', `${c}/site-report/P1.3:own-1a2b3c4d`, 'fact'],
  ['s1', `${c}/site-report/P2.1:01`, 'fact'],
  ['s1', `${c}/site-report/P3.1#url`, 'fact'],
  ['s1', `${c}/site-report/received`, 'fact'],
  ['s1', requestPathOf('k7'), 'fact'],
  ['s1', '-/branch:b1', 'fact'],
  ['s1', '-/passport/sedSystem', 'fact'],
  ['s1', statusPathOf(c), 'fact', { state: 'submitted', note: 'сдано' }],
  ['s1', statusPathOf(c), 'judged', { state: 'returned', note: 'вернуть' }],
  ['s1', statusPathOf(c), 'judged', { state: 'accepted', note: 'принято' }],
  ['s1', extensionPathOf(c), 'judged'],
  ['s1', checkPathOf(c, 'site-report', 'P1.1'), 'judged'],
  ['s1', returnPathOf(c, 'monitoring', '8'), 'judged'],
  ['s1', erasePathOf(c, 1), 'judged', erasureOf([hash('E')])],
  ['s1', campaignPathOf(c), 'judged'],
  ['s1', '-/device:forged', 'judged'],
  ['m:public', campaignPathOf(c), 'judged'],
  ['m:public', overlayPathOf(c), 'judged'],
  ['m:public', answerPathOf('k7'), 'judged'],
  ['m:public', systemPathOf('tes'), 'judged'],
  ['m:public', formPath, 'judged'],
  ['m:public', `${formPath}#line`, 'judged'],
  ['m:office', passedOnPathOf(c), 'judged'],
  ['m:office', requestPathOf('office'), 'judged'],
  ['m:office', '-/phone:s1', 'judged'],
  ['m:office', listPathOf('l1'), 'judged'],
  ['r:public', campaignPathOf(c), 'judged'],
  ['r:public', systemPathOf('own-1a2b3c4d'), 'judged'],
  ['r:public', sitePathOf('s1'), 'judged'],
  ['r:public', checkLevelPathOf('X06'), 'judged'],
  ['r:public', formPath, 'judged'],
  ['r:public', answerPathOf('k7'), 'judged'],
  ['r:office', projectPath, 'judged'],
  ['r:office', listPathOf('l2'), 'judged'],
  ['r:office', networkSectionPathOf(c, 'problems'), 'judged'],
  ['r:office', requestPathOf('region'), 'judged'],
];

const families = table.map(([history, path, kind, value]) => ({ history, path, kind, value }));

/** Whose signature counts in a history, and who brings facts into a school's. */
const judges: Readonly<Record<string, readonly Live[]>> = {
  s1: ['officer', 'officerAbove'],
  'm:public': ['officer'],
  'm:office': ['officer'],
  'r:public': ['officerAbove'],
  'r:office': ['officerAbove'],
};
const ofFacts: Readonly<Record<'fact' | 'fact-of-branch', readonly Live[]>> = {
  fact: ['school', 'signer', 'officer', 'officerAbove'],
  'fact-of-branch': ['school', 'branch', 'signer', 'officer', 'officerAbove'],
};
const readersOf = (history: string): readonly Live[] => histories[history] ?? [];

/** Who may bring a revision of a family, by whose signature stands beside it (null: none). */
function bearersOf(history: string, kind: Kind, signer: Live | null): readonly Live[] {
  if (kind === 'secret') return [];
  if (kind !== 'judged') return ofFacts[kind];
  return signer !== null && judges[history]?.includes(signer) ? readersOf(history) : [];
}

let running: RunningEndpoint;
const devices = new Map<Live, WireDevice>();
const deviceOf = (asker: Live): WireDevice => devices.get(asker) ?? new WireDevice(running.address);
beforeAll(async () => {
  running = await startEndpoint();
  for (const asker of live) {
    const [place, role] = enrolledAt[asker];
    devices.set(asker, await anEnrolled(running, place, role));
  }
});
afterAll(() => running.stop());

type Answer = { rows?: unknown; denied?: string; refused?: { why: string }[] };
const turn = async (asker: Live, history: string, revisions: readonly ReturnType<typeof aRevision>[]) => {
  const request = buildSyncRequest([{ history, after: noCursor, revisions }], 'n', 0);
  const { body } = await deviceOf(asker).post('/sync', request);
  return (body.histories as [Answer])[0];
};
let made = 0;
function written(history: string, path: string, value: Json, signer: Live | null) {
  made += 1;
  const revision = aRevision({ history, path, value, nonce: String(made).padStart(22, 'A') });
  return signer ? deviceOf(signer).signed(revision) : revision;
}
/** What became of it: taken, refused with a reason, or the history does not exist for the asker. */
const outcomeOf = ({ rows, denied, refused }: Answer): string =>
  rows === undefined ? `denied: ${denied}` : (refused?.[0]?.why ?? 'taken');

/** What each answer is to be, for every asker and every signature that may stand beside the revision. */
const signatures: readonly (Live | null)[] = [
  null,
  'school',
  'signer',
  'branch',
  'officer',
  'officerElsewhere',
  'officerAbove',
];
const why: Readonly<Record<Kind, string>> = {
  fact: 'not-your-branch',
  'fact-of-branch': 'not-your-branch',
  judged: 'not-signed-by-an-officer',
  secret: 'private-in-the-open',
};

describe('every family of registers on the wire', () => {
  it.each(families)(
    '[HX8] [AC2] [AC3] $history $path ($kind) is written by those who may, and by nobody else',
    async ({ history, path, kind, value }) => {
      const found: string[] = [];
      const expected: string[] = [];
      for (const signer of kind === 'judged' ? signatures : [null])
        for (const asker of live) {
          const named = `${asker} with the signature of ${signer}`;
          const revision = written(history, path, value ?? `${kind} ${named}`, signer);
          found.push(`${named}: ${outcomeOf(await turn(asker, history, [revision]))}`);
          const may = bearersOf(history, kind, signer).includes(asker);
          const refused = readersOf(history).includes(asker) ? why[kind] : 'denied: not-your-history';
          expected.push(`${named}: ${may ? 'taken' : refused}`);
        }
      expect(found).toEqual(expected);
    },
  );

  it.each(Object.keys(judges))(
    '[HX8] [AC1] what stands in %s is read by those who may, and by nobody else',
    async (history) => {
      const ofHistory = families.filter((one) => one.history === history && one.kind !== 'secret');
      const [judge = 'officer'] = judges[history] ?? [];
      const marks = ofHistory.map(({ path, kind, value }, at) => {
        const mark = `видно-${history}-${at}`;
        // what may hold only a hash is found by its path
        const isOpen = value === undefined;
        return {
          mark: isOpen ? mark : path,
          revision: written(history, path, value ?? mark, kind === 'judged' ? judge : null),
        };
      });
      const brought = await turn(
        judge,
        history,
        marks.map(({ revision }) => revision),
      );
      expect(brought.refused).toEqual([]);
      for (const asker of live) {
        const given = await everythingFor(asker, history);
        const seen = marks.filter(({ mark }) => given.includes(mark)).length;
        expect([asker, seen]).toEqual([asker, readersOf(history).includes(asker) ? marks.length : 0]);
      }
    },
  );

  it('[HX8] [FP2] nobody changes a form once it stands there, not even who published it', async () => {
    const first = written('m:public', formPath, 'как опубликована', 'officer');
    const { refused } = await turn('officer', 'm:public', [first]);
    expect(refused).toEqual([]);
    made += 1;
    const nonce = String(made).padStart(22, 'A');
    const later = aRevision({ history: 'm:public', path: formPath, value: 'иначе', seen: [first], nonce });
    const answer = await turn('officer', 'm:public', [await deviceOf('officer').signed(later)]);
    expect(outcomeOf(answer)).toBe('form-is-published');
  });

  it('[HX8] [PV2] a contact is kept from and given to those who may read the school, and nobody else', async () => {
    for (const giver of live) {
      const contact = sealed({ email: `${giver}@школа.example` }, 'A'.repeat(22), sha256);
      await turn('school', 's1', [written('s1', `${c}/monitoring/7`, privateReference(contact.hash), null)]);
      const ask = async (asker: Live, values: readonly unknown[]) => {
        const asked = { history: 's1', values, wants: [contact.hash] };
        const { body } = await deviceOf(asker).post('/private', { nonce: 'n', histories: [asked] });
        return (body.histories as [{ kept?: string[]; values?: unknown[]; denied?: string }])[0];
      };
      const may = (asker: Live) => readersOf('s1').includes(asker);
      const denied = { history: 's1', denied: 'not-your-history' };
      const kept = await ask(giver, [contact]);
      if (may(giver)) expect([giver, kept.kept]).toEqual([giver, [contact.hash]]);
      else expect([giver, kept]).toEqual([giver, denied]);
      for (const asker of live) {
        const given = await ask(asker, []);
        if (!may(asker)) expect([asker, given]).toEqual([asker, denied]);
        else expect([asker, given.values]).toEqual([asker, may(giver) ? [contact] : []]);
      }
    }
  });
});

/** All pages of a history as an asker gets them, as text. */
async function everythingFor(asker: Live, history: string): Promise<string> {
  const pages: string[] = [];
  let after: { seq: number; chain: string } = noCursor;
  for (;;) {
    const request = buildSyncRequest([{ history, after, revisions: [] }], 'n', 0);
    const { body } = await deviceOf(asker).post('/sync', request);
    const [answer] = body.histories as [{ rows?: unknown[]; chain?: string; head?: number }];
    pages.push(JSON.stringify(answer.rows ?? []));
    const seq = after.seq + (answer.rows?.length ?? 0);
    if (!answer.rows?.length || seq >= (answer.head ?? 0)) return pages.join('\n');
    after = { seq, chain: answer.chain ?? '' };
  }
}
