import { describe, expect, it } from 'vitest';
import {
  type Answers,
  aFullSchool,
  campaign2017,
  factsFrom,
  readinessForm,
} from '../../../tests/fixtures/school-10.ts';
import { assess } from './assess.ts';
import { levelByScoreOf } from './readiness-level.ts';
import { round2 } from './round.ts';

describe('readiness level', () => {
  it.each([
    [84.995, 85, 'ready'],
    [84.994, 84.99, 'readyWithRemarks'],
    [69.99, 69.99, 'partlyReady'],
    [70, 70, 'readyWithRemarks'],
    [50, 50, 'partlyReady'],
    [49.99, 49.99, 'notReady'],
  ])('[SC6] [SC8] decides %d by what is printed', (exact, shown, level) => {
    expect(round2(exact)).toBe(shown);
    expect(levelByScoreOf(readinessForm.levels, round2(exact), [65, 100])).toBe(level);
  });

  it('[SC8] is not ready-without-remarks when one criterion is below 65', () => {
    expect(levelByScoreOf(readinessForm.levels, 99, [64.99, 100])).toBe('readyWithRemarks');
  });
});

const all = (value: Answers[string], ...ids: string[]): Answers => Object.fromEntries(ids.map((id) => [id, value]));

const assessed = (answers: Answers) => assess(readinessForm, factsFrom(answers), campaign2017);

/** A full school with so many pupils that one choice of a family (K6-02) moves the total by less than it is rounded to. */
const largeSchool = (pupils: number) => ({
  ...aFullSchool({ '-/passport/pupils': pupils }),
  ...all({ n: pupils }, 'K3-03', 'K3-04', 'K6-03'),
});
const losing14: Answers = {
  ...largeSchool(10_000),
  ...all('no', 'K2-02', 'K2-05'), // 15 · 6/18 = 5
  ...all('no', 'K4-02', 'K4-03'),
  'K4-05': '4', // 20 · 7/21 = 6 2/3
  'K6-06': 'no', // 10 · 2/15 = 1 1/3
  'K7-05': 'no', // 10 · 2/20 = 1
};
const losing29: Answers = {
  ...losing14,
  ...all({ n: 0 }, 'K5-01', 'K5-02', 'K5-03', 'K5-07'),
  ...all('no', 'K5-04', 'K5-05', 'K5-06'), // all of K5: 10
  ...all('no', 'K6-04', 'K6-07'), // 10 · 3/15 = 2
  ...all('notProvided', 'K7-02', 'K7-04'), // 10 · 6/20 = 3
};
const losing49: Answers = {
  ...losing29,
  ...all({ na: 'нет' }, 'K1-01', 'K1-04', 'K1-06', 'K1-07', 'K1-08'),
  ...all('no', 'K1-03', 'K1-05'), // 15 · 4/8 = 7.5
  ...all({ na: 'нет' }, 'K3-02', 'K3-03', 'K3-04', 'K3-07', 'K3-08', 'K3-09', 'K3-10'),
  ...all('no', 'K3-05', 'K3-06'), // 20 · 5/10 = 10
  ...all('notProvided', 'K7-03', 'K7-06'), // 10 · 5/20 = 2.5
};

describe('readiness level of a whole school', () => {
  // K6-02 is worth 2 points of the total: 4975 choices of 10,000 lose 1.005, 4970 lose 1.006
  it.each([
    { exact: 84.995, answers: losing14, chosen: 4975, total: 85, level: 'ready' },
    { exact: 84.994, answers: losing14, chosen: 4970, total: 84.99, level: 'readyWithRemarks' },
    { exact: 69.995, answers: losing29, chosen: 4975, total: 70, level: 'readyWithRemarks' },
    { exact: 69.994, answers: losing29, chosen: 4970, total: 69.99, level: 'partlyReady' },
    { exact: 49.995, answers: losing49, chosen: 4975, total: 50, level: 'partlyReady' },
    { exact: 49.994, answers: losing49, chosen: 4970, total: 49.99, level: 'notReady' },
  ])('[SC6] [SC8] shows $exact as $total and is $level', ({ answers, chosen, total, level }) => {
    const school = assessed({ ...answers, 'K6-02': { n: chosen } });
    expect(school).toMatchObject({ total, level, levelByScore: level, blockedBy: [], cappedBy: [], unanswered: [] });
    expect(school.range).toEqual({ lowest: total, highest: total });
  });

  // K6 loses 4 of its 15 by two answers, and 3 · 25,015/60,000 or 3 · 25,018/60,000 by the choices
  it.each([
    { exact: 64.995, chosen: 34_985, score: 65, level: 'ready' },
    { exact: 64.994, chosen: 34_982, score: 64.99, level: 'readyWithRemarks' },
  ])('[SC6] [SC8] shows a criterion of $exact as $score and is $level', ({ chosen, score, level }) => {
    const school = assessed({ ...largeSchool(60_000), ...all('no', 'K6-04', 'K6-06'), 'K6-02': { n: chosen } });
    expect(school.criteria[5]?.score).toBe(score);
    expect(school).toMatchObject({ total: 96.5, level, blockedBy: [], cappedBy: [] });
  });
});
