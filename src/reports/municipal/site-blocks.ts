import { findingTexts, municipalTexts as texts } from '../../texts/municipal-report.ts';
import { percent } from '../../texts/numbers.ts';
import type { Block } from '../report-document.ts';
import type { Draft, MunicipalInput } from './municipal-input.ts';
import { idsOf, namesOf } from './population.ts';
import { rankingOf } from './ranking.ts';
import { remarkGroupsOf, type SiteOfSchool, sitesOf } from './site-publication.ts';
import type { Captions, Say } from './wording.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

const draftOf = (id: string, text: string, more: Partial<Draft> = {}): Draft => ({
  id: `site:${id}`,
  part: 'site',
  text,
  figures: '',
  sources: [],
  schools: [],
  ...more,
});

/** Table 2, the remarks in their groups, and the ranking. */
export function siteBlocks(input: MunicipalInput, captions: Captions, say: Say): Block[] {
  const sites = sitesOf(input);
  if (sites.every((site) => site.percent === null)) return [paragraph(say(draftOf('none', texts.siteNone)))];
  return [
    siteTable(input, sites, captions),
    paragraph(texts.siteKey),
    ...remarkBlocks(input, sites, say),
    ...rankingBlocks(sites, captions),
  ];
}

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

/** A sentence for each group raised, with what stands from last year, and what to do about all of them. */
function remarkBlocks(input: MunicipalInput, sites: readonly SiteOfSchool[], say: Say): Block[] {
  const groups = remarkGroupsOf(input, sites);
  if (groups.length === 0) return [paragraph(say(draftOf('clean', texts.siteClean)))];
  const sentences = groups.map(({ group, schools, of, again, checks }) => {
    const [finding = group] = texts.remarkGroups[group] ?? [];
    const figures = texts.outOf(schools.length, of);
    const old = again.length > 0 ? texts.siteAgain(again.length < schools.length ? namesOf(again) : '') : '';
    const text = texts.siteRemark(finding, schools.length, of, namesOf(schools)) + old;
    return say(draftOf(group, text, { figures, sources: checks, schools: idsOf(schools) }));
  });
  const allAgain = groups.every(({ again }) => again.length > 0);
  const advice = groups.map(({ group }) => texts.remarkGroups[group]?.[1] ?? group).join('; ');
  return [
    { kind: 'list', items: sentences },
    ...(allAgain ? [paragraph(say(draftOf('again', texts.siteAllAgain)))] : []),
    paragraph(say(draftOf('advice', texts.siteAdvice(advice)))),
  ];
}

/** Diagram B and its figures. */
function rankingBlocks(sites: readonly SiteOfSchool[], captions: Captions): Block[] {
  const ranked = rankingOf(
    sites.flatMap(({ school, points, of, percent: score }) =>
      score === null ? [] : [{ name: school.place.shortName, points, of, percent: score }],
    ),
  );
  const words = (one: (typeof ranked)[number]): string => texts.place(one.place, one.percent);
  const [place = '', school = '', points = '', score = ''] = texts.rankingHead;
  return [
    {
      kind: 'diagram',
      diagram: {
        kind: 'bars',
        title: captions.diagram(texts.ranking),
        alt: ranked.map((one) => `${one.name}: ${words(one)}`).join('; '),
        unit: '%',
        max: 100,
        rows: ranked.map((one) => ({ name: one.name, value: one.percent, words: words(one) })),
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
        one.name,
        findingTexts.outOf(one.points, one.of).replace('.', ','),
        percent(one.percent),
      ]),
    },
  ];
}
