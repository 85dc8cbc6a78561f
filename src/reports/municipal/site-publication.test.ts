import { describe, expect, it } from 'vitest';
import { aMunicipality } from '../../../tests/fixtures/a-municipality.ts';
import { linesOf } from '../../../tests/support/report-lines.ts';
import type { Facts } from '../../core/submission/facts.ts';
import { journalComparison } from './journal-comparison.ts';
import type { MunicipalInput, ReportedSchool } from './municipal-input.ts';
import { municipalReport } from './municipal-report.ts';
import { remarkGroupsOf, sitesOf } from './site-publication.ts';

/** Facts of single schools replaced; null takes a register away. */
function withFacts(changes: Record<string, Record<string, unknown>>): MunicipalInput {
  const input = aMunicipality();
  const schools = input.schools.map((school): ReportedSchool => {
    const facts = new Map(school.facts ?? []) as Map<string, readonly (string | object)[]>;
    for (const [key, value] of Object.entries(changes[school.place.id] ?? {}))
      value === null ? facts.delete(key) : facts.set(key, Array.isArray(value) ? value : [value as string]);
    return { ...school, facts: facts as unknown as Facts };
  });
  return { ...input, schools };
}
const groupsIn = (input: MunicipalInput) =>
  Object.fromEntries(remarkGroupsOf(input, sitesOf(input)).map((one) => [one.group, one]));
const wordsIn = (input: MunicipalInput) => linesOf(municipalReport(input).document).join('\n');

describe('sites', () => {
  it('[MR7] leaves out what does not apply and what nobody judged; of two states the worse counts', () => {
    const input = withFacts({
      lugovaya: { 'SITE:S-01#state': 'na', 'SITE:S-02#state': null, 'SITE:S-03#state': ['ok', 'partly'] },
    });
    expect(sitesOf(input)[0]).toMatchObject({ points: 11.5, of: 12, percent: 95.83 });
  });

  it('[MR7] raises the check’s own group, and «stale» and «broken» theirs', () => {
    const input = withFacts({
      lugovaya: { 'SITE:S-07#state': 'stale', 'SITE:S-04#state': 'broken' },
      kedry: { 'SITE:S-13#state': 'missing' },
    });
    const groups = groupsIn(input);
    expect(groups.stale?.schools.map(({ id }) => id)).toEqual(['lugovaya', 'yasny']);
    expect(groups.serviceMissing?.checks).toEqual(['S-06', 'S-07']);
    expect(groups.brokenLinks).toMatchObject({ of: 6, checks: ['S-04', 'S-08'] });
    expect(groups.scattered?.schools.map(({ id }) => id)).toEqual(['rechnaya', 'kedry']);
    expect(groups.scattered?.again.map(({ id }) => id)).toEqual(['rechnaya']);
  });

  it('[MR7] says that last year’s remarks stand only when every group has one of them', () => {
    const all = 'Замечания прошлого года сохраняются.';
    expect(wordsIn(aMunicipality())).toContain(all);
    const one = withFacts({ rechnaya: { 'SITE:S-13#state': 'ok' }, kedry: { 'SITE:S-13#state': 'missing' } });
    expect(wordsIn(one)).not.toContain(all);
    expect(wordsIn(one)).toContain('Ссылки не открываются (1 из 6): Речная СОШ. Сохраняется с прошлого года.');
  });

  it('[MR7] says so when no site was judged, or all are in order', () => {
    const ids = Array.from({ length: 14 }, (_, at) => `SITE:S-${String(at + 1).padStart(2, '0')}#state`);
    const everywhere = (state: string | null) =>
      withFacts(
        Object.fromEntries(
          aMunicipality().schools.map(({ place }) => [place.id, Object.fromEntries(ids.map((id) => [id, state]))]),
        ),
      );
    expect(wordsIn(everywhere(null))).toContain('Сайты школ не проверены.');
    expect(wordsIn(everywhere('ok'))).toContain('Замечаний к сайтам школ нет.');
    expect(municipalReport(everywhere('ok')).proposals.map(({ id }) => id)).not.toContain('1.9');
  });
});

describe('the journal', () => {
  it('[MR9] takes no missing month for zero and names the schools that lack it', () => {
    const input = withFacts({ kedry: { 'JRN:2017-07': null, 'JRN:2017-06': { percent: 80 } } });
    const { months } = journalComparison(input);
    expect(months.at(-1)).toMatchObject({ given: 5, mean: 99.98, lowest: 99.88, highest: 100 });
    expect(months.at(-2)).toMatchObject({ mean: 95.93, lowest: 80, change: -3.07 });
    expect(wordsIn(input)).toContain('Нет данных (1 из 6 школ): Кедровоплёсская ООШ (июль 2017).');
    expect(wordsIn(input)).toContain(
      'Менее 90\u00a0% заполнено в отдельные месяцы (1 из 6 школ): Кедровоплёсская ООШ (июнь 2017).',
    );
  });

  it('[MR9] takes the simple mean of schools, whatever their size, and compares it with the target', () => {
    const month = (percent: number) => ({ 'JRN:2017-07': { percent } });
    const input = withFacts({
      lugovaya: { 'JRN:2017-07': { filled: 1, due: 2 } },
      rechnaya: month(96),
      yasny: month(100),
    });
    expect(journalComparison(input).months.at(-1)?.mean).toBe(91);
    expect(wordsIn(input)).toContain('на 91,00\u00a0% (сведения 6 из 6 школ), что ниже требования (98\u00a0%)');
  });
});
