import { chosenValue, optionsOf } from '../../../core/form/answer-values.ts';
import type { Indicator } from '../../../core/form/form.ts';
import type { Json } from '../../../core/json.ts';
import type { IndicatorLine } from '../../../core/scoring/assessment.ts';
import { readAnswer } from '../../../core/submission/answer.ts';
import { answerWords, chosenOf, optionWords } from '../../../reports/answer-words.ts';
import { afterPaint } from '../../after-paint.ts';
import { ClearAnswer } from '../../fields/clear-answer.tsx';
import { useProgram } from '../../program.ts';
import { AfterAnswer } from './after-answer.tsx';

type Props = { indicator: Indicator; line: IndicatorLine };

/** Ticks for several options, with «Не применимо» (never for a critical one) and «Не представлено», each of which stands alone. */
export function ChoicesInput({ indicator, line }: Props) {
  const program = useProgram();
  const { state } = readAnswer(line.value);
  const chosen = chosenOf(line.value);
  const unknown = chosen.filter((option) => !optionsOf(indicator).includes(option));
  const [hintId, problemId] = [`${indicator.id}-h`, `${indicator.id}-e`];
  const write = (value: Json) => program.answer(indicator.id, value, undefined, afterPaint);
  const tick = (option: string, isChosen: boolean) =>
    write(chosenValue(isChosen ? [...chosen, option] : chosen.filter((one) => one !== option)));
  return (
    <>
      <fieldset class="stack tight" aria-describedby={line.problem ? `${hintId} ${problemId}` : hintId}>
        <legend>
          <h2>{indicator.question}</h2>
        </legend>
        {indicator.evidence ? (
          <p class="hint" id={hintId}>
            {indicator.evidence}
          </p>
        ) : null}
        <div class="opts one">
          {[...optionsOf(indicator), ...unknown].map((option) => (
            <label key={option} class="opt">
              <input
                type="checkbox"
                checked={chosen.includes(option)}
                onChange={(event) => tick(option, event.currentTarget.checked)}
              />
              <span>{optionWords(indicator, option)}</span>
            </label>
          ))}
        </div>
        <div class="opts">
          {(indicator.critical ? (['notProvided'] as const) : ([{ na: '' }, 'notProvided'] as const)).map((value) => {
            const isThis = state === (value === 'notProvided' ? 'notProvided' : 'na');
            return (
              <label key={answerWords(indicator, value, null)} class="opt">
                <input type="checkbox" checked={isThis} onChange={() => write(isThis ? null : value)} />
                <span>{answerWords(indicator, value, null)}</span>
              </label>
            );
          })}
          <ClearAnswer shown={state !== 'empty'} onClear={() => program.answer(indicator.id, null)} />
        </div>
      </fieldset>
      <AfterAnswer indicator={indicator} line={line} />
    </>
  );
}
