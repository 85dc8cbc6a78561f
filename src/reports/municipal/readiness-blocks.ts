import type { Assessment } from '../../core/scoring/assessment.ts';
import { round2 } from '../../core/scoring/round.ts';
import { levelTexts } from '../../texts/answers.ts';
import { municipalTexts as texts } from '../../texts/municipal-report.ts';
import { percent, shownId } from '../../texts/numbers.ts';
import type { Block, Cell, Column } from '../report-document.ts';
import type { MunicipalInput, SubmittedSchool } from './municipal-input.ts';
import { expectedOf, idsOf, submittedOf } from './population.ts';
import type { Captions, Say } from './wording.ts';

/** Simple mean of the figures there are, rounded (SC6); null: none. */
function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : round2(known.reduce((sum, one) => sum + one, 0) / known.length);
}

/** MR12: Diagram A: the total of every school and the municipality's simple mean; with a table of totals and criteria. */
export function readinessBlocks(input: MunicipalInput, captions: Captions, say: Say): Block[] {
  const schools = submittedOf(input);
  if (schools.length === 0) return [];
  const totals = schools.map(({ assessment }) => assessment.total);
  const mean = meanOf(totals);
  const blocks: Block[] = [diagramOf(input, schools, mean, captions), tableOf(input, schools, mean, captions)];
  const key = input.form.criteria.map(({ id, title }) => `${shownId(id)}: ${title}`).join('; ');
  blocks.push({ kind: 'paragraph', text: texts.criteriaKey(key) });
  if (mean === null) return blocks;
  const counted = schools.filter(({ assessment }) => assessment.total !== null);
  const expected = expectedOf(input).length;
  const text = texts.meanWords(mean, counted.length, expected);
  const figures = texts.outOf(counted.length, expected);
  const ids = idsOf(counted.map(({ place }) => place));
  return [
    {
      kind: 'paragraph',
      text: say({ id: 'readiness:mean', part: 'readiness', text, figures, sources: [], schools: ids }),
    },
    ...blocks,
  ];
}

const wordsOf = ({ total, level, progress }: Assessment): string =>
  total === null || level === null
    ? texts.unfinished(progress.answered, progress.of)
    : `${percent(total)}, ${levelTexts[level]}`;

function diagramOf(
  { form }: MunicipalInput,
  schools: readonly SubmittedSchool[],
  mean: number | null,
  captions: Captions,
): Block {
  const rows = schools.map(({ place, assessment }) => {
    const { level, total, blockedBy } = assessment;
    const isGood = level === 'ready' || level === 'readyWithRemarks';
    return {
      name: place.shortName,
      value: total,
      words: wordsOf(assessment),
      ...(blockedBy.length > 0 ? { mark: 'blocked' as const } : isGood ? { mark: 'good' as const } : {}),
    };
  });
  return {
    kind: 'diagram',
    diagram: {
      kind: 'bars',
      title: captions.diagram(texts.readinessDiagram),
      alt: rows.map((row) => `${row.name}: ${row.words}`).join('; '),
      unit: '%',
      max: 100,
      rows,
      ...(mean !== null && { mean: { name: texts.mean, value: mean, words: percent(mean) } }),
      target: form.levels.readyWithRemarks.total,
    },
  };
}

const figure = (value: number | null): string => (value === null ? texts.nothing : value.toFixed(2).replace('.', ','));

/** MR12: the verified figures; where an officer's values changed a total, what the school came to by itself stands beside it. */
function tableOf(
  { form }: MunicipalInput,
  schools: readonly SubmittedSchool[],
  mean: number | null,
  captions: Captions,
): Block {
  const own = schools.map(({ assessment, selfAssessed }) => (selfAssessed ?? assessment).total);
  const differs = schools.some(({ assessment }, at) => assessment.total !== own[at]);
  const numeric = (title: string): Column => ({ title, align: 'end', keep: true });
  return {
    kind: 'table',
    running: captions.figures(),
    columns: [
      { title: texts.school },
      ...form.criteria.map(({ id }) => numeric(shownId(id))),
      numeric(texts.total),
      ...(differs ? [{ title: texts.selfAssessed, align: 'end' as const }, numeric(texts.difference)] : []),
      { title: texts.level },
    ],
    rows: schools.map(({ place, assessment }, at): Cell[] => {
      const { criteria, total, level } = assessment;
      const before = own[at] ?? null;
      const difference = total === null || before === null ? null : total - before;
      return [
        place.shortName,
        ...criteria.map(({ score }) => figure(score)),
        figure(total),
        ...(differs ? [figure(before), signed(difference)] : []),
        level === null ? wordsOf(assessment) : levelTexts[level],
      ];
    }),
    total: [
      texts.mean,
      ...form.criteria.map((_, at) =>
        figure(meanOf(schools.map(({ assessment }) => assessment.criteria[at]?.score ?? null))),
      ),
      figure(mean),
      ...(differs ? [figure(meanOf(own)), ''] : []),
      '',
    ],
  };
}

const signed = (value: number | null): string => {
  if (value === null || Math.abs(value) < 0.005) return texts.nothing;
  return `${value > 0 ? '+' : '−'}${figure(Math.abs(value))}`;
};
