import { describe, expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { answeredCampaigns, campaignOfYear, campaignPathOf, campaignsOf } from './campaigns.ts';
import { RevisionIndex } from './revision-index.ts';

const registersOf = (entries: Record<string, unknown>) => {
  const index = new RevisionIndex();
  index.add(Object.entries(entries).map(([path, value]) => aRevision({ path, value: value as null })));
  return index.registers();
};
const campaign = (id: string, asOf: string) => ({ id, schoolYear: '2025/2026', asOf });

describe('campaigns', () => {
  it('[CA2] come from the public histories, the latest first, each id once', () => {
    const municipal = registersOf({
      [campaignPathOf('a')]: campaign('a', '2026-07-06'),
      [campaignPathOf('b')]: { ...campaign('b', '2026-09-01'), due: '2026-09-20', forms: ['readiness@1'] },
      [campaignPathOf('c')]: 'unreadable',
      '-/campaign:a#previous': campaign('x', '2030-01-01'),
    });
    const regional = registersOf({ [campaignPathOf('a')]: campaign('a', '2020-01-01') });
    expect(campaignsOf([municipal, regional])).toEqual([
      { ...campaign('b', '2026-09-01'), due: '2026-09-20' },
      campaign('a', '2026-07-06'),
    ]);
  });

  it('[CA1] of a past school year are judged as of its end, of the present one as of today', () => {
    expect(campaignOfYear('2016-17', '2026-11-25')).toEqual({
      id: '2016-17',
      schoolYear: '2016/2017',
      asOf: '2017-08-31',
    });
    expect(campaignOfYear('2026-27', '2026-11-25').asOf).toBe('2026-11-25');
  });

  it('are counted by the answers given in them, cleared ones left out', () => {
    const registers = registersOf({
      '2026-27/readiness/K1-01': 'yes',
      '2026-27/readiness/K1-02': null,
      '2025-26/readiness/K1-01': 'no',
      '-/passport/pupils': 9,
    });
    expect([...answeredCampaigns(registers, 'readiness')]).toEqual([
      ['2026-27', 1],
      ['2025-26', 1],
    ]);
  });
});
