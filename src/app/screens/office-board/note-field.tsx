import { useId, useState } from 'preact/hooks';
import { looksPersonal } from '../../../core/submission/personal-data.ts';
import { schoolCardTexts } from '../../../texts/board.ts';
import { fieldTexts } from '../../../texts/fields.ts';
import { Icon } from '../../../ui/icon.tsx';

type Props = {
  label: string;
  hint: string;
  value: string;
  button: string;
  /** what is said once it is written */
  done: string;
  /** free text people write into: warns about pupils' data before saving (PD1) */
  free?: boolean;
  /** true: both copies have it */
  onSave: (text: string) => Promise<boolean>;
};

/** One line to write down; what could not be written stays in the field. */
export function NoteField({ label, hint, value, button, done, free = false, onSave }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  const [said, setSaid] = useState<'done' | 'failed' | 'personal' | null>(null);
  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (free && text.trim() === '') return;
    if (free && said !== 'personal' && looksPersonal(text)) return setSaid('personal');
    const written = await onSave(text.trim());
    setSaid(written ? 'done' : 'failed');
    if (written && free) setText('');
  }
  const words = { done, failed: schoolCardTexts.notWritten, personal: fieldTexts.looksPersonal };
  return (
    <form class="stack tight" onSubmit={save}>
      <label class="lab" for={id}>
        {label}
      </label>
      <div class="row">
        <input
          id={id}
          type="text"
          class="grow"
          autocomplete="off"
          maxLength={500}
          value={text}
          aria-describedby={`${id}h`}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setSaid(null);
          }}
        />
        <button type="submit" class="btn">
          {said === 'personal' ? fieldTexts.keepAnyway : button}
        </button>
      </div>
      <p class="hint" id={`${id}h`}>
        {hint}
      </p>
      <p role="status" class={said === 'done' || said === null ? undefined : 'err'}>
        {said === 'failed' || said === 'personal' ? <Icon sign="warn" /> : null}
        <span>{said ? words[said] : ''}</span>
      </p>
    </form>
  );
}
