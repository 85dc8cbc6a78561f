import { describe, expect, it } from 'vitest';
import { publishedForms } from '../../forms/forms.ts';
import { legalActs } from '../../forms/legal-acts.ts';
import { indicatorsOf } from './form.ts';
import { parseForm } from './parse-form.ts';

describe.each(publishedForms)('published form $id version $version', (written) => {
  const parsed = parseForm(written);

  it('[FM1] [FM2] fits the schema and itself', () => {
    expect(parsed.ok ? null : parsed.problem).toBeNull();
  });

  it('[FM3] names only legal acts of the registry, and the registry holds no other', () => {
    const named = parsed.ok ? indicatorsOf(parsed.value).flatMap((one) => one.law) : [];
    expect([...new Set(named)].sort()).toEqual(legalActs.map((act) => act.code).sort());
  });

  it('[FM2] is refused with a repeated id, foreign weights or a condition on a later indicator', () => {
    const copy = structuredClone(written);
    const [first, second] = copy.criteria[0]?.indicators ?? [];
    if (!first || !second) throw new Error('an empty form');
    first.id = second.id;
    expect(parseForm(copy)).toEqual({ ok: false, problem: { code: 'form-inconsistent', what: 'K1-02 twice' } });
    expect(parseForm({ ...written, levels: {} })).toMatchObject({ problem: { code: 'form-unreadable' } });
  });
});
