import { describe, expect, it } from 'vitest';
import { aForm, anIndicator } from '../../../tests/fixtures/a-form.ts';
import { awaitedForm } from '../form/awaited-form.ts';
import { formProblems } from './form-problems.ts';

const form = aForm({ A: [anIndicator('a1')] });
const one = { id: 'distance', version: 1, hash: 'h1' };
const chosen = { forms: ['distance@1', 'monitoring@1'], formHash: 'h1' };

describe('formProblems', () => {
  it('[CN1] [FP4] lets no campaign go out over a form that is not here whole', () => {
    expect(formProblems(chosen, awaitedForm(form, 'distance@1'), [one], null)).toEqual([
      { field: 'forms', code: 'form-awaited' },
    ]);
    expect(formProblems(chosen, form, [one], null)).toEqual([]);
  });

  it('[CN1] [FP1] guesses not which of two forms of one name is meant; what a campaign said already stands', () => {
    const two = [one, { ...one, hash: 'h2' }];
    expect(formProblems(chosen, form, two, null)).toEqual([{ field: 'forms', code: 'form-twice' }]);
    expect(formProblems(chosen, form, two, { forms: ['distance@1'], formHash: 'h2' })).toHaveLength(1);
    expect(formProblems(chosen, form, two, chosen)).toEqual([]);
    expect(formProblems(chosen, form, [one, { ...one, version: 2, hash: 'h2' }], null)).toEqual([]);
  });

  it('[CN1] asks nothing where no form with indicators is collected', () => {
    expect(formProblems({ forms: ['monitoring@1'] }, awaitedForm(form, 'x@1'), [], null)).toEqual([]);
  });
});
