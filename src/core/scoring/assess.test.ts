import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answers,
  aFullSchool,
  aSchool10,
  campaign2017,
  factsFrom,
  readinessForm,
} from '../../../tests/fixtures/school-10.ts';
import { indicatorsOf } from '../form/form.ts';
import type { Json } from '../json.ts';
import { assess } from './assess.ts';

const assessed = (answers: Answers, conflicts: Record<string, readonly Json[]> = {}) =>
  assess(readinessForm, factsFrom(answers, conflicts), campaign2017);
const scoresOf = (answers: Answers) =>
  Object.fromEntries(assessed(answers).criteria.map((one) => [one.criterionId, one.score]));

describe('the worked example', () => {
  const school = assessed(aSchool10());

  it('[SC11] gives every criterion its score', () => {
    expect(scoresOf(aSchool10())).toEqual({ K1: 94.18, K2: 100, K3: 70.19, K4: 61.9, K5: 81.25, K6: 70.24, K7: 55 });
    const sums = school.criteria.map((one) => [Number(one.earned.toFixed(4)), one.possible]);
    expect(sums).toEqual([
      [17.8947, 19],
      [18, 18],
      [16.1444, 23],
      [13, 21],
      [13.8125, 17],
      [9.8333, 14],
      [11, 20],
    ]);
  });

  it('[SC12] gives the total 76,20 from unrounded scores', () => {
    expect(school.total).toBe(76.2);
  });

  it('[SC10] is not ready, blocked by the register and the database, though the total alone would do', () => {
    expect(school.level).toBe('notReady');
    expect(school.blockedBy).toEqual(['K3-01', 'K7-01']);
    expect(school.cappedBy).toEqual([]);
    expect(school.levelByScore).toBe('readyWithRemarks');
  });

  it('[SC13] has 14 findings, critical first', () => {
    expect(school.findings.map((finding) => finding.indicatorId).slice(0, 2)).toEqual(['K3-01', 'K7-01']);
    expect(school.findings).toHaveLength(14);
  });

  it('[SC14] is finished at 54 of 54, and its range is the total', () => {
    expect(school.progress).toEqual({ answered: 54, of: 54 });
    expect(school.unanswered).toEqual([]);
    expect(school.range).toEqual({ lowest: 76.2, highest: 76.2 });
  });

  it('[SC4] rises to 83,17 and ready with remarks when both blocks are removed and K3-02 appears', () => {
    const mended = { 'K3-01': 'yes', 'K3-02': 'yes', 'K7-01': 'yes' };
    expect(assessed(aSchool10(mended))).toMatchObject({ total: 83.17, level: 'readyWithRemarks' });
  });
});

describe('tables', () => {
  it('[TB4] means the rows of the year with the share of the exams; a missing row counts 0', () => {
    const rows = ['Y-1', 'Y-2', 'Y-4', 'Y-5', 'Y-6'];
    const year = Object.fromEntries(rows.map((row): [string, Json] => [`YEAR:${row}`, { done: 1, total: 1 }]));
    const closed = aSchool10({ 'YEAR:reported': true, ...year });
    expect(assessed(closed).blocks.YEAR).toMatchObject({ done: true, figure: 5 / 6 });
    expect(assessed({ ...closed, 'YEAR:Y-6': null }).blocks.YEAR).toMatchObject({ done: false, figure: 4 / 6 });
    expect(assessed({ ...closed, 'YEAR:Y-6': { done: 0, total: 0 } }).blocks.YEAR.figure).toBe(4 / 5);
  });

  it('[TB5] [TB6] counts complete exam rows, and a grade without any as one incomplete', () => {
    expect(assessed(aSchool10()).blocks.GIA).toEqual({ answered: 3, of: 3, done: true, figure: 0 });
    const flagged = aSchool10({ 'GIA:ОГЭ.РУС.2017-05-30': { state: 'loaded', resultMissing: true } });
    expect(assessed(flagged).blocks.GIA?.figure).toBe(0);
    const eleventh = aFullSchool({ '-/passport/grad11': 4 });
    expect(assessed(eleventh).blocks.GIA).toEqual({ answered: 1, of: 2, done: false, figure: 0.5 });
    expect(assessed({ ...eleventh, 'GIA:reported': 'notProvided' }).blocks.GIA?.done).toBe(true);
    expect(assessed(aFullSchool({ '-/passport/grad9': 0 })).blocks.GIA).toBeNull();
  });

  it('[TB1] [TB2] [TB3] takes the pair before the typed percent, only months begun, and no zero for a missing one', () => {
    const early = { asOf: '2016-11-15', schoolYear: '2016/2017' };
    const answers = {
      'JRN:2016-09': { filled: 1, due: 2, percent: 99 },
      'JRN:2016-10': { percent: 90 },
      'JRN:2017-01': { percent: 1 },
    };
    const { blocks } = assess(readinessForm, factsFrom(answers), early);
    expect(blocks.JRN).toEqual({ answered: 2, of: 3, done: false, figure: 70 });
  });

  it('[TB7] keeps exams of different dates apart', () => {
    const two = aSchool10({ 'GIA:ОГЭ.МАТ.2017-06-22': { state: 'loaded' } });
    expect(assessed(two).blocks.GIA?.figure).toBe(1 / 4);
  });
});

describe('passport', () => {
  it('[PP1] [PP2] adds branches and counts only buildings with lessons', () => {
    const { criteria } = assessed(
      aFullSchool({
        '-/branch:b': { name: 'Филиал', pupils: 10, teachers: 0, classes: 1 },
        '-/passport/building:s': { lessonsHeld: false },
      }),
    );
    const consents = criteria[2]?.lines.find((line) => line.indicatorId === 'K3-03');
    expect(consents).toMatchObject({ of: 100, share: 0.9 });
    expect(criteria[1]?.lines[0]?.of).toBe(1);
  });

  it('[PP3] names the figures that are missing', () => {
    expect(assessed({ '-/passport/pupils': 90 }).passportMissing).toEqual([
      '-/passport/teachers',
      '-/passport/staffWithAccess',
      '-/passport/classes',
      '-/passport/grad9',
      '-/passport/grad11',
      '-/passport/building:',
    ]);
  });
});

describe('boundaries', () => {
  const buildings = (count: number): Answers =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`-/passport/building:${'abc'[at]}`, { lessonsHeld: true }]),
    );

  it('[SC10] caps at half of the buildings: 98,33, partly ready', () => {
    const school = assessed(aFullSchool({ ...buildings(2), 'K2-01': { n: 1 } }));
    expect(school).toMatchObject({ total: 98.33, level: 'partlyReady', cappedBy: ['K2-01'], blockedBy: [] });
    expect(school.criteria[1]?.score).toBe(88.89);
  });

  it('[SC10] blocks at a third of the buildings: 97,78, and at none: 96,67', () => {
    expect(assessed(aFullSchool({ ...buildings(3), 'K2-01': { n: 1 } }))).toMatchObject({
      total: 97.78,
      level: 'notReady',
      blockedBy: ['K2-01'],
    });
    expect(assessed(aFullSchool({ ...buildings(2), 'K2-01': { n: 0 } }))).toMatchObject({
      total: 96.67,
      level: 'notReady',
    });
  });

  it('[SC12] leaves out a criterion where nothing applies', () => {
    const k6 = indicatorsOf(readinessForm).filter((one) => one.id.startsWith('K6'));
    const school = assessed(aFullSchool(Object.fromEntries(k6.map((one) => [one.id, { na: 'интернат' }]))));
    expect(school.criteria[5]).toMatchObject({ score: null, possible: 0 });
    expect(school).toMatchObject({ total: 100, level: 'ready' });
  });
});

describe('answers', () => {
  it('[SC2] keeps na, notProvided and empty apart', () => {
    const { criteria, progress, total } = assessed(
      aFullSchool({ 'K1-03': { na: 'одно здание' }, 'K1-05': 'notProvided', 'K1-06': null }),
    );
    const states = criteria[0]?.lines.map((line) => line.state);
    expect(states?.slice(2, 6)).toEqual(['na', 'value', 'notProvided', 'empty']);
    expect(criteria[0]?.possible).toBe(17);
    expect([progress.of - progress.answered, total]).toEqual([1, null]);
  });

  it('[SC2] counts na without a reason and impossible input as unanswered, and keeps them', () => {
    const { unanswered, criteria } = assessed(
      aFullSchool({ 'K1-03': { na: ' ' }, 'K1-04': { n: 95 }, 'K1-07': '2017-07-20', 'K3-03': { typed: '7о' } }),
    );
    expect(unanswered).toEqual(['K1-03', 'K1-04', 'K1-07', 'K3-03']);
    expect(criteria[0]?.lines.map((line) => line.problem?.code ?? null).slice(2, 7)).toEqual([
      'na-without-reason',
      'above-total',
      null,
      null,
      'date-in-future',
    ]);
  });

  it('[SC3] never takes a critical indicator as na, by choice or by a total of 0', () => {
    const school = assessed(aFullSchool({ 'K3-01': { na: 'нет' }, '-/passport/classes': 0, 'K4-01': { n: 0 } }));
    expect(school.unanswered).toEqual(['K3-01', 'K4-01']);
    const problems = school.criteria.flatMap((one) => one.lines).flatMap((line) => line.problem?.code ?? []);
    expect(problems).toEqual(['na-critical', 'total-zero']);
  });

  it('[SC7] counts the lowest of two different answers, and blocks if any of them does', () => {
    const school = assessed(aFullSchool(), { 'K7-01': ['yes', 'no'], 'K3-03': [{ n: 81 }, { n: 45 }] });
    expect(school.blockedBy).toEqual(['K7-01']);
    expect(school.conflicts).toEqual(['K3-03', 'K7-01']);
    const consents = school.criteria[2]?.lines.find((line) => line.indicatorId === 'K3-03');
    expect(consents).toMatchObject({ state: 'conflict', share: 0.5, value: { n: 45 } });
  });

  it('[SC7] takes na only when every head is na', () => {
    const { criteria } = assessed(aFullSchool(), { 'K3-10': [{ na: 'не публикуем' }, 'yes'] });
    expect(criteria[2]?.lines.find((line) => line.indicatorId === 'K3-10')?.share).toBe(1);
  });

  it('[SC5] earns half for a mean fill between 90 and 98', () => {
    const low = assessed(aFullSchool({ 'JRN:2016-09': { filled: 50, due: 100 } }));
    expect(low.blocks.JRN.figure).toBe(94.55);
    expect(low.criteria[3]?.lines[3]?.share).toBe(0.5);
  });
});

describe('while unfinished', () => {
  it('[SC14] has no level, says what blocks already and the range it can still take', () => {
    const school = assessed({ 'K7-01': 'no' });
    expect(school).toMatchObject({ total: null, level: null, levelByScore: null, blockedBy: ['K7-01'] });
    expect(school.range.lowest).toBe(0);
    expect(school.range.highest).toBe(97.5);
    expect(school.unanswered).toContain('GIA');
  });
});

const yesNo = indicatorsOf(readinessForm).filter((one) => one.kind.startsWith('yes') && !one.showIf);
const anyAnswers = fc
  .array(fc.constantFrom<Json>('yes', 'partial', 'no', 'notProvided', null), {
    minLength: yesNo.length,
    maxLength: yesNo.length,
  })
  .map((values) => {
    const pairs = yesNo.map((one, at): [string, Json] => {
      const value = values[at] ?? null;
      return [one.id, one.kind === 'yes-no' && value === 'partial' ? 'no' : value];
    });
    return Object.fromEntries(pairs);
  });

describe('for any answers', () => {
  it('[SC12] never lowers the total when an answer becomes yes, indicators shown being the same', () => {
    const noBranching = { ...readinessForm, criteria: readinessForm.criteria.map((one) => ({ ...one })) };
    fc.assert(
      fc.property(
        anyAnswers,
        fc.constantFrom(...yesNo.filter((one) => !['K3-01', 'K6-01'].includes(one.id))),
        (some, one) => {
          const before = assess(noBranching, factsFrom(aFullSchool(some)), campaign2017);
          const after = assess(noBranching, factsFrom(aFullSchool({ ...some, [one.id]: 'yes' })), campaign2017);
          expect(after.range.lowest).toBeGreaterThanOrEqual(before.range.lowest);
          expect(after.blockedBy.length).toBeLessThanOrEqual(before.blockedBy.length);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('[SC12] gives the same for the facts in any order', () => {
    fc.assert(
      fc.property(anyAnswers, fc.nat(), (some, turn) => {
        const entries = [...factsFrom(aSchool10(some))];
        const at = turn % entries.length;
        const turned = new Map([...entries.slice(at), ...entries.slice(0, at)].reverse());
        const given = assess(readinessForm, new Map(entries), campaign2017);
        const other = assess(readinessForm, turned, campaign2017);
        expect(other).toEqual(given);
      }),
      { numRuns: 50 },
    );
  });

  it('[SC9] keeps the final total inside every earlier range', () => {
    fc.assert(
      fc.property(anyAnswers, fc.array(fc.constantFrom(...yesNo), { maxLength: 20 }), (some, open) => {
        const complete = Object.fromEntries(Object.entries(some).map(([id, value]) => [id, value ?? 'no']));
        const total = assessed(aFullSchool(complete)).total ?? -1;
        const cleared = Object.fromEntries(open.map((one): [string, Json] => [one.id, null]));
        const { range } = assessed(aFullSchool({ ...complete, ...cleared }));
        expect(range.lowest).toBeLessThanOrEqual(total);
        expect(range.highest).toBeGreaterThanOrEqual(total);
      }),
      { numRuns: 100 },
    );
  });

  it('[SC2] leaves a na indicator out of both sums', () => {
    const choosable = yesNo.filter((one) => !one.critical && one.id !== 'K6-01');
    fc.assert(
      fc.property(fc.constantFrom(...choosable), (one) => {
        const at = readinessForm.criteria.findIndex((criterion) => criterion.indicators.includes(one));
        const [full, without] = [aFullSchool(), aFullSchool({ [one.id]: { na: 'нет' } })].map(
          (answers) => assessed(answers).criteria[at],
        );
        expect((full?.possible ?? 0) - (without?.possible ?? 0)).toBe(one.points);
        expect((full?.earned ?? 0) - (without?.earned ?? 0)).toBe(one.points);
      }),
    );
  });
});
