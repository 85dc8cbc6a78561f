import { readAnswer } from '../core/submission/answer.ts';
import { firstValue } from '../core/submission/facts.ts';
import { totalsOf } from '../core/submission/passport.ts';
import { shownId } from '../texts/numbers.ts';
import { reportTexts, scoreSheetTexts as texts } from '../texts/reports.ts';
import type { Block, Text } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { clip, examsDone } from './report-words.ts';

/** The school in figures, its tables and what does not apply: the lines beside the criteria. */
export function schoolFacts(input: ReportInput): Block {
  const items: [string, Text][] = [
    [texts.facts.counts, countsOf(input)],
    [texts.facts.journal, journalOf(input)],
    [texts.facts.exams, examsOf(input)],
    [texts.facts.year, yearOf(input)],
  ];
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

function countsOf({ facts }: ReportInput): string {
  const totals = totalsOf(facts);
  return Object.entries(texts.counts)
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
