import { wholePercent } from '../../core/monitoring/whole-percent.ts';
import { regionTexts, regionSummaryTexts as texts } from '../../texts/region.ts';
import { reportTexts } from '../../texts/reports.ts';
import type { Block, ReportDocument } from '../report-document.ts';
import { coverageBlocks } from './coverage-blocks.ts';
import { mainBlocks } from './main-blocks.ts';
import { municipalityBlocks } from './municipality-blocks.ts';
import { missingBlocks, whenWords } from './opening-words.ts';
import { type RegionFigures, regionFigures } from './region-figures.ts';
import type { RegionInput } from './region-input.ts';
import type { Share } from './school-figures.ts';
import { networkBlocks, systemBlocks } from './system-blocks.ts';
import { yearsBlocks } from './years-blocks.ts';

const paragraph = (text: string, large = false): Block => ({ kind: 'paragraph', text, ...(large && { large }) });

/** RG5: the summary of a region's monitoring, or of a municipality's: never a percent without its n из N, and the one rule of rounding. */
export function regionSummary(input: RegionInput): ReportDocument {
  const { form, collected, previous, reportDate } = input;
  const figures = regionFigures(collected, previous);
  const { all, groups, silent } = figures;
  const title = texts.title(form.title, collected.place.name);
  const [headline, lead] = openingWords(figures);
  const blocks: Block[] = [
    paragraph(whenWords(input)),
    paragraph(headline, true),
    ...(lead === undefined ? [] : [paragraph(lead)]),
    ...(all.submitted === 0
      ? []
      : [
          ...mainBlocks(figures),
          ...systemBlocks(form, figures),
          ...coverageBlocks(all),
          ...networkBlocks(form, figures),
          ...yearsBlocks(figures, collected, previous),
        ]),
    ...municipalityBlocks(figures),
    ...missingBlocks(groups, silent, all),
    paragraph(texts.rounding),
  ];
  const footer = {
    left: `${regionTexts.snapshot(all.submitted, all.expected)} ${regionTexts.madeOn(reportDate)}`,
    right: reportTexts.formVersion(form.title, form.version),
  };
  return { title, page: 'portrait', sheets: 'tables', sections: [{ title, fit: 'flow', blocks, footer }] };
}

const shareWords = ({ n, of }: Share): string => regionTexts.share(n, of, wholePercent(n, of));

/** The first thing anybody wants to know: how many have sent, and of those how many work without paper; nobody sent: one sentence. */
export function openingWords({ all, groups }: RegionFigures): [string, string?] {
  const { submitted, expected, uses, paperless } = all;
  if (submitted === 0) return [texts.nobody(expected)];
  const waiting = groups.filter(({ municipality, missing }) => municipality && missing.length > 0).length;
  const percent = wholePercent(submitted, expected);
  return [
    texts.headline(submitted, expected, percent, groups.length > 1 ? waiting : 0),
    texts.lead(shareWords(uses), shareWords(paperless)),
  ];
}
