import { findingTexts, municipalTexts as texts } from '../../texts/municipal-report.ts';
import { percent } from '../../texts/numbers.ts';
import type { Block } from '../report-document.ts';
import type { MunicipalInput } from './municipal-input.ts';
import { idsOf, namesOf } from './population.ts';
import { rankingOf } from './ranking.ts';
import { type RemarkGroup, remarkGroupsOf, type SiteOfSchool, sitesOf } from './site-publication.ts';
import type { Captions, Say } from './wording.ts';

/** Table 2, the remarks in their groups, and the ranking. */
export function siteBlocks(input: MunicipalInput, captions: Captions, say: Say): Block[] {
  const sites = sitesOf(input);
  const judged = sites.filter((site) => site.percent !== null);
  if (judged.length === 0) return [paragraph(alone('site:none', texts.siteNone))];
  return [siteTable(input, sites, captions), { kind: 'paragraph', text: texts.siteKey }, ...remarks(), ...ranking()];

  function alone(id: string, text: string, from: Partial<Pick<RemarkGroup, 'checks' | 'schools'>> = {}, figures = '') {
    return say({ id, part: 'site', text, figures, sources: from.checks ?? [], schools: idsOf(from.schools ?? []) });
  }

  function remarks(): Block[] {
    const groups = remarkGroupsOf(input, sites);
    if (groups.length === 0) return [paragraph(alone('site:clean', texts.siteClean))];
    const allAgain = groups.every(({ again }) => again.length > 0);
    const sentences = groups.map((one) => {
      const { group, schools, of, again } = one;
      const words = texts.siteRemark(texts.remarkGroups[group]?.[0] ?? group, schools.length, of, namesOf(schools));
      const old = again.length > 0 ? texts.siteAgain(again.length < schools.length ? namesOf(again) : '') : '';
      return alone(`site:${group}`, `${words}${old}`, one, texts.outOf(schools.length, of));
    });
    const advice = groups.map(({ group }) => texts.remarkGroups[group]?.[1] ?? group).join('; ');
    return [
      { kind: 'list', items: sentences },
      ...(allAgain ? [paragraph(alone('site:again', texts.siteAllAgain))] : []),
      paragraph(alone('site:advice', texts.siteAdvice(advice))),
    ];
  }

  function ranking(): Block[] {
    const ranked = rankingOf(judged.map((site) => ({ ...site, percent: site.percent ?? 0 })));
    const [place = '', school = '', points = '', score = ''] = texts.rankingHead;
    return [
      {
        kind: 'diagram',
        diagram: {
          kind: 'bars',
          title: captions.diagram(texts.ranking),
          alt: ranked.map((one) => `${one.school.place.shortName}: ${texts.place(one.place, one.percent)}`).join('; '),
          unit: '%',
          max: 100,
          rows: ranked.map((one) => ({
            name: one.school.place.shortName,
            value: one.percent,
            words: texts.place(one.place, one.percent),
          })),
        },
      },
      {
        kind: 'table',
        running: captions.figures(),
        columns: [
          { title: place, width: 12, align: 'end', keep: true },
          { title: school, width: 48 },
          { title: points, width: 20, align: 'end', keep: true },
          { title: score, width: 20, align: 'end', keep: true },
        ],
        rows: ranked.map((one) => [
          String(one.place),
          one.school.place.shortName,
          findingTexts.outOf(one.points, one.of).replace('.', ','),
          percent(one.percent),
        ]),
      },
    ];
  }
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** MR7: Table 2: schools by checks, a mark for each state, and the percent. */
function siteTable({ form }: MunicipalInput, sites: readonly SiteOfSchool[], captions: Captions): Block {
  const { checks } = form.site;
  return {
    kind: 'table',
    running: captions.table(texts.siteTable),
    columns: [
      { title: texts.school },
      ...checks.map((_, at) => ({ title: String(at + 1), keep: true })),
      { title: texts.siteScore, align: 'end', keep: true },
    ],
    rows: sites.map(({ school, states, percent: score }) => [
      school.place.shortName,
      ...checks.map(({ id }) => texts.siteMarks[states.get(id) ?? ''] ?? ''),
      score === null ? texts.nothing : score.toFixed(2).replace('.', ','),
    ]),
  };
}
