import { describe, expect, it } from 'vitest';
import { runPart, type SoakPart } from './soak-part.ts';
import { addResults, formatResults } from './soak-table.ts';

const losing: SoakPart = {
  name: 'losing',
  title: 'a disk that forgets',
  goal: 10,
  mustSee: ['kill', 'flood'],
  open: async () => ({
    attempt: async (seed) => ({ kept: 2, lost: seed % 2 === 0 ? ['an answer'] : [], seen: ['kill'] }),
    close: async () => {},
  }),
};

describe('a long run', () => {
  it('counts what was tried, names what was lost with its seed, and what never happened', async () => {
    const { seconds, ...result } = await runPart(losing, { times: 3 });
    expect(result).toEqual({
      name: 'losing',
      title: 'a disk that forgets',
      goal: 10,
      attempts: 3,
      kept: 6,
      lost: ['seed 2: an answer'],
      seen: { kill: 3 },
      unseen: ['flood'],
    });
    expect(seconds).toBeGreaterThanOrEqual(0);
  });

  it('stops at the third thing lost and begins nothing after its deadline', async () => {
    expect((await runPart(losing, { times: 100 })).attempts).toBe(6);
    expect((await runPart(losing, { times: 100, deadline: 0 })).attempts).toBe(0);
  });

  it('counts an attempt that broke off as a fault, and goes on with a new rig', async () => {
    let rigs = 0;
    const open = async () => {
      rigs += 1;
      const attempt = async (seed: number) => {
        if (seed === 2) throw new Error('no answer');
        return { kept: 1, lost: [], seen: [] };
      };
      return { attempt, close: async () => {} };
    };
    const { attempts, kept, lost } = await runPart({ ...losing, open }, { times: 3 });
    expect({ attempts, kept, lost, rigs }).toEqual({
      attempts: 3,
      kept: 2,
      lost: ['seed 2: ended with no answer'],
      rigs: 2,
    });
  });

  it('adds up runs of one part, and writes one line for both', async () => {
    const first = { ...(await runPart(losing, { times: 2 })), seconds: 60 };
    const second = { ...(await runPart(losing, { times: 1, firstSeed: 3 })), seconds: 30 };
    expect(formatResults([addResults(first, second)]).split('\n')[2]).toBe(
      '| a disk that forgets | 3 | 10 | 6 | 1 | kill: 3, flood: NEVER | 1.5 |',
    );
  });
});
