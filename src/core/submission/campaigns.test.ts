import { describe, expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import {
  answeredCampaigns,
  campaignOfYear,
  campaignPathOf,
  campaignsOf,
  dueOf,
  extensionOf,
  extensionPathOf,
  readCampaign,
} from './campaigns.ts';
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
      { ...campaign('b', '2026-09-01'), due: '2026-09-20', forms: ['readiness@1'] },
      campaign('a', '2026-07-06'),
    ]);
  });

  it('[CP1] are read as far as they are known; what is unreadable is left out and hides nothing', () => {
    const whole = {
      ...campaign('b', '2026-09-01'),
      title: 'Готовность',
      municipality: 'kirovsk',
      forms: ['readiness@1'],
      letter: { text: 'Прошу заполнить', number: '814', on: '2026-08-09' },
      methodology: 'письмо 17-09/5004',
      period: { from: '2026-08-26', to: '2026-09-25' },
      reportDate: '2026-10-01',
      deadlines: { yearEnd: '2026-12-31' },
      schools: ['s10'],
      previous: '2025-26',
    };
    expect(readCampaign({ ...whole, colour: 'red' })).toEqual(whole);
    const broken = { due: 'завтра', forms: 'readiness@1', previous: null, letter: 'x', period: { from: '2026-08-26' } };
    expect(readCampaign({ ...campaign('b', '2026-09-01'), ...broken, title: 5, deadlines: {} })).toEqual(
      campaign('b', '2026-09-01'),
    );
    expect(readCampaign({ id: 'b', asOf: '2026-09-01' })).toBeNull();
  });

  it('[CP2] have a later last day for a school it was granted to, never an earlier one', () => {
    const announced = { ...campaign('b', '2026-09-01'), due: '2026-09-20' };
    const school = (value: unknown) => registersOf({ [extensionPathOf('b')]: value });
    expect(dueOf(announced, registersOf({}))).toBe('2026-09-20');
    expect(dueOf(announced, school({ due: '2026-09-25', reason: 'обрыв' }))).toBe('2026-09-25');
    expect(dueOf(announced, school({ due: '2026-09-10', reason: '' }))).toBe('2026-09-20');
    expect(dueOf(announced, school(null))).toBe('2026-09-20');
    expect(dueOf(campaign('b', '2026-09-01'), school({ due: '2026-09-25' }))).toBe('2026-09-25');
    expect(extensionOf('b', school({ due: '2026-09-25' }))).toEqual({ due: '2026-09-25', reason: '' });
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
    expect([...answeredCampaigns(registers)]).toEqual([
      ['2026-27', 1],
      ['2025-26', 1],
    ]);
  });
});
