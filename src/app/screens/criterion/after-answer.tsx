import { isTypedIn } from '../../../core/form/answer-values.ts';
import type { Indicator } from '../../../core/form/form.ts';
import type { IndicatorLine } from '../../../core/scoring/assessment.ts';
import { readAnswer } from '../../../core/submission/answer.ts';
import { criterionTexts } from '../../../texts/criterion.ts';
import { Icon } from '../../../ui/icon.tsx';
import { TextField } from '../../fields/text-field.tsx';
import { problemWords } from '../../problem-words.ts';

type Props = { indicator: Indicator; line: IndicatorLine };

/** What an answer asks for next: the reason of «не применимо», what «не представлено» means, what is wrong with what was chosen. */
export function AfterAnswer({ indicator, line }: Props) {
  const state = readAnswer(line.value).state;
  if (state === 'na')
    return (
      <TextField
        registerKey={indicator.id}
        property="na"
        kind="reason"
        label={criterionTexts.naReason}
        hint={criterionTexts.naHint}
        free
        {...(line.problem ? { className: 'f stack tight' } : {})}
      />
    );
  if (state === 'notProvided') return <p class="hint">{criterionTexts.notProvidedHint}</p>;
  if (line.problem && !isTypedIn(indicator))
    return <ProblemLine id={`${indicator.id}-e`} words={problemWords(line.problem)} />;
  return null;
}

/** What is wrong, under the answer it is about. */
export const ProblemLine = ({ id, words }: { id: string; words: string }) => (
  <p class="err" id={id}>
    <Icon sign="stop" />
    <span>{words}</span>
  </p>
);
