import { useId, useState } from 'preact/hooks';
import { looksPersonal } from '../../core/submission/personal-data.ts';
import { base64url } from '../../core/submission/revision.ts';
import { talkOf } from '../../core/verification/check.ts';
import { talkPrefixOf } from '../../core/verification/verification-paths.ts';
import { criterionTexts } from '../../texts/criterion.ts';
import { fieldTexts } from '../../texts/fields.ts';
import { municipalityTexts as texts } from '../../texts/municipality.ts';
import { shownId } from '../../texts/numbers.ts';
import { Icon } from '../../ui/icon.tsx';
import { momentText } from '../moment-text.ts';
import { useProgram } from '../program.ts';

const longestMessage = 2000;

/** Everything said about one indicator, oldest first, and a field to say more. */
export function Conversation({ indicatorId }: { indicatorId: string }) {
  const { registers, campaign, form } = useProgram();
  const said = talkOf(registers.value, campaign.id, form.id, indicatorId);
  return (
    <div class="stack">
      {said.length > 0 ? (
        <ol class="plain stack tight">
          {said.map(({ id, value, who, label, at }) => (
            <li key={id}>
              <span class="q s">{criterionTexts.historyLine(who, label, momentText(at))}</span>
              <br />
              <span class="said">{String(value)}</span>
            </li>
          ))}
        </ol>
      ) : null}
      <NewMessage indicatorId={indicatorId} />
    </div>
  );
}

/** PD1: what looks like a pupil's or parent's data is sent only when the person says so again. */
function NewMessage({ indicatorId }: { indicatorId: string }) {
  const { answer } = useProgram();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<'empty' | 'personal' | null>(null);
  const id = useId();
  const send = (event: Event) => {
    event.preventDefault();
    const message = text.trim();
    if (message === '') return setProblem('empty');
    if (looksPersonal(message) && problem !== 'personal') return setProblem('personal');
    const nonce = base64url(crypto.getRandomValues(new Uint8Array(9)));
    answer(`${talkPrefixOf(indicatorId)}${nonce}`, message);
    setText('');
    setProblem(null);
  };
  return (
    <form class="stack tight" onSubmit={send} noValidate>
      <label class="lab" for={id}>
        {texts.message(shownId(indicatorId))}
      </label>
      <textarea
        id={id}
        rows={3}
        maxLength={longestMessage}
        value={text}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? `${id}e` : undefined}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
      />
      {problem ? (
        <p class="err" id={`${id}e`} role="alert">
          <Icon sign={problem === 'personal' ? 'warn' : 'stop'} />
          <span>{problem === 'personal' ? fieldTexts.looksPersonal : texts.emptyMessage}</span>
        </p>
      ) : null}
      <p>
        <button type="submit" class="btn sm">
          {problem === 'personal' ? texts.sendAnyway : texts.send}
        </button>
      </p>
    </form>
  );
}
