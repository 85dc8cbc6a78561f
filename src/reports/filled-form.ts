import { type Criterion, hasTables, type Indicator, isScored } from '../core/form/form.ts';
import type { CriterionScore, IndicatorLine } from '../core/scoring/assessment.ts';
import { propertiesOf } from '../core/submission/answer.ts';
import { levelTexts } from '../texts/answers.ts';
import { percent } from '../texts/numbers.ts';
import { reportTexts, scoreSheetTexts, filledFormTexts as texts } from '../texts/reports.ts';
import { verdictTexts } from '../texts/verdict.ts';
import { answerWords, lineWords } from './answer-words.ts';
import { filledTables } from './filled-tables.ts';
import { passportBlocks } from './passport-blocks.ts';
import type { Block, Cell, ReportDocument, Run } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { allWords, footerOf, markedId, paperTitle, placeLine, requisitesOf } from './report-words.ts';

/** RP7: everything the school has answered, uncut: passport, every indicator with evidence and comment, every table. */
export function filledForm(input: ReportInput): ReportDocument {
  const section = (title: string, blocks: readonly Block[]) => ({
    title,
    fit: 'flow' as const,
    blocks: [{ kind: 'paragraph' as const, text: placeLine(input) }, ...blocks],
    footer: footerOf(input),
  });
  const title = paperTitle(input.form, texts.title, reportTexts.kinds.filled);
  return {
    title,
    page: 'portrait',
    sections: [
      section(title, [standing(input), ...passportBlocks(input)]),
      section(
        texts.indicators,
        input.form.criteria.flatMap((criterion, at) => criterionBlocks(input, criterion, at)),
      ),
      ...(hasTables(input.form) ? [section(texts.tables, filledTables(input))] : []),
    ],
  };
}

function standing({ assessment, form }: ReportInput): Block {
  const { level, total, progress, range, conflicts } = assessment;
  const headline = level
    ? verdictTexts.title(levelTexts[level])
    : verdictTexts[isScored(form) ? 'unfinished' : 'filled'](progress.answered, progress.of);
  const figures = !isScored(form)
    ? verdictTexts.noScore
    : total === null
      ? scoreSheetTexts.range(range.lowest, range.highest)
      : scoreSheetTexts.points(total);
  const clash = conflicts.length > 0 ? ` ${verdictTexts.conflicts(conflicts.length)}` : '';
  return {
    kind: 'box',
    blocks: [
      { kind: 'paragraph', text: headline, large: true },
      { kind: 'paragraph', text: `${figures}${clash}` },
    ],
  };
}

function criterionBlocks(input: ReportInput, criterion: Criterion, at: number): Block[] {
  const score = input.assessment.criteria[at];
  if (!score) return [];
  const [no = '', indicator = '', answer = ''] = texts.head;
  return [
    {
      kind: 'table',
      running: `${at + 1}. ${criterion.title}: ${filledWords(score)}`,
      columns: [
        { title: no, width: 9, keep: true },
        { title: indicator, width: 67 },
        { title: answer, width: 24 },
      ],
      rows: criterion.indicators.map((one, row) => rowOf(input, one, score.lines[row])),
    },
  ];
}

const filledWords = ({ progress, score }: CriterionScore): string =>
  texts.filled(
    reportTexts.outOf(progress.answered, progress.of),
    score === null || progress.answered < progress.of ? reportTexts.nothing : percent(score),
  );

function rowOf({ facts }: ReportInput, indicator: Indicator, line: IndicatorLine | undefined): Cell[] {
  const answer: Run[] = [{ bold: line ? lineWords(indicator, line) : '' }];
  if (line?.state === 'hidden' && line.value !== null)
    answer.push(`\n${texts.kept(answerWords(indicator, line.value, line.of))}`);
  if (line?.state === 'problem') answer.push(`\n${texts.typedAsIs}`);
  if ((facts.get(indicator.id) ?? []).length > 1) answer.push(`\n${texts.conflict}`);
  const evidence = allWords(facts, `${indicator.id}#evidence`, (value) => {
    const { link, note } = propertiesOf(value);
    return [requisitesOf(value), link, note].filter((part) => typeof part === 'string' && part !== '').join(', ');
  });
  const comment = allWords(facts, `${indicator.id}#comment`, String);
  const said = [evidence === '' ? '' : texts.evidence(evidence), comment === '' ? '' : texts.comment(comment)];
  const question: Run[] = [indicator.question, ...said.filter(Boolean).map((text) => `\n${text}`)];
  return [markedId(indicator.id, indicator.critical), question, answer];
}
