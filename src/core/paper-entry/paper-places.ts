import { type Form, type Indicator, indicatorsOf } from '../form/form.ts';
import { monthsOf } from '../scoring/journal-fill.ts';
import { type Facts, firstValue } from '../submission/facts.ts';
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

export const figureNames = ['pupils', 'teachers', 'staffWithAccess', 'classes', 'grad9', 'grad11'] as const;
type FigureName = (typeof figureNames)[number];

/**
 * PE1: everything the blank form asks for, in the order of its sheets: passport П1–П8 and Ф, indicators К1-01…, months М09…,
 * the year's closing Г0–Г6, exams Э, pages of the site С01…; what is computed has no place.
 */
export function paperPlaces(form: Form, campaign: { schoolYear: string }): readonly PaperPlace[] {
  return [
    ...figureNames.map(
      (name, at): PaperPlace => ({ kind: 'figure', code: `П${at + 1}`, key: `-/passport/${name}`, name }),
    ),
    { kind: 'buildings', code: 'П7', key: '-/passport/building:' },
    { kind: 'level', code: 'П8', key: '-/passport/level' },
    { kind: 'branches', code: 'Ф', key: '-/branch:' },
    ...indicatorsOf(form)
      .filter(({ kind }) => kind !== 'derived')
      .map((indicator): PaperPlace => ({ kind: 'indicator', code: indicator.id, key: indicator.id, indicator })),
    ...monthsOf(form, campaign).map(
      (month): PaperPlace => ({ kind: 'month', code: `М${month.slice(5)}`, key: `JRN:${month}`, month }),
    ),
    { kind: 'year', code: 'Г0', key: 'YEAR:reported' },
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
    { kind: 'exams', code: 'Э', key: 'GIA:' },
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
  const text = typed
    .toUpperCase()
    .replace(/[\s.\u2010-\u2015-]/g, '')
    .replace(/^[A-ZА-ЯЁ]/, (letter) => letters[letter] ?? letter);
  const indicator = /^K?(\d)(\d{1,2})$/.exec(text);
  const other = /^([МГПС])(\d{1,2})$/.exec(text);
  const code = indicator
    ? `K${indicator[1]}-${(indicator[2] ?? '').padStart(2, '0')}`
    : other
      ? `${other[1]}${/[МС]/.test(other[1] ?? '') ? (other[2] ?? '').padStart(2, '0') : other[2]}`
      : text;
  return places.find((place) => place.code === code) ?? null;
}

/** PE6: the next place that is asked after this one; null: it was the last. */
export function placeAfter(places: readonly PaperPlace[], place: PaperPlace, facts: Facts): PaperPlace | null {
  return places.slice(places.indexOf(place) + 1).find((one) => isAsked(one, facts)) ?? null;
}

/** SC4 on paper: an indicator whose condition does not hold is passed over, and exams where nobody finishes school. */
function isAsked(place: PaperPlace, facts: Facts): boolean {
  if (place.kind === 'exams') {
    const { grad9, grad11 } = totalsOf(facts);
    return grad9 !== 0 || grad11 !== 0;
  }
  if (place.kind !== 'indicator' || !place.indicator.showIf) return true;
  const { indicator, in: values } = place.indicator.showIf;
  return values.includes(String(firstValue(facts, indicator)));
}
