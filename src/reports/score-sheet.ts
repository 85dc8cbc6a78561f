import { indicatorsOf, isScored } from '../core/form/form.ts';
import type { Finding, ReadinessLevel } from '../core/scoring/assessment.ts';
import { deadlineOf } from '../core/scoring/deadline.ts';
import { carryOver } from '../core/verification/carry-over.ts';
import { levelTexts } from '../texts/answers.ts';
import { dateText, percent, shownId } from '../texts/numbers.ts';
import { reportTexts, scoreSheetTexts as texts } from '../texts/reports.ts';
import { verdictTexts } from '../texts/verdict.ts';
import type { Block, ReportDocument, Text } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { answerOf, clip, footerOf, markedId, paperTitle, placeLine, requisitesOf } from './report-words.ts';
import { schoolFacts } from './school-facts.ts';

const findingsWithAdvice = 16;

/**
 * The paper the principal signs. RP3: one A4: the verdict with its reasons first, sixteen findings with advice, the others
 * by number; texts people typed are cut, for they stand whole in the filled form.
 */
export function scoreSheet(input: ReportInput): ReportDocument {
  const title = paperTitle(input.form, texts.title, reportTexts.kinds.sheet);
  return {
    title,
    page: 'portrait',
    sections: [
      {
        title,
        fit: 'one-page',
        blocks: [
          { kind: 'paragraph', text: placeLine(input) },
          verdictBox(input),
          { kind: 'side-by-side', left: [criteriaTable(input)], right: [schoolFacts(input)] },
          ...findingsBlocks(input),
          ...evidenceBlocks(input),
          {
            kind: 'signatures',
            rows: [
              { who: reportTexts.signer, fields: reportTexts.signFields },
              { who: reportTexts.filledBy, fields: reportTexts.filledFields },
            ],
          },
        ],
        footer: footerOf(input),
      },
    ],
  };
}

/** RP4: words before numbers; unfinished: how much is filled and what the total can still become, no level, no total. */
function verdictBox(input: ReportInput): Block {
  const { assessment, form } = input;
  const { level, levelByScore, total, progress, range, conflicts, blockedBy, cappedBy, findings } = assessment;
  const deciding = findings.filter((one) => [...blockedBy, ...cappedBy].includes(one.indicatorId));
  const paragraphs: Text[] = [];
  if (deciding.length > 0)
    paragraphs.push([{ bold: level ? texts.reasons : texts.already }, ` ${deciding.map(reason).join('; ')}.`]);
  if (blockedBy.length === 0 && cappedBy.length > 0) paragraphs.push(verdictTexts.capped);
  if (level && deciding.length === 0) paragraphs.push(verdictTexts.free);
  if (!isScored(form)) paragraphs.push(verdictTexts.noScore);
  else if (total === null) paragraphs.push(texts.range(range.lowest, range.highest));
  else {
    const other = levelByScore && levelByScore !== level ? ` ${texts.byScore(levelTexts[levelByScore])}` : '';
    paragraphs.push([{ bold: texts.points(total) }, other]);
    const { ready } = form.levels;
    const low = assessment.criteria.filter((one) => one.score !== null && one.score < ready.criterion);
    if (total >= ready.total && low.length > 0)
      paragraphs.push(
        texts.belowLine(
          ready.criterion,
          low.map((one) => `${shownId(one.criterionId)} ${percent(one.score ?? 0)}`).join(', '),
        ),
      );
  }
  paragraphs.push(...municipalityWords(input));
  if (conflicts.length > 0) paragraphs.push([{ bold: verdictTexts.conflicts(conflicts.length) }]);
  const headline = level
    ? verdictTexts.title(levelTexts[level])
    : verdictTexts[isScored(form) ? 'unfinished' : 'filled'](progress.answered, progress.of);
  return {
    kind: 'box',
    blocks: [
      { kind: 'paragraph', text: headline, large: true },
      ...paragraphs.map((text): Block => ({ kind: 'paragraph', text })),
    ],
  };
}

/** CO5: both totals once something was verified, and what became of last year's findings; carried-over ones bear an asterisk. */
function municipalityWords({ assessment, verified, previous }: ReportInput): Text[] {
  const words: Text[] = [];
  if (verified)
    words.push([
      { bold: texts.verified(levelAndTotal(verified.level, verified.total)) },
      ` ${texts.selfAssessed(levelAndTotal(assessment.level, assessment.total))}`,
    ]);
  if (previous) {
    const { fixed, carriedOver, new: fresh } = carryOver(previous, assessment);
    words.push(texts.since(fixed.length, carriedOver.length, fresh.length));
  }
  return words;
}

const levelAndTotal = (level: ReadinessLevel | null, total: number | null): string =>
  level === null || total === null ? texts.noLevel : `${levelTexts[level]}, ${percent(total)}`;

const reason = ({ finding, indicatorId }: Finding, at: number): string =>
  `${at + 1}) ◆ ${finding.charAt(0).toLowerCase()}${finding.slice(1).replace(/\.$/, '')} (${shownId(indicatorId)})`;

function criteriaTable({ form, assessment }: ReportInput): Block {
  const { criteria, progress, total } = assessment;
  const [criterion = '', filled = '', score = '', scale = ''] = texts.criteriaHead;
  return {
    kind: 'table',
    columns: [
      { title: criterion, width: 46 },
      { title: filled, width: 18, align: 'end', keep: true },
      { title: score, width: 17, align: 'end', keep: true },
      { title: scale, width: 19 },
    ],
    rows: criteria.map(({ progress: own, score: figure }, at) => {
      const known = own.answered === own.of && figure !== null ? figure : null;
      return [
        `${at + 1}. ${form.criteria[at]?.title ?? ''}`,
        reportTexts.outOf(own.answered, own.of),
        known === null ? reportTexts.nothing : percent(known),
        known === null ? '' : { bar: known },
      ];
    }),
    total: [
      texts.total,
      reportTexts.outOf(progress.answered, progress.of),
      total === null ? reportTexts.nothing : percent(total),
      total === null ? '' : texts.weighted,
    ],
  };
}

function findingsBlocks(input: ReportInput): Block[] {
  const { findings } = input.assessment;
  const heading: Block = { kind: 'heading', text: texts.findings(findings.length) };
  if (findings.length === 0) return [{ kind: 'paragraph', text: texts.noFindings }];
  const [no = '', finding = '', answer = '', advice = '', deadline = ''] = texts.findingsHead;
  const table: Block = {
    kind: 'table',
    columns: [
      { title: no, width: 9, keep: true },
      { title: finding, width: 29 },
      { title: answer, width: 15.5 },
      { title: advice, width: 36 },
      { title: deadline, width: 10.5, keep: true },
    ],
    rows: findings
      .slice(0, findingsWithAdvice)
      .map((one) => [
        `${markedId(one.indicatorId, one.critical)}${input.previous?.includes(one.indicatorId) ? '*' : ''}`,
        one.critical ? [{ bold: one.finding }] : one.finding,
        clip(answerOf(input, one.indicatorId), 40),
        one.recommendation.replace(' до {deadline}', ''),
        dateText(deadlineOf(one.indicatorId, input.reportDate, input.campaign.deadlines)),
      ]),
  };
  const others = findings.slice(findingsWithAdvice).map((one) => shownId(one.indicatorId));
  if (others.length === 0) return [heading, table];
  return [
    heading,
    table,
    { kind: 'paragraph', text: `${texts.others(others.length, others.join(', '))} ${texts.inFilledForm}` },
  ];
}

/** Documents in the order of the form, as many as the page has room for: the fewer findings, the more. */
function evidenceBlocks({ form, facts, assessment }: ReportInput): Block[] {
  const free = Math.max(0, findingsWithAdvice - assessment.findings.length);
  const room = 600 + 120 * free;
  const all = indicatorsOf(form).flatMap(({ id }) => {
    const requisites = requisitesOf(facts.get(`${id}#evidence`)?.[0] ?? null);
    return requisites === '' ? [] : [`${shownId(id)} ${clip(requisites, 60)}`];
  });
  if (all.length === 0) return [];
  let used = 0;
  const shown = all.filter((words) => {
    used += words.length + 2;
    return used <= room;
  });
  const more = all.length > shown.length ? [texts.moreEvidence(all.length - shown.length)] : [];
  return [
    { kind: 'heading', text: texts.evidence },
    { kind: 'paragraph', text: `${[...shown, ...more].join('; ')}.` },
  ];
}
