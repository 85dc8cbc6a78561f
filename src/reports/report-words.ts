import { indicatorsOf } from '../core/form/form.ts';
import type { Json } from '../core/json.ts';
import { examRowsOf, isComplete } from '../core/scoring/exams.ts';
import { propertiesOf } from '../core/submission/answer.ts';
import { scoredFormId } from '../core/submission/collected-forms.ts';
import { type Facts, firstValue } from '../core/submission/facts.ts';
import { dateText, documentName, shownId } from '../texts/numbers.ts';
import { reportTexts } from '../texts/reports.ts';
import { submissionTexts } from '../texts/submission.ts';
import { lineWords } from './answer-words.ts';
import type { Section, Text } from './report-document.ts';
import type { ReportInput } from './report-input.ts';

/** A text of at most `most` characters in one line; what is cut ends in «…». */
export function clip(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

/** Number and date of a document: «№ 41 от 29.08.2016»; empty when neither is typed. */
export function requisitesOf(evidence: Json): string {
  const { number, date } = propertiesOf(evidence);
  const numbered = documentName(typeof number === 'string' ? number.trim() : '');
  const day = typeof date === 'string' && date !== '' ? reportTexts.from(dateText(date)) : '';
  return [numbered, day].filter(Boolean).join(' ');
}

/** FP7: what a paper is called: as it always was for the program's own form, for another one by the form's title. */
export const paperTitle = ({ id, title }: { id: string; title: string }, own: string, kind: string): string =>
  id === scoredFormId ? own : `${title}: ${kind}`;

/** School, municipality, school year and as-of date: what stands under every title. */
export function placeLine({ placeName, facts, campaign }: ReportInput): Text {
  const typed = (name: string) => String(firstValue(facts, `-/passport/${name}`) ?? '');
  const place = [typed('address'), typed('municipality')].filter(Boolean).map((part) => `, ${clip(part, 110)}`);
  const when = reportTexts.when(campaign.schoolYear, dateText(campaign.asOf));
  const basis = campaign.basis ? ` ${reportTexts.basis(clip(campaign.basis, 120))}` : '';
  const name =
    placeName.trim() === '' ? [`${reportTexts.school} `, { line: true } as const] : [{ bold: clip(placeName, 160) }];
  return [...name, `${place.join('')}. ${when}${basis}`];
}

/**
 * RP5: what the paper rests on, and whether the server has confirmed it: never less doubt than there is. SB3: whether it was
 * submitted, and signed. The hyphens of the hash do not let a line end at them: in two pieces it can hardly be compared.
 */
export function footerOf(input: ReportInput): Section['footer'] {
  const { unsent, hash, revisionCount, reportDate, form } = input;
  const { noCode, confirmed } = reportTexts;
  const state = unsent === null ? noCode : unsent === 0 ? confirmed : reportTexts.unsent(unsent);
  return {
    left: [
      ...statusWords(input),
      { bold: state },
      ` ${reportTexts.made(dateText(reportDate), revisionCount)}\u00a0`,
      { bold: hash.replaceAll('-', '\u2011') },
    ],
    right: reportTexts.formVersion(form.title, form.version),
  };
}

function statusWords({ status }: ReportInput): string[] {
  if (status === null) return [];
  const { state, on, signing, changed } = status;
  const words = [
    `${submissionTexts.short[state](dateText(on))}.`,
    ...(signing ? [submissionTexts.signed[signing.by](dateText(signing.on))] : []),
    ...(changed > 0 ? [`${submissionTexts.changed(changed)}.`] : []),
  ];
  return [`${words.join(' ')} `];
}

type Assessed = Pick<ReportInput, 'form' | 'facts' | 'assessment'>;

/** The answer behind a finding, in small letters; of exams how many of how many. */
export function answerOf(input: Assessed, indicatorId: string): string {
  const indicator = indicatorsOf(input.form).find((one) => one.id === indicatorId);
  const line = input.assessment.criteria.flatMap((one) => one.lines).find((one) => one.indicatorId === indicatorId);
  const exams = examsDone(input);
  if (indicator?.source === 'GIA.share' && exams && line?.state === 'value')
    return reportTexts.outOf(exams.done, exams.of);
  return indicator && line ? lineWords(indicator, line).toLowerCase() : '';
}

/** Complete rows of the exam table, and all of them with the grades that have none. */
export function examsDone({ facts, assessment }: Assessed): { done: number; of: number } | null {
  const { GIA } = assessment.blocks;
  return GIA && { done: examRowsOf(facts).filter((row) => row.values.every(isComplete)).length, of: GIA.of };
}

/** Every different value of a register in words, the first line first. */
export const allWords = (facts: Facts, key: string, words: (value: Json) => string): string =>
  (facts.get(key) ?? []).map(words).join(' / ');

/** К3-01 with the diamond of a critical indicator. */
export const markedId = (id: string, critical: boolean): string => (critical ? `◆ ${shownId(id)}` : shownId(id));
