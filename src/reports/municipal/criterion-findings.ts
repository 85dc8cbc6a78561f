import { type Criterion, indicatorsOf } from '../../core/form/form.ts';
import { municipalTexts, findingTexts as texts } from '../../texts/municipal-report.ts';
import type { Block } from '../report-document.ts';
import { type FindingSentence, findingSentences } from './finding-sentences.ts';
import type { Draft, MunicipalInput } from './municipal-input.ts';
import { type IndicatorStanding, indicatorStandingOf, mayName, submittedOf } from './population.ts';
import { recommendationsOf } from './recommendations.ts';
import type { Captions, Say } from './wording.ts';

/** An indicator with what is said of it. */
export type IndicatorFinding = { standing: IndicatorStanding; sentences: readonly FindingSentence[] };

/** MR5: by points × n/M, the heaviest first, ties by id; an indicator without points finds nothing. */
export function findingsOfCriterion(input: MunicipalInput, criterion: Criterion): IndicatorFinding[] {
  const schools = submittedOf(input);
  return criterion.indicators
    .filter((indicator) => indicator.points > 0)
    .map((indicator) => indicatorStandingOf(indicator, schools))
    .map((standing) => ({ standing, sentences: findingSentences(standing, mayName(input, standing.indicator.id)) }))
    .filter(({ sentences }) => sentences.length > 0)
    .sort((a, b) => heavinessOf(b) - heavinessOf(a) || (idOf(a) < idOf(b) ? -1 : 1));
}

const idOf = ({ standing }: IndicatorFinding): string => standing.indicator.id;

/** Of several sentences the first counts. */
function heavinessOf({ standing, sentences }: IndicatorFinding): number {
  const n = sentences[0]?.schools.length ?? 0;
  return (standing.indicator.points * n) / standing.applies.length;
}

/** What is good everywhere it applies, in the order of ids. */
function positives(input: MunicipalInput, criterion: Criterion): Draft[] {
  const schools = submittedOf(input);
  return criterion.indicators.flatMap((indicator) => {
    const { applies, failing } = indicatorStandingOf(indicator, schools);
    if (!indicator.positive || applies.length === 0 || failing.length > 0) return [];
    return [
      {
        id: indicator.id,
        part: 'criteria',
        text: indicator.positive,
        figures: texts.outOf(applies.length, applies.length),
        sources: [indicator.id],
        schools: applies.map(({ place }) => place.id),
      },
    ];
  });
}

/** MR5: Table 1: a row a criterion; findings, then what is good; a criterion with neither says so. */
export function criteriaTable(input: MunicipalInput, captions: Captions, say: Say): Block {
  const [criterion = '', findings = '', advice = ''] = municipalTexts.criteriaHead;
  return {
    kind: 'table',
    running: captions.table(municipalTexts.criteriaTable),
    columns: [
      { title: criterion, width: 18 },
      { title: findings, width: 41 },
      { title: advice, width: 41 },
    ],
    rows: input.form.criteria.map((one, at) => [
      `${at + 1}. ${one.title}`,
      ...cellsOf(input, one, say).map((lines) => lines.join('\n')),
    ]),
  };
}

function cellsOf(input: MunicipalInput, criterion: Criterion, say: Say): [findings: string[], advice: string[]] {
  const alone = (id: string, part: Draft['part'], text: string): Draft => ({
    id: `${criterion.id}:${id}`,
    part,
    text,
    figures: '',
    sources: [criterion.id],
    schools: [],
  });
  if (submittedOf(input).length === 0) return [[say(alone('nobody', 'criteria', texts.nobody))], []];
  const found = findingsOfCriterion(input, criterion);
  const drafts: Draft[] = found.flatMap(({ sentences }) =>
    sentences.map(({ named: _named, ...sentence }) => ({ ...sentence, part: 'criteria' as const })),
  );
  const good = positives(input, criterion);
  const said = [...drafts, ...good];
  const findings = said.length > 0 ? said : [alone('none', 'criteria', texts.none)];
  const keepOn = criterion.code === 'resources' ? texts.keepOnResources : texts.keepOn;
  const advice =
    found.length > 0
      ? recommendationsOf(input, found, indicatorsOf(input.form))
      : [alone('keep-on', 'recommendations', keepOn)];
  return [findings.map(say), advice.map(say)];
}
