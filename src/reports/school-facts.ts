import { figuresAsked } from '../core/form/form.ts';
import { readAnswer } from '../core/submission/answer.ts';
import { firstValue } from '../core/submission/facts.ts';
import { totalsOf } from '../core/submission/passport.ts';
import { shownId } from '../texts/numbers.ts';
import { reportTexts, scoreSheetTexts as texts } from '../texts/reports.ts';
import type { Block, Text } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { clip, examsDone } from './report-words.ts';

/** FP7: the school in figures, its tables and what does not apply, as far as the form asks for them: the lines beside the criteria. */
export function schoolFacts(input: ReportInput): Block {
  const { journalFill, exams, yearClosing } = input.form;
  const items: [string, Text][] = [];
  if (figuresAsked(input.form).length > 0) items.push([texts.facts.counts, countsOf(input)]);
  if (journalFill.months.length > 0) items.push([texts.facts.journal, journalOf(input)]);
  if (exams.kinds.length > 0) items.push([texts.facts.exams, examsOf(input)]);
  if (yearClosing.rows.length > 0) items.push([texts.facts.year, yearOf(input)]);
  const lines = input.assessment.criteria.flatMap((one) => one.lines);
  const na = lines
    .filter((line) => line.state === 'na')
    .map((line) => {
      const answer = readAnswer(line.value);
      return answer.state === 'na'
        ? `${shownId(line.indicatorId)} (${clip(answer.reason, 40)})`
        : shownId(line.indicatorId);
    });
  const hidden = lines.filter((line) => line.state === 'hidden').map((line) => shownId(line.indicatorId));
  if (na.length > 0) items.push([texts.facts.na, clip(na.join(', '), 200)]);
  if (hidden.length > 0) items.push([texts.facts.hidden, hidden.join(', ')]);
  return { kind: 'facts', items };
}

function countsOf({ facts, form }: ReportInput): string {
  const totals = totalsOf(facts);
  const asked: readonly string[] = figuresAsked(form);
  return Object.entries(texts.counts)
    .filter(([name]) => asked.includes(name))
    .map(([name, words]) => `${words} ${totals[name as keyof typeof texts.counts] ?? reportTexts.nothing}`)
    .join(', ');
}

function journalOf({ assessment, form }: ReportInput): string {
  const { figure, answered, of } = assessment.blocks.JRN;
  if (figure !== null) return texts.journal(figure, reportTexts.outOf(answered, of), form.journalFill.target);
  return answered > 0 ? texts.notProvided : texts.none;
}

function examsOf(input: ReportInput): string {
  const exams = examsDone(input);
  if (!exams) return texts.noGraduates;
  if (input.assessment.blocks.GIA?.figure !== null) return texts.exams(reportTexts.outOf(exams.done, exams.of));
  return texts.none;
}

function yearOf({ assessment, facts }: ReportInput): string {
  const { figure, answered, of } = assessment.blocks.YEAR;
  if (firstValue(facts, 'YEAR:reported') === 'notProvided') return texts.notProvided;
  return figure === null ? texts.none : texts.year(100 * figure, reportTexts.outOf(answered, of));
}
