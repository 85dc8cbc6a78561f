import { type Form, figuresAsked, hasTables, type Indicator, indicatorsOf } from '../form/form.ts';
import { assess } from '../scoring/assess.ts';
import { monthsOf } from '../scoring/journal-fill.ts';
import type { Facts } from '../submission/facts.ts';
import { totalsOf } from '../submission/passport.ts';

/** One thing a paper form asks for, by the code that stands there; `key` is the short key of its register. */
export type PaperPlace = { code: string; key: string } & (
  | { kind: 'figure'; name: FigureName }
  | { kind: 'buildings' }
  | { kind: 'level' }
  | { kind: 'branches' }
  | { kind: 'indicator'; indicator: Indicator }
  | { kind: 'month'; month: string }
  | { kind: 'year' }
  | { kind: 'year-row'; title: string; total: 'classes' | 'pupils' | 'graduates' | null }
  | { kind: 'exams' }
  | { kind: 'site'; question: string }
);

const figureNames = ['pupils', 'teachers', 'staffWithAccess', 'classes', 'grad9', 'grad11'] as const;
type FigureName = (typeof figureNames)[number];

/**
 * PE1: everything the blank form asks for, in the order of its sheets: passport П1–П8 and Ф as far as the form needs them, indicators К1-01…, months М09…,
 * the year's closing Г0–Г6, exams Э, pages of the site С01…; what is computed has no place, nor what the form does not have.
 */
export function paperPlaces(form: Form, campaign: { schoolYear: string }): readonly PaperPlace[] {
  const asked: readonly string[] = figuresAsked(form);
  return [
    ...figureNames.flatMap((name, at): PaperPlace[] =>
      asked.includes(name) ? [{ kind: 'figure', code: `П${at + 1}`, key: `-/passport/${name}`, name }] : [],
    ),
    ...(asked.includes('buildings')
      ? [{ kind: 'buildings', code: 'П7', key: '-/passport/building:' } satisfies PaperPlace]
      : []),
    { kind: 'level', code: 'П8', key: '-/passport/level' },
    ...(hasTables(form) ? [{ kind: 'branches', code: 'Ф', key: '-/branch:' } satisfies PaperPlace] : []),
    ...form.criteria.flatMap(({ indicators }, criterionAt) =>
      indicators.flatMap((indicator, at): PaperPlace[] => {
        const code = indicatorCodeOf(indicator.id, criterionAt, at);
        return indicator.kind === 'derived' ? [] : [{ kind: 'indicator', code, key: indicator.id, indicator }];
      }),
    ),
    ...monthsOf(form, campaign).map(
      (month): PaperPlace => ({ kind: 'month', code: `М${month.slice(5)}`, key: `JRN:${month}`, month }),
    ),
    ...(form.yearClosing.rows.length > 0 ? [{ kind: 'year', code: 'Г0', key: 'YEAR:reported' } as const] : []),
    ...form.yearClosing.rows
      .filter(({ source }) => source === undefined)
      .map(
        ({ id, title, total }): PaperPlace => ({
          kind: 'year-row',
          code: `Г${id.slice(2)}`,
          key: `YEAR:${id}`,
          title,
          total: total ?? null,
        }),
      ),
    ...(form.exams.kinds.length > 0 ? [{ kind: 'exams', code: 'Э', key: 'GIA:' } as const] : []),
    ...form.site.checks.map(
      ({ id, question }): PaperPlace => ({
        kind: 'site',
        code: `С${id.slice(2)}`,
        key: `SITE:${id}#url`,
        question,
      }),
    ),
  ];
}

/** An id of the shape K3-05 is its own code; any other indicator is counted through: the fifth of the third criterion. */
function indicatorCodeOf(id: string, criterionAt: number, at: number): string {
  return /^K\d-\d\d$/.test(id) ? id : `K${criterionAt + 1}-${String(at + 1).padStart(2, '0')}`;
}

/** PE1: the code printed at a place of the blank form, by the key of its register; empty: it has none. */
export const paperCodeOf = (form: Form, campaign: { schoolYear: string }, key: string): string =>
  paperPlaces(form, campaign).find((place) => place.key === key)?.code ?? '';

/** Letters as they come from either layout of the keyboard, by look, by sound, and К by its key. */
const letters: Readonly<Record<string, string>> = {
  К: 'K',
  R: 'K',
  M: 'М',
  C: 'С',
  S: 'С',
  P: 'П',
  G: 'Г',
  E: 'Э',
  F: 'Ф',
};

/**
 * PE1: the place a typed code means, null: none. К and K are one letter, case, dash and a leading zero may be left out:
 * «К3-05», «k305», «к3-5» and, an indicator being what is typed most, «3-05».
 */
export function findPlace(places: readonly PaperPlace[], typed: string): PaperPlace | null {
  const dashed = typed
    .toUpperCase()
    .trim()
    .replace(/[\s.\u2010-\u2015-]+/g, '-')
    .replace(/^[A-ZА-ЯЁ]/, (letter) => letters[letter] ?? letter);
  const text = dashed.replace(/-/g, '');
  const indicator = /^K?-?(\d{1,2})-(\d{1,2})$/.exec(dashed) ?? /^K?(\d{1,2}?)(\d{1,2})$/.exec(text);
  const other = /^([МГПС])(\d{1,2})$/.exec(text);
  const code = indicator
    ? `K${indicator[1]}-${(indicator[2] ?? '').padStart(2, '0')}`
    : other
      ? `${other[1]}${/[МС]/.test(other[1] ?? '') ? (other[2] ?? '').padStart(2, '0') : other[2]}`
      : text;
  return places.find((place) => place.code === code) ?? null;
}

type Known = { form: Form; facts: Facts; asOf: string; schoolYear: string };

/** PE6: the next place that is asked after this one; null: it was the last. */
export function placeAfter(places: readonly PaperPlace[], place: PaperPlace, known: Known): PaperPlace | null {
  // by its code: the list may have been made anew since, for the campaign's texts have changed
  const rest = places.slice(places.findIndex(({ code }) => code === place.code) + 1);
  const hidden = hiddenIn(known);
  return rest.find((one) => isAsked(one, known.facts, hidden)) ?? null;
}

/** SC4 on paper: an indicator whose condition does not hold is passed over, and exams where nobody finishes school. */
function isAsked(place: PaperPlace, facts: Facts, hidden: ReadonlySet<string>): boolean {
  if (place.kind === 'exams') {
    const { grad9, grad11 } = totalsOf(facts);
    return grad9 !== 0 || grad11 !== 0;
  }
  return place.kind !== 'indicator' || !hidden.has(place.indicator.id);
}

/** The indicators that are not asked by what is known so far. */
function hiddenIn({ form, facts, ...campaign }: Known): ReadonlySet<string> {
  if (indicatorsOf(form).every(({ showIf, relevant }) => !showIf && relevant === undefined)) return new Set();
  const lines = assess(form, facts, campaign).criteria.flatMap((criterion) => criterion.lines);
  return new Set(lines.flatMap(({ indicatorId, state }) => (state === 'hidden' ? [indicatorId] : [])));
}
