import { indicatorsOf } from '../../core/form/form.ts';
import { municipalTexts as texts } from '../../texts/municipal-report.ts';
import type { Block } from '../report-document.ts';
import { findingSentences } from './finding-sentences.ts';
import type { MunicipalInput } from './municipal-input.ts';
import { indicatorStandingOf, submittedOf } from './population.ts';
import type { Say } from './wording.ts';

/** MR11: who told of the closed year, by «except» over «reported», whatever the rows come to. */
export function yearClosingBlocks(input: MunicipalInput, say: Say): Block[] {
  const indicator = indicatorsOf(input.form).find(({ source }) => source === 'YEAR.share');
  if (!indicator) return [];
  const { applies, silent } = indicatorStandingOf(indicator, submittedOf(input));
  if (applies.length === 0) return [];
  const [silence] = findingSentences({ indicator, applies, failing: silent, silent });
  const draft = silence ?? {
    text: applies.length === 1 ? `${applies[0]?.place.shortName}: ${texts.yearOne}.` : texts.yearAll,
    figures: texts.outOf(applies.length, applies.length),
    sources: [indicator.id],
    schools: applies.map(({ place }) => place.id),
  };
  const { text, figures, sources, schools } = draft;
  return [{ kind: 'paragraph', text: say({ id: 'year', part: 'year', text, figures, sources, schools }) }];
}
