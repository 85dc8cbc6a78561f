import { describe, expect, it } from 'vitest';
import { publishedForms } from '../../forms/forms.ts';
import { legalActs } from '../../forms/legal-acts.ts';
import { indicatorsOf } from './form.ts';
import { parseForm } from './parse-form.ts';

/** Every sentence of a form or registry: what holds Cyrillic letters, without the places a day is put into. */
const sentencesOf = (written: object): string[] =>
  [...JSON.stringify(written).matchAll(/"([^"]*[а-яё][^"]*)"/gi)].map(([, text = '']) =>
    text.replace('{deadline}', ''),
  );

describe.each(publishedForms)('published form $id version $version', (written) => {
  const parsed = parseForm(written);

  it('[FM1] [FM2] fits the schema and itself', () => {
    expect(parsed.ok ? null : parsed.problem).toBeNull();
  });

  it('[FM3] names only legal acts of the registry, and the registry holds no other', () => {
    const named = parsed.ok ? indicatorsOf(parsed.value).flatMap((one) => one.law) : [];
    expect([...new Set(named)].sort()).toEqual(legalActs.map((act) => act.code).sort());
  });

  it('[WD1] names tables and forms as people do, by no code of the program', () => {
    const sentences = sentencesOf([written, legalActs]);
    expect(sentences.length).toBeGreaterThan(200);
    expect(sentences.filter((text) => /[a-z]/i.test(text))).toEqual([]);
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
