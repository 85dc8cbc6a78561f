import { isTypedIn } from '../../../core/form/answer-values.ts';
import type { Indicator } from '../../../core/form/form.ts';
import type { IndicatorLine } from '../../../core/scoring/assessment.ts';
import { readAnswer } from '../../../core/submission/answer.ts';
import { answerOptionsOf, answerWords } from '../../../reports/answer-words.ts';
import { answerTexts } from '../../../texts/answers.ts';
import { criterionTexts } from '../../../texts/criterion.ts';
import { afterPaint } from '../../after-paint.ts';
import { ClearAnswer } from '../../fields/clear-answer.tsx';
import { useProgram } from '../../program.ts';
import { addressOf } from '../../routes.ts';
import { AfterAnswer } from './after-answer.tsx';
import { ChoicesInput } from './choices-input.tsx';
import { TypedInput } from './typed-input.tsx';

type Props = { indicator: Indicator; line: IndicatorLine };

/** The question with its answer, by answer kind. */
export function AnswerInput({ indicator, line }: Props) {
  if (indicator.kind === 'derived') return <Derived indicator={indicator} line={line} />;
  if (isTypedIn(indicator)) return <TypedInput indicator={indicator} line={line} />;
  if (indicator.kind === 'choices') return <ChoicesInput indicator={indicator} line={line} />;
  return <Options indicator={indicator} line={line} />;
}

/** Radio tiles: yes-no, yes-partial-no and choice, with «Не применимо» (never for a critical one) and «Не представлено». */
function Options({ indicator, line }: Props) {
  const program = useProgram();
  const answer = readAnswer(line.value);
  const chosen = answer.state === 'value' ? String(answer.value) : answer.state;
  const [hintId, problemId] = [`${indicator.id}-h`, `${indicator.id}-e`];
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
        <div class={indicator.kind === 'choice' ? 'opts one' : 'opts'}>
          {answerOptionsOf(indicator).map(({ value, words }) => (
            <label key={typeof value === 'string' ? value : 'na'} class="opt">
              <input
                type="radio"
                name={indicator.id}
                checked={chosen === (typeof value === 'string' ? value : 'na')}
                onChange={() => program.answer(indicator.id, value, undefined, afterPaint)}
              />
              <span>{words}</span>
            </label>
          ))}
          <ClearAnswer shown={answer.state !== 'empty'} onClear={() => program.answer(indicator.id, null)} />
        </div>
      </fieldset>
      <AfterAnswer indicator={indicator} line={line} />
    </>
  );
}

/** A figure computed from a table or from other answers, never typed. */
function Derived({ indicator, line }: Props) {
  const { form } = useProgram();
  const table = indicator.source?.split('.')[0];
  return (
    <>
      <h2>{indicator.question}</h2>
      {indicator.evidence ? <p class="hint">{indicator.evidence}</p> : null}
      <p class="row">
        <b class="lead">
          {line.state === 'empty'
            ? table === undefined
              ? criterionTexts.noAnswers
              : criterionTexts.noTable
            : line.state === 'na'
              ? answerTexts.na
              : line.state === 'notProvided'
                ? answerTexts.notProvided
                : answerWords(indicator, line.value, null)}
        </b>
        {table === undefined ? null : <a href={addressOf(form, table)}>{criterionTexts.openTable}</a>}
      </p>
    </>
  );
}
