import { describe, expect, it } from 'vitest';
import { aSchool10, campaign2017, factsFrom, readinessForm } from '../../../tests/fixtures/school-10.ts';
import { publishedForms } from '../../forms/forms.ts';
import { assess } from '../scoring/assess.ts';
import { joinForm, rulesOf, wordsOf } from './form-words.ts';
import { parseForm } from './parse-form.ts';

describe.each(publishedForms)('published form $id version $version in parts', (written) => {
  const parsed = parseForm(written);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  const form = parsed.value;

  it('[FM4] is the form as published once rules and all texts are joined', () => {
    const words = Object.assign({}, ...form.criteria.map(wordsOf));
    expect(joinForm(rulesOf(form), words)).toEqual(form);
  });

  it('[FM4] has the texts of a criterion as soon as they have come, whatever else has', () => {
    const [first, second] = form.criteria;
    if (!first || !second) throw new Error('a form of one criterion');
    const [here, notYet] = joinForm(rulesOf(form), wordsOf(first)).criteria;
    expect(here).toEqual(first);
    expect(notYet?.indicators.map((one) => one.question).join('')).toBe('');
  });
});

it('[FM4] scores the same without a text', () => {
  const facts = factsFrom(aSchool10());
  const { findings, ...figures } = assess(readinessForm, facts, campaign2017);
  const { findings: silent, ...same } = assess(joinForm(rulesOf(readinessForm), {}), facts, campaign2017);
  expect(same).toEqual(figures);
  expect(silent.map((one) => [one.indicatorId, one.cost])).toEqual(findings.map((one) => [one.indicatorId, one.cost]));
});
