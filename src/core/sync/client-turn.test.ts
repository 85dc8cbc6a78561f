import { describe, expect, it } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import { nextChain, noCursor } from './chain.ts';
import { buildSyncRequest, fitTurn, readSyncAnswer } from './client-turn.ts';
import { mostBytes, mostRevisions, type SyncAnswer, syncRequestSchema, toWire } from './messages.ts';

const [mine, second, foreign] = [1, 2, 3].map((value) => aRevision({ history: 's1', value })) as [
  ReturnType<typeof aRevision>,
  ReturnType<typeof aRevision>,
  ReturnType<typeof aRevision>,
];
const offers = [{ history: 's1', after: noCursor, revisions: [mine, second] }];
const chainOf = (start: string, ids: readonly string[]) =>
  ids.reduce((chain, id) => nextChain(chain, id, sha256), start);

const anAnswer = (changes: Record<string, unknown> = {}): unknown => ({
  proto: 1,
  nonce: 'n',
  added: 'by a later version',
  histories: [
    {
      history: 's1',
      rows: [
        { from: 1, own: [0, 0], srvAt: 5 },
        { seq: 2, revision: toWire(foreign), srvAt: 6, via: 'http' },
        { from: 3, own: [1, 1], srvAt: 7 },
      ],
      start: 'start',
      chain: chainOf('start', [mine.id, foreign.id, second.id]),
      head: 4,
      refused: [],
      ...changes,
    },
  ],
});
const read = (answer: unknown, nonce = 'n') => readSyncAnswer(answer, offers, nonce, sha256);
const codeOf = (answer: unknown, nonce = 'n') => {
  const outcome = read(answer, nonce);
  return outcome.ok ? 'counted' : outcome.problem.code;
};

describe('an answer', () => {
  it('[SY1] [SY3] [SY8] confirms own and foreign rows in the order of the chain, and ignores later fields', () => {
    expect(read(anAnswer())).toEqual({
      ok: true,
      value: [
        {
          history: 's1',
          state: 'page',
          revisions: [foreign],
          confirmed: [
            { id: mine.id, srvAt: 5 },
            { id: foreign.id, srvAt: 6, via: 'http' },
            { id: second.id, srvAt: 7 },
          ],
          sent: [],
          refused: [],
          cursor: { seq: 3, chain: chainOf('start', [mine.id, foreign.id, second.id]) },
          more: true,
        },
      ],
    });
  });

  it('[SY7] counts only with the nonce of this turn and the shape of an answer', () => {
    expect(codeOf(anAnswer(), 'other')).toBe('answer-of-another-turn');
    for (const page of ['<html>', null, [], {}, { proto: 2, nonce: 'n', histories: [] }, { ok: true }])
      expect(codeOf(page)).toBe('not-an-answer');
    expect(codeOf({ ...(anAnswer() as SyncAnswer), histories: [] })).toBe('answer-broken');
  });

  it.each([
    ['another history', { history: 's2' }],
    ['a hole in the numbers', { rows: [{ from: 2, own: [0, 1], srvAt: 5 }] }],
    ['a row it never offered', { rows: [{ from: 1, own: [1, 2], srvAt: 5 }] }],
    ['own rows turned round', { rows: [{ from: 1, own: [1, 0], srvAt: 5 }] }],
    ['another chain', { chain: chainOf('start', [mine.id, second.id, foreign.id]) }],
    ['another start', { start: 'other' }],
    ['a head before its own page', { head: 2 }],
    ['more rows named and none given', { rows: [], chain: 'start' }],
    ['an unreadable foreign row', { rows: [{ seq: 1, revision: ['x'], srvAt: 5, via: 'http' }] }],
    ['a refusal of nothing offered', { refused: [{ index: 2, why: 'x' }] }],
  ])('[SY8] with %s confirms nothing', (_what, changes) => {
    expect(codeOf(anAnswer(changes))).toBe('answer-broken');
  });

  it('tells what was sent but not yet seen back, and what was refused', () => {
    const outcome = read(
      anAnswer({
        rows: [{ seq: 1, revision: toWire(foreign), srvAt: 6, via: 'http' }],
        chain: chainOf('start', [foreign.id]),
        head: 9,
        refused: [{ index: 1, why: 'not-your-branch' }],
      }),
    );
    expect(outcome).toMatchObject({
      ok: true,
      value: [
        { sent: [mine.id], refused: [{ id: second.id, why: 'not-your-branch' }], cursor: { seq: 1 }, more: true },
      ],
    });
  });

  it('[SY4] says that the histories diverged, or that this one is not his', () => {
    expect(read({ proto: 1, nonce: 'n', histories: [{ history: 's1', diverged: true }] })).toEqual({
      ok: true,
      value: [{ history: 's1', state: 'diverged' }],
    });
    expect(read({ proto: 1, nonce: 'n', histories: [{ history: 's1', denied: 'not-your-history' }] })).toEqual({
      ok: true,
      value: [{ history: 's1', state: 'denied', why: 'not-your-history' }],
    });
  });
});

describe('a request', () => {
  it('[SY2] fits its own schema, and no unknown field does', () => {
    const request = buildSyncRequest(offers, 'n', 2);
    expect(syncRequestSchema.safeParse(JSON.parse(JSON.stringify(request))).success).toBe(true);
    expect(syncRequestSchema.safeParse({ ...request, seq: 1 }).success).toBe(false);
  });

  it('[SY2] takes as many revisions as fit into one turn, and at least one', () => {
    expect(fitTurn(Array.from({ length: 300 }, () => mine))).toHaveLength(mostRevisions);
    const long = aRevision({ history: 's1', value: ['ж'.repeat(4000), 'ж'.repeat(4000)] });
    const fitting = fitTurn(Array.from({ length: 100 }, () => long));
    expect(fitting.length).toBeGreaterThan(1);
    const bytes = Buffer.byteLength(JSON.stringify(fitting.map(toWire)));
    expect(bytes).toBeLessThanOrEqual(mostBytes);
  });
});
