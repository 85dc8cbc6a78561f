import { municipalTexts as texts } from '../../texts/municipal-report.ts';
import { dateText } from '../../texts/numbers.ts';
import type { Block } from '../report-document.ts';
import type { Draft, MunicipalInput } from './municipal-input.ts';
import { expectedOf, idsOf, submittedOf } from './population.ts';
import type { Say } from './wording.ts';

/** Grounds, period and due day, how many answered, aim, methods and the letter with the methodology. */
export function openingBlocks(input: MunicipalInput, say: Say): Block[] {
  const { campaign, reportDate } = input;
  const { basis, period, due, methodology, asOf, schoolYear } = campaign;
  const [expected, submitted] = [expectedOf(input), submittedOf(input)];
  const paragraph = (id: string, text: string, more: Partial<Draft> = {}): Block => ({
    kind: 'paragraph',
    text: say({ id, part: 'grounds', text, figures: '', sources: [], schools: [], ...more }),
  });
  return [
    ...(basis ? [paragraph('basis', texts.basis(basis))] : []),
    ...(period ? [paragraph('period', texts.period(dateText(period.from), dateText(period.to)))] : []),
    ...(due ? [paragraph('due', texts.due(dateText(due)))] : []),
    paragraph('as-of', texts.asOf(dateText(asOf), dateText(reportDate))),
    ...(expected.length > 0
      ? [
          paragraph('response', texts.response(submitted.length, expected.length), {
            figures: texts.outOf(submitted.length, expected.length),
            schools: idsOf(submitted.map(({ place }) => place)),
          }),
        ]
      : []),
    paragraph('aim', texts.aim(schoolYear)),
    paragraph('methods', texts.methods),
    ...(methodology ? [paragraph('methodology', texts.methodology(methodology))] : []),
  ];
}
