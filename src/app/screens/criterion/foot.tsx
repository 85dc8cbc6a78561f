import type { Indicator } from '../../../core/form/form.ts';
import type { IndicatorLine } from '../../../core/scoring/assessment.ts';
import { criterionTexts } from '../../../texts/criterion.ts';
import { shownId } from '../../../texts/numbers.ts';
import { History } from '../../history/history.tsx';
import { later } from '../../later.tsx';
import { momentText } from '../../moment-text.ts';
import { Talk } from '../../municipality/talk.tsx';
import { useProgram } from '../../program.ts';
import { useRegister, useView } from '../../use-view.ts';

const Laws = later(() => import('./laws.tsx').then((m) => m.Laws));

/** Whether and when it was saved, its history, its law, and where its total comes from. */
export function Foot({ indicator, line }: { indicator: Indicator; line: IndicatorLine }) {
  const program = useProgram();
  useRegister(indicator.id); // its history changes with it
  const last = program.historyOf(indicator.id).at(-1);
  const isUnsaved = useView(
    () => program.saving.value.unsaved.some((one) => one.revision.id === last?.id),
    [program, last?.id],
  );
  const when = last ? (last.at.startsWith(program.campaign.asOf) ? last.at.slice(11, 16) : momentText(last.at)) : '';
  const saved = isUnsaved
    ? criterionTexts.notSaved
    : line.state === 'problem'
      ? criterionTexts.savedAsTyped(when)
      : criterionTexts.saved(when);
  return (
    <div class="foot">
      {indicator.kind === 'derived' ? (
        <span>{indicator.calculation ? criterionTexts.fromAnswers : criterionTexts.fromTable}</span>
      ) : (
        <span>{last ? saved : criterionTexts.notAnswered}</span>
      )}
      {indicator.kind === 'ratio' && line.of !== null ? (
        <a href="/passport">{criterionTexts.fromPassport(line.of)}</a>
      ) : indicator.kind === 'ratio' ? (
        <a href="/passport">{criterionTexts.toPassport}</a>
      ) : null}
      <History name={shownId(indicator.id)} of={[indicator.id]} unnamed={indicator.id} />
      <Talk indicatorId={indicator.id} />
      {indicator.law.length > 0 ? <Laws codes={indicator.law} /> : null}
    </div>
  );
}
