import { useId, useState } from 'preact/hooks';
import { withDue } from '../../../core/campaign/campaign-draft.ts';
import type { Json } from '../../../core/json.ts';
import { campaignPathOf, extensionOf, extensionPathOf } from '../../../core/submission/campaigns.ts';
import { readDay } from '../../../core/submission/typed-text.ts';
import { schoolCardTexts as texts } from '../../../texts/board.ts';
import { dateText } from '../../../texts/numbers.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useOffice } from '../../office/office.ts';

type Problem = { field: 'due' | 'reason' | null; text: string };

/** BD6: a later last day: for one school, signed with the reason, or for all by changing the campaign's own. */
export function ExtendForm({ placeId }: { placeId: string | null }) {
  const { campaign, registersOf, publicHistory, write } = useOffice();
  const id = useId();
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const current = campaign.value;
  if (!current) return null;
  const own = placeId === null ? null : extensionOf(current.id, registersOf(placeId).value);

  function grant(due: string): Promise<boolean> {
    if (placeId !== null) return write(placeId, extensionPathOf(current?.id ?? ''), { due, reason: reason.trim() });
    const path = campaignPathOf(current?.id ?? '');
    const published: Json = registersOf(publicHistory).value.get(path)?.[0]?.value ?? null;
    return write(publicHistory, path, withDue(published, due));
  }

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const due = readDay(day);
    setDone(null);
    if (typeof due !== 'string') return setProblem({ field: 'due', text: texts.dueProblem });
    if (current?.due && due <= current.due)
      return setProblem({ field: 'due', text: texts.dueEarlier(dateText(current.due)) });
    if (placeId !== null && reason.trim() === '') return setProblem({ field: 'reason', text: texts.reasonProblem });
    const written = await grant(due);
    setProblem(written ? null : { field: null, text: texts.notWritten });
    if (written) setDone(texts.extendDone(dateText(due)));
  }

  return (
    <form class="stack" onSubmit={save} noValidate>
      <p>{placeId === null ? texts.extendAllText : texts.extendOneText}</p>
      <div class="f">
        <label class="lab" for={`${id}d`}>
          {texts.due}
        </label>
        <input
          id={`${id}d`}
          type="text"
          class="d"
          inputMode="numeric"
          autocomplete="off"
          placeholder={current.due ? dateText(current.due) : undefined}
          value={day}
          aria-invalid={problem?.field === 'due' ? 'true' : undefined}
          aria-describedby={problem ? `${id}e` : undefined}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
      </div>
      {placeId === null ? null : (
        <div class="f">
          <label class="lab" for={`${id}r`}>
            {texts.reason}
          </label>
          <input
            id={`${id}r`}
            type="text"
            autocomplete="off"
            maxLength={500}
            value={reason}
            aria-invalid={problem?.field === 'reason' ? 'true' : undefined}
            aria-describedby={problem ? `${id}e` : undefined}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </div>
      )}
      {problem ? (
        <p class="err" id={`${id}e`} role="alert">
          <Icon sign="stop" />
          <span>{problem.text}</span>
        </p>
      ) : null}
      <p class="row">
        <button type="submit" class="btn">
          {texts.save}
        </button>
        {own && placeId !== null ? (
          <button type="button" class="btn link" onClick={() => write(placeId, extensionPathOf(current.id), null)}>
            {texts.takeBack}
          </button>
        ) : null}
        <span role="status">{done ?? ''}</span>
      </p>
    </form>
  );
}
