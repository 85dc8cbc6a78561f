import type { Indicator } from '../../../core/form/form.ts';
import type { IndicatorLine } from '../../../core/scoring/assessment.ts';
import { answerWords } from '../../../reports/answer-words.ts';
import { criterionTexts } from '../../../texts/criterion.ts';
import { Icon } from '../../../ui/icon.tsx';
import { momentText } from '../../moment-text.ts';
import { useProgram } from '../../program.ts';

/** Two different answers side by side with who and when; choosing one answers all heads at once. */
export function Conflict({ indicator, line }: { indicator: Indicator; line: IndicatorLine }) {
  const program = useProgram();
  const heads = program.registers.value.get(program.pathOf(indicator.id)) ?? [];
  const seen = heads.map((head) => head.id);
  return (
    <>
      <h2>{indicator.question}</h2>
      <div class="msg warn">
        <Icon sign="clash" />
        <div>
          <h3>{criterionTexts.conflictTitle}</h3>
          <div class="pick">
            {heads.map((head) => (
              <div key={head.id} class="card stack tight">
                <p class="lead b">{answerWords(indicator, head.value, line.of)}</p>
                <p class="s q">{criterionTexts.historyLine(head.who, head.label, momentText(head.at))}</p>
                <button type="button" class="btn sm" onClick={() => program.answer(indicator.id, head.value, seen)}>
                  {criterionTexts.choose(answerWords(indicator, head.value, null))}
                </button>
              </div>
            ))}
          </div>
          <p>{criterionTexts.conflictNote}</p>
        </div>
      </div>
    </>
  );
}
