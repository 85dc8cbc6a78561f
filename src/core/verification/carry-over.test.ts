import { describe, expect, it } from 'vitest';
import { aForm, anIndicator } from '../../../tests/fixtures/a-form.ts';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import {
  type Answers,
  aFullSchool,
  aSchool10,
  campaign2017,
  readinessForm,
} from '../../../tests/fixtures/school-10.ts';
import { indicatorsOf } from '../form/form.ts';
import type { Json } from '../json.ts';
import { assess } from '../scoring/assess.ts';
import { factsOf } from '../submission/facts.ts';
import type { Registers } from '../submission/registers.ts';
import { RevisionIndex } from '../submission/revision-index.ts';
import {
  announcedPrevious,
  campaignBefore,
  carryOver,
  offeredAnswer,
  ownPrevious,
  previousOf,
  previousPathOf,
} from './carry-over.ts';

const form = readinessForm;
const before = { id: '2016-17', ...campaign2017 };
const pathOf = (campaignId: string, key: string): string =>
  key.startsWith('-/') ? key : `${campaignId}/${form.id}/${key}`;
const entries = (campaignId: string, answers: Answers): [string, Json][] =>
  Object.entries(answers).flatMap(([key, value]) => (value === null ? [] : [[pathOf(campaignId, key), value]]));
const registersOf = (...values: [string, Json][]) => {
  const index = new RevisionIndex();
  index.add(values.map(([path, value]) => aRevision({ path, value })));
  return index.registers();
};

describe('what the last campaign left', () => {
  it('[CO1] is what the municipality says', () => {
    const said = { place: 's10', SITE: { 'S-03': { state: 'partly', url: 'x' }, 'S-04': 5 }, findings: ['K3-01', 7] };
    const registers = registersOf([previousPathOf('2017-18', 's10'), said as Json]);
    expect(announcedPrevious([registersOf(), registers], '2017-18', 's10')).toEqual({
      SITE: { 'S-03': 'partly' },
      findings: ['K3-01'],
    });
    expect(announcedPrevious([registers], '2017-18', 's11')).toBeNull();
  });

  it('[CO1] is else what the school’s own answers of then come to', () => {
    const registers = registersOf(...entries('2016-17', { ...aSchool10(), 'SITE:S-03#state': 'stale' }));
    const previous = ownPrevious(form, before, registers);
    expect(previous?.findings.slice(0, 2)).toEqual(['K3-01', 'K7-01']);
    expect(previous?.SITE).toEqual({ 'S-03': 'stale' });
    expect(ownPrevious(form, { ...before, id: '2015-16' }, registers)).toBeNull();
  });

  it('[CO2] is fixed, carried over or new; what is not answered yet is none of them', () => {
    const answers = aFullSchool({ 'K3-01': 'no', 'K1-01': 'no', 'K7-01': null, 'JRN:2016-09': null });
    const now = assess(form, factsOf(registersOf(...entries('2017-18', answers)), '2017-18', form.id), {
      asOf: '2017-07-06',
      schoolYear: '2016/2017',
    });
    expect(carryOver(['K3-01', 'K7-01', 'K4-04', 'K5-04'], now)).toEqual({
      fixed: ['K5-04'],
      carriedOver: ['K3-01'],
      new: ['K1-01'],
    });
  });
});

describe('answers of the last campaign', () => {
  const last: Answers = {
    'K1-01': 'yes',
    'K1-01#evidence': { number: '41' },
    'K1-02': { na: 'нет' },
    'K1-03': 'notProvided',
    'K1-04': { typed: 'двенадцать' },
    'K1-05': { na: 'услуги нет' },
    'K1-06': 'no',
  };

  const offered = (registers: Registers) =>
    indicatorsOf(form).flatMap((one) => {
      const found = offeredAnswer(one, registers, { campaignId: '2016-17', form }, { campaignId: '2017-18', form });
      return found ? [[one.id, found]] : [];
    });

  it('[CO3] are offered where none is given yet, with their evidence, and count nothing', () => {
    const registers = registersOf(...entries('2016-17', last), [pathOf('2017-18', 'K1-06'), 'yes']);
    expect(offered(registers)).toEqual([
      ['K1-01', { value: 'yes', evidence: { number: '41' } }],
      ['K1-05', { value: { na: 'услуги нет' }, evidence: null }],
    ]);
    const { progress } = assess(form, factsOf(registers, '2017-18', form.id), campaign2017);
    expect(progress.answered).toBe(1);
  });

  it('[CO3] are not offered where last year left several', () => {
    const registers = registersOf(...entries('2016-17', last), [pathOf('2016-17', 'K1-01'), 'no']);
    expect(offered(registers).map(([id]) => id)).toEqual(['K1-05', 'K1-06']);
  });
});

it('[CO4] the campaign before is the one named, else the latest of an earlier school year that collected a form of it', () => {
  const of = (id: string, schoolYear: string, asOf: string) => ({ id, schoolYear, asOf });
  const now = of('c', '2017/2018', '2018-07-06');
  const known = [
    of('a', '2015/2016', '2016-07-06'),
    of('b', '2016/2017', '2017-07-06'),
    { ...of('sites', '2016/2017', '2017-08-01'), forms: ['site-report@1'] },
    of('same', '2017/2018', '2018-01-01'),
    of('next', '2018/2019', '2019-07-06'),
  ];
  expect(campaignBefore(now, known)?.id).toBe('b');
  expect(campaignBefore({ ...now, previous: 'a' }, known)?.id).toBe('a');
  expect(campaignBefore({ ...now, previous: 'unknown' }, known)?.id).toBe('b');
  expect(campaignBefore(now, known.slice(3))).toBeNull();
  const sites = { ...now, forms: ['readiness@1', 'site-report@1'] };
  expect(campaignBefore(sites, known)?.id).toBe('sites');
});

it('[CO1] previous findings are the announced ones before one’s own', () => {
  const campaign = { ...before, id: '2017-18', schoolYear: '2017/2018', asOf: '2018-07-06' };
  const registers = registersOf(...entries('2016-17', aSchool10()));
  const announced = registersOf([previousPathOf('2017-18', 's10'), { findings: ['K1-01'] }]);
  const given = { formOf: () => form, campaign, known: [before], registers, placeId: 's10' };
  expect(previousOf({ ...given, published: [announced] })?.findings).toEqual(['K1-01']);
  expect(previousOf({ ...given, published: [] })?.findings[0]).toBe('K3-01');
  expect(previousOf({ ...given, published: [], known: [] })).toBeNull();
});

describe('another version of the form', () => {
  const then = aForm({ A: [anIndicator('kept'), anIndicator('old'), anIndicator('gone'), anIndicator('scaled')] });
  const options = { few: 0.5, many: 1 };
  const now = aForm(
    {
      A: [
        anIndicator('kept'),
        anIndicator('new', { was: ['old'] }),
        anIndicator('scaled', { kind: 'choice', options }),
      ],
    },
    { version: 2 },
  );
  const answers = ['kept', 'old', 'gone', 'scaled'].map((id): [string, Json] => [`2016-17/distance/${id}`, 'no']);
  const registers = registersOf(...answers);

  it('[FP6] is told of findings by what their indicators are called now; what is no longer asked is gone', () => {
    const campaign = { ...before, id: '2017-18', schoolYear: '2017/2018', asOf: '2018-07-06' };
    const given = { campaign, known: [before], published: [], registers, placeId: 's10' };
    const formOf = ({ id }: { id: string }) => (id === '2016-17' ? then : now);
    expect([...(previousOf({ ...given, formOf })?.findings ?? [])].sort()).toEqual(['kept', 'new', 'scaled']);
    expect(
      previousOf({ ...given, formOf: ({ id }) => (id === '2016-17' ? then : { ...now, id: 'other' }) }),
    ).toBeNull();
  });

  it('[FP6] is offered the answers its indicators can take, under whatever name they were given', () => {
    const offered = indicatorsOf(now).map((one) =>
      offeredAnswer(one, registers, { campaignId: '2016-17', form: then }, { campaignId: '2017-18', form: now }),
    );
    expect(offered.map((one) => one?.value ?? null)).toEqual(['no', 'no', null]);
  });

  it('[FP6] gives a name that is used again to whoever inherits it', () => {
    const reused = aForm(
      { A: [anIndicator('heir', { was: ['old'] }), anIndicator('old', { question: 'Совсем другое?' })] },
      { version: 2 },
    );
    const offered = indicatorsOf(reused).map((one) =>
      offeredAnswer(one, registers, { campaignId: '2016-17', form: then }, { campaignId: '2017-18', form: reused }),
    );
    expect(offered.map((one) => one?.value ?? null)).toEqual(['no', null]);
    const nextYear = registersOf(['2017-18/distance/heir', 'yes'], ['2017-18/distance/old', 'no']);
    const sameAgain = indicatorsOf(reused).map((one) =>
      offeredAnswer(one, nextYear, { campaignId: '2017-18', form: reused }, { campaignId: '2018-19', form: reused }),
    );
    expect(sameAgain.map((one) => one?.value ?? null)).toEqual(['yes', 'no']);
  });
});
