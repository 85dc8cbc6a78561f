import { indicatorsOf } from '../../core/form/form.ts';
import type { Place } from '../../core/places/place.ts';
import { municipalTexts as texts } from '../../texts/municipal-report.ts';
import { dateText } from '../../texts/numbers.ts';
import type { Block } from '../report-document.ts';
import { findingsOfCriterion } from './criterion-findings.ts';
import { deadlineDay, withDeadline } from './deadlines.ts';
import type { DeadlineKind, MunicipalInput, Proposal } from './municipal-input.ts';
import { expectedOf, idsOf } from './population.ts';
import { remarkGroupsOf, sitesOf } from './site-publication.ts';
import type { Say } from './wording.ts';

type Rule = {
  id: keyof typeof texts.proposals;
  /** ids of indicators or criteria any finding of which brings it up; `site`: any remark to a site */
  when: readonly string[];
  /** made whether or not something was found */
  standing?: true;
  /** only for the schools where it was found */
  forFound?: true;
  /** `nextYear`: by the end of the next school year; none: all the time */
  deadline?: DeadlineKind | 'nextYear';
};

/** MR14: what brings up each proposal, in print order. */
const rules: readonly Rule[] = [
  { id: '1.1', when: ['K1'], standing: true, deadline: 'acts' },
  { id: '1.2', when: ['K2'], standing: true },
  { id: '1.3', when: ['K3-01'], deadline: 'acts' },
  { id: '1.4', when: ['K3-03', 'K3-04'], deadline: 'acts' },
  { id: '1.5', when: ['K6'] },
  { id: '1.6', when: ['K5-03'] },
  { id: '1.7', when: ['K4'], standing: true },
  { id: '1.8', when: ['K7-01', 'K7-02'], forFound: true, deadline: 'acts' },
  { id: '1.9', when: ['site'], deadline: 'acts' },
  { id: '1.10', when: ['K4-06', 'K4-07'], deadline: 'yearEnd' },
  { id: '1.11', when: ['K4-02'], deadline: 'nextYear' },
  { id: '1.12', when: ['K5-04', 'K5-03'] },
];

/** Where something was found: by indicator id the schools; checks of sites under their own ids. */
function foundIn(input: MunicipalInput): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const criterion of input.form.criteria)
    for (const { standing } of findingsOfCriterion(input, criterion))
      found.set(standing.indicator.id, idsOf(standing.failing.map(({ place }) => place)));
  return found;
}

/** MR14: proposals whose findings are there, and the standing ones, numbered as they follow each other. */
export function proposalsOf(input: MunicipalInput, say: Say): Proposal[] {
  const found = foundIn(input);
  const groups = remarkGroupsOf(input, sitesOf(input));
  const asked = indicatorsOf(input.form).map(({ id }) => id);
  return rules.flatMap(({ id, when, standing, forFound, deadline }): Proposal[] => {
    const bySite = when.includes('site');
    const isOf = (one: string): boolean => when.includes(one) || when.includes(one.slice(0, 2));
    const indicators = [...found.keys()].filter(isOf);
    const sources = bySite ? [...new Set(groups.flatMap(({ checks }) => checks))].sort() : indicators;
    if (sources.length === 0 && !(standing && asked.some(isOf))) return [];
    const places = new Set(
      bySite ? groups.flatMap(({ schools }) => idsOf(schools)) : indicators.flatMap((one) => found.get(one) ?? []),
    );
    const schools = idsOf(expectedOf(input).map(({ place }) => place)).filter((one) => places.has(one));
    const text = say({
      id: `proposal:${id}`,
      part: 'proposals',
      text: deadline === 'yearEnd' ? withDeadline(texts.proposals[id], input, deadline) : texts.proposals[id],
      figures: '',
      sources,
      schools,
    });
    const day = deadline === 'nextYear' ? endOfNextYear(input) : deadline ? deadlineDay(input, deadline) : null;
    return [{ id, text, responsible: forFound ? schools : null, deadline: day, isStanding: !deadline, sources }];
  });
}

/** The school year after the campaign's ends on 31 August; null: it has passed. */
function endOfNextYear({ campaign, reportDate }: MunicipalInput): string | null {
  const day = `${Number(campaign.schoolYear.slice(5)) + 1}-08-31`;
  return day < reportDate ? null : day;
}

export function proposalsTable(input: MunicipalInput, proposals: readonly Proposal[]): Block {
  const byId = new Map(expectedOf(input).map(({ place }): [string, Place] => [place.id, place]));
  const [number = '', proposal = '', responsible = '', deadline = ''] = texts.proposalsHead;
  const shortNames = (ids: readonly string[]): string[] => ids.map((id) => byId.get(id)?.shortName ?? id);
  return {
    kind: 'table',
    columns: [
      { title: number, width: 8, keep: true },
      { title: proposal, width: 52 },
      { title: responsible, width: 24 },
      { title: deadline, width: 16, keep: true },
    ],
    rows: proposals.map((one, at) => [
      `1.${at + 1}`,
      one.text,
      one.responsible ? texts.principalsOf(shortNames(one.responsible)) : texts.principals,
      one.isStanding ? texts.always : one.deadline === null ? '' : dateText(one.deadline),
    ]),
  };
}
