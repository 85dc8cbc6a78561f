import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import { aFileCampaign, aFileSchool, anAnswersFile, somePlaces } from '../../../tests/fixtures/an-answers-file.ts';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import { campaignsOf } from '../../core/submission/campaigns.ts';
import { base64url, type Revision } from '../../core/submission/revision.ts';
import { Histories } from '../histories.ts';
import { generateKey } from '../sync/enrolment.ts';
import { planAnswers, takeAnswers } from './take-answers.ts';
import { createBringing } from './write-signed.ts';

const publicHistory = 'kirovsk:public';
const officer = {
  device: 'd1',
  role: 'officer' as const,
  place: { id: 'kirovsk', kind: 'municipality', name: 'Кировск', shortName: 'Кировск' },
  own: 'kirovsk:office',
  histories: [publicHistory],
  endpointKey: 'k',
  local: null,
  label: 'ПК отдела',
};

let histories = new Histories();
let isFull = false;
let count = 0;

/** The officer's desk over real histories; both copies are the memory, and can be full. */
async function aDesk() {
  const pair = await generateKey();
  const bring = createBringing({
    histories,
    officer: () => officer,
    readKey: async () => pair,
    now: () => new Date(2017, 6, 6, 9, 5),
    nonce: () => {
      count += 1;
      return base64url(sha256(Uint8Array.of(count)).slice(0, 16));
    },
    keep: async (revisions) => {
      if (isFull) return false;
      histories.add(revisions);
      return true;
    },
  });
  return {
    forms: { published: () => readinessForm, all: signal([]) },
    places: signal([...somePlaces.byId.values()]),
    registersOf: (history: string) => signal(histories.of(history).registers()),
    campaigns: signal(campaignsOf([histories.of(publicHistory).registers()])),
    publicHistory,
    bring,
  };
}
const plan = async (changes: Parameters<typeof anAnswersFile>[0]) => {
  const planned = planAnswers(anAnswersFile(changes), await aDesk());
  if (!planned.ok) throw new Error(JSON.stringify(planned.problem));
  return planned.value;
};
const take = async (changes: Parameters<typeof anAnswersFile>[0]) => {
  const told: string[] = [];
  const taken = await takeAnswers(await plan(changes), await aDesk(), (done, of) => told.push(`${done}/${of}`));
  return { ...taken, told };
};
const madeIn = (history: string): readonly Revision[] => histories.of(history).all();
const schools = [
  aFileSchool({ readiness: { 'K1-01': 'yes' }, status: 'accepted' }),
  { place: { id: 's11' }, readiness: { 'K9-99': 'yes', 'K1-01': 'yes' } },
];

beforeEach(() => {
  histories = new Histories();
  isFull = false;
});

describe('a file of answers on an officer’s device', () => {
  it('[IA1] shows what it would do and writes nothing, least of all of a school with an error', async () => {
    const { campaign, fresh, first, file } = await plan({ schools });
    expect(campaign).toBe('new');
    expect([...fresh].map(([id, entries]) => [id, entries.map(({ path }) => path).sort()])).toEqual([
      ['s10', ['2016-17/readiness/K1-01', '2016-17/status']],
    ]);
    expect(first.map(({ path }) => path)).toEqual(['-/campaign:2016-17']);
    expect(file.schools[1]).toMatchObject({ place: 's11', problems: [{ path: 'schools[1].readiness.K9-99' }] });
    expect(histories.size).toBe(0);
  });

  it('[IA1] leaves a campaign that is known as it stands, and announces none of another municipality', async () => {
    await take({ schools });
    const again = await plan({ campaign: { ...aFileCampaign, title: 'Иначе' }, schools });
    expect([again.campaign, again.first]).toEqual(['known', []]);
    const foreign = { ...aFileCampaign, id: '2017-18', municipality: 'apatity' };
    expect(await plan({ campaign: foreign, schools: [] })).toMatchObject({ campaign: 'foreign', first: [] });
  });

  it('[IA1] takes answers of a campaign of the region on a municipality’s device, whose list does not hold the region', async () => {
    const desk = await aDesk();
    const campaign = { ...aFileCampaign, id: 'r', municipality: 'north' };
    const own = [...somePlaces.byId.values()].filter(({ id }) => ['kirovsk', 's10', 's11'].includes(id));
    const known = campaignsOf([new Map([['-/campaign:r', [aRevision({ value: { ...campaign, previous: null } })]]])]);
    const office = { ...desk, places: signal(own), campaigns: signal(known) };
    const planned = planAnswers(anAnswersFile({ campaign, schools }), office);
    if (!planned.ok) throw new Error(JSON.stringify(planned.problem));
    expect([planned.value.campaign, [...planned.value.fresh.keys()]]).toEqual(['known', ['s10']]);
  });

  it('[IA2] takes sound schools as «импорт», signs what judges, and a repetition writes nothing', async () => {
    expect(await take({ schools })).toEqual({ kept: 2, of: 2, told: ['1/1'] });
    expect(madeIn('s11')).toEqual([]);
    const answer = madeIn('s10').find(({ path }) => path === '2016-17/readiness/K1-01');
    const status = madeIn('s10').find(({ path }) => path === '2016-17/status');
    expect(answer).toMatchObject({ value: 'yes', who: 'импорт', label: 'ПК отдела' });
    expect(answer?.signature).toBeUndefined();
    expect(status).toMatchObject({ value: { state: 'accepted' }, signature: { by: 'd1' } });
    const before = histories.size;
    expect(await take({ schools })).toEqual({ kept: 0, of: 0, told: [] });
    expect(histories.size).toBe(before);
  });

  it('[IA2] says what was not kept, and the next time goes on from there', async () => {
    isFull = true;
    expect(await take({ schools })).toEqual({ kept: 0, of: 2, told: [] });
    isFull = false;
    expect(await take({ schools })).toMatchObject({ kept: 2, of: 2 });
  });

  it('[PE8] tells of an answer from paper that it came from paper, and on which device it was typed', async () => {
    const desk = await aDesk();
    expect(await desk.bring('paper', 's10', [{ path: '2016-17/readiness/K1-02', value: 'no' }])).toBe(true);
    expect(madeIn('s10')).toMatchObject([{ who: 'муниципалитет', label: 'с бумаги, ПК отдела' }]);
  });
});
