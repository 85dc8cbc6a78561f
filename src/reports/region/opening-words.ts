import { regionTexts as texts } from '../../texts/region.ts';
import type { Block, Run } from '../report-document.ts';
import type { GroupFigures, RegionFigures } from './region-figures.ts';
import type { RegionInput } from './region-input.ts';
import type { SchoolFigures } from './school-figures.ts';

/** As of which day, by when, on what ground and when the report was made. Municipalities may differ in the day: then all stand there. */
export function whenWords({ collected, reportDate }: RegionInput): string {
  const { campaign, groups } = collected;
  const days = [...new Set([campaign.asOf, ...groups.map((group) => group.campaign.asOf)])].sort();
  const when = [texts.asOf(days), ...(campaign.due === undefined ? [] : [texts.due(campaign.due)])].join(', ');
  return `${when}. ${texts.madeOn(reportDate)}.${campaign.basis === undefined ? '' : ` ${texts.basis(campaign.basis)}`}`;
}

/** RG3: who has not sent, by municipality and name, and municipalities where nothing was announced; nobody: nothing. */
export function missingBlocks(
  groups: readonly GroupFigures[],
  silent: RegionFigures['silent'],
  { expected, submitted }: SchoolFigures,
): Block[] {
  const missing = groups.filter((group) => group.missing.length > 0);
  return [
    ...(missing.length > 0
      ? [
          { kind: 'heading' as const, text: texts.missing(expected - submitted, expected) },
          { kind: 'list' as const, items: missing.map(missingRuns) },
        ]
      : []),
    ...(silent.length > 0
      ? [{ kind: 'paragraph' as const, text: texts.notAnnounced(silent.map(({ shortName }) => shortName).join(', ')) }]
      : []),
  ];
}

const missingRuns = ({ municipality, missing }: GroupFigures): Run[] => [
  { bold: texts.missingOf(municipality?.shortName ?? texts.regional, missing.length) },
  `${missing
    .map(({ place, reason }) => {
      const why = texts.reasons[reason];
      return why === '' ? place.shortName : `${place.shortName} (${why})`;
    })
    .join(', ')}.`,
];
