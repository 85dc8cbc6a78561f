import { answerValuesOf, isTypedIn } from '../../../core/form/answer-values.ts';
import type { Form, Indicator } from '../../../core/form/form.ts';
import type { PaperPlace } from '../../../core/paper-entry/paper-places.ts';
import type { PaperProblem } from '../../../core/paper-entry/paper-problem.ts';
import { schoolLevels } from '../../../core/paper-entry/read-table-line.ts';
import type { Facts } from '../../../core/submission/facts.ts';
import { totalsOf } from '../../../core/submission/passport.ts';
import { answerWords } from '../../../reports/answer-words.ts';
import { paperTexts as words } from '../../../texts/paper-entry.ts';
import { passportTexts } from '../../../texts/passport.ts';

/** What a place of the paper asks. */
export function questionOf(place: PaperPlace): string {
  switch (place.kind) {
    case 'figure':
      return passportTexts.countNames[place.name];
    case 'indicator':
      return place.indicator.question;
    case 'month':
      return words.names.month(place.month);
    case 'year-row':
      return place.title;
    case 'site':
      return words.names.site(place.question);
    default:
      return words.names[place.kind];
  }
}

/** PE2: what can be typed there: keys with what they stand for, and how a figure is written. */
export function keysOf(place: PaperPlace): readonly { key: string; words: string }[] {
  if (place.kind === 'level') return schoolLevels.map((level, at) => ({ key: String(at + 1), words: level }));
  if (place.kind !== 'indicator') return [];
  const isPicked = !isTypedIn(place.indicator);
  return answerValuesOf(place.indicator).map((value, at) => ({
    key: isPicked ? String(at + 1) : value === 'notProvided' ? '-' : '*',
    words: answerWords(place.indicator, value, null),
  }));
}

export function hintOf(place: PaperPlace, form: Form, facts: Facts): string {
  const { hints } = words;
  switch (place.kind) {
    case 'indicator':
      return place.indicator.kind === 'text'
        ? hints.text
        : `${hintOfIndicator(place.indicator, facts)} ${hints.document}`.trim();
    case 'month':
      return hints.month;
    case 'year':
      return hints.year;
    case 'year-row':
      return hints.yearRow;
    case 'exams':
      return hints.exams(form.exams.kinds.map(({ id }, at) => `${at + 1} ${id}`).join(', '));
    case 'branches':
      return hints.branches;
    case 'site':
      return hints.address;
    case 'level':
      return '';
    default:
      return hints.count;
  }
}

function hintOfIndicator({ kind, total, decimal }: Indicator, facts: Facts): string {
  if (kind === 'figure') return words.hints.figure(decimal === true);
  if (kind === 'choices') return words.hints.choices;
  if (kind === 'ratio') return words.hints.ratio(totalsOf(facts)[total ?? 'pupils']);
  if (kind === 'date') return words.hints.date;
  return kind === 'number' ? words.hints.count : '';
}

/** Why a line was not written, in words. */
export function problemWords(problem: PaperProblem): string {
  const say = words.problems[problem.code] as (facts: PaperProblem) => string;
  return say(problem);
}
