import { describe, expect, it } from 'vitest';
import { aForm, anIndicator } from '../../../tests/fixtures/a-form.ts';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { aFileCampaign, anAnswersFile, aPlace, somePlaces } from '../../../tests/fixtures/an-answers-file.ts';
import type { Json } from '../json.ts';
import type { Campaign } from '../submission/campaigns.ts';
import { exportAnswersFile } from './export-answers-file.ts';
import { type CollectedForm, collectedIn, fileCampaignOf } from './file-campaign.ts';
import { parseAnswersFile } from './parse-answers-file.ts';
import { readIndicators } from './read-indicators.ts';
import { Reading } from './reading.ts';

const options = { site: 0.5, board: 0.5 };
const form = aForm({
  A: [
    anIndicator('n', { kind: 'figure' }),
    anIndicator('share', { kind: 'figure', decimal: true }),
    anIndicator('ways', { kind: 'choices', options }),
    anIndicator('words', { kind: 'text' }),
    anIndicator('sum', { kind: 'derived', calculation: '${n} + 1' }),
  ],
});

function read(answers: Record<string, Json>) {
  const { previous: _none, ...campaign } = aFileCampaign;
  const reading = new Reading(form, campaign, new Map());
  readIndicators(reading, answers, 'distance');
  return { values: Object.fromEntries(reading.values), problems: reading.problems };
}

describe('answers to a form of one’s own', () => {
  it('[AF4] are stored as the screens store them: several options sorted, words without spaces around', () => {
    const answers = { n: -5, share: 97.2, ways: ['site', 'board'], words: ' Все классы ' };
    expect(read(answers)).toEqual({
      values: { n: -5, share: 97.2, ways: ['board', 'site'], words: 'Все классы' },
      problems: [],
    });
    expect(read({ ways: [], words: ' ', n: 'notProvided' })).toEqual({ values: { n: 'notProvided' }, problems: [] });
  });

  it('[AF4] are refused where they do not fit, each by its path', () => {
    expect(read({ n: 1.5, share: '97', ways: ['site', 'sms'], words: 5, sum: 6 }).problems).toEqual([
      { code: 'computed', id: 'sum', path: 'distance.sum' },
      { code: 'wrong-type', expected: 'whole', path: 'distance.n' },
      { code: 'wrong-type', expected: 'number', path: 'distance.share' },
      { code: 'unknown-option', value: 'sms', allowed: ['site', 'board'], path: 'distance.ways' },
      { code: 'wrong-type', expected: 'text', path: 'distance.words' },
    ]);
  });
});

describe('the published form a file of answers is of', () => {
  const hash = 'a'.repeat(43);
  const other = 'b'.repeat(43);
  const forms = ['distance@2'];
  const announced = [{ id: 'c1', forms, formHash: hash }] as unknown as Campaign[];
  const file = (campaign: object) => ({ format: 'gotovo-answers/1', campaign });

  const one = { id: 'distance', version: 2, hash };
  const asked = (campaign: object, published = [one]) => collectedIn(file(campaign), announced, published);

  it('[FP4] is the one the announced campaign collects, if that is of the name the file gives', () => {
    expect(asked({ id: 'c1', forms })).toEqual({ forms, formHash: hash });
    expect(asked({ id: 'c1', forms, formHash: other })).toEqual({ forms, formHash: hash });
    expect(asked({ id: 'c1', forms: ['distance@1'] })).toEqual({ forms: ['distance@1'] });
  });

  it('[FP1] is in a new campaign the one whose hash it gives, else the only one of that name; of two nothing is guessed', () => {
    expect(asked({ id: 'c2', forms, formHash: other })).toEqual({ forms, formHash: other });
    expect(asked({ id: 'c2', forms })).toEqual({ forms, formHash: hash });
    expect(asked({ id: 'c2', forms }, [])).toEqual({ forms });
    const two = [one, { ...one, hash: other }];
    expect(asked({ id: 'c2', forms }, two)).toMatchObject({ isGuessed: true });
    expect(asked({ id: 'c2', forms, formHash: other }, two)).not.toHaveProperty('isGuessed');
    const own = ['readiness@1'];
    expect(asked({ id: 'c2', forms: own }, [{ id: 'readiness', version: 1, hash }])).toEqual({ forms: own });
    for (const broken of [null, [], 'x', { campaign: 5 }])
      expect(collectedIn(broken, announced, [])).toEqual({ forms: [] });
  });

  it('[FP1] refuses a file of another form of that name, and one that may mean either of two; the campaign keeps its hash', () => {
    const json = anAnswersFile({ campaign: { ...aFileCampaign, forms, formHash: other } });
    const read = (collected: CollectedForm, given: object = json) =>
      parseAnswersFile(given, { ...form, version: 2 }, { places: somePlaces, factsOf: () => new Map(), collected });
    expect(read({ forms, formHash: hash })).toMatchObject({ problem: [{ code: 'other-form', name: 'distance@2' }] });
    const { formHash: _none, ...bare } = json.campaign as { formHash?: string };
    const without = { ...json, campaign: bare };
    expect(read({ forms, formHash: hash, isGuessed: true }, without)).toMatchObject({
      problem: [{ code: 'form-twice', name: 'distance@2' }],
    });
    expect(read({ forms, formHash: hash }, without)).toMatchObject({ value: { campaign: { formHash: hash } } });
  });

  it('[AF12] goes out with its hash', () => {
    const { previous: _none, ...campaign } = aFileCampaign;
    expect(fileCampaignOf({ ...campaign, forms, formHash: hash } as never)).toMatchObject({ forms, formHash: hash });
    expect(fileCampaignOf({ ...campaign, forms } as never)).not.toHaveProperty('formHash');
  });
});

it('[AF12] [SC17] of two answers the one that counts goes out: one that does not meet the form’s condition counts for nothing', () => {
  const steps: [number, number][] = [[10, 1]];
  const limited = aForm({ A: [anIndicator('n', { kind: 'figure', steps, constraint: '. <= 40' })] });
  const { previous: _none, ...campaign } = aFileCampaign;
  const heads = [30, 50].map((value) => aRevision({ history: 's10', path: `${campaign.id}/distance/n`, value }));
  const registers = new Map([[`${campaign.id}/distance/n`, heads]]);
  const file = exportAnswersFile(limited, { ...campaign, forms: ['distance@1'] }, [
    { place: aPlace('s10', 'school', 'm', 'СОШ № 10'), registers },
  ]);
  expect(file.schools).toMatchObject([{ distance: { n: 50 }, conflicts: [{ register: 'n', values: [30] }] }]);
});
