import { expect, it } from 'vitest';
import { aSchool10, campaign2017, factsFrom, readinessForm } from '../../../tests/fixtures/school-10.ts';
import { assess } from '../../core/scoring/assess.ts';
import { tasksOf } from './tasks.ts';

it('[CN8] lists what the last report proposed as done, not done or not answered yet, in the order of the form', () => {
  const answers = aSchool10({ 'K1-01': 'yes', 'K3-01': 'no', 'K7-02': null });
  const assessment = assess(readinessForm, factsFrom(answers), campaign2017);
  const tasks = tasksOf(readinessForm, ['K7-02', 'K3-01', 'K1-01'], assessment);
  expect(tasks.map(({ indicatorId, state }) => [indicatorId, state])).toEqual([
    ['K1-01', 'done'],
    ['K3-01', 'open'],
    ['K7-02', 'unknown'],
  ]);
  const advice = readinessForm.criteria[0]?.indicators[0]?.recommendation;
  expect(tasks[0]?.text).toBe(advice);
  expect(tasksOf(readinessForm, [], assessment)).toEqual([]);
});
