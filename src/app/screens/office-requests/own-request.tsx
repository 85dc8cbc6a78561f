import { useState } from 'preact/hooks';
import { requestPathOf } from '../../../core/requests/vendor-requests.ts';
import { looksPersonal } from '../../../core/submission/personal-data.ts';
import { systemChoices } from '../../../core/systems/systems.ts';
import { fieldTexts } from '../../../texts/fields.ts';
import { requestsTexts as texts } from '../../../texts/requests.ts';
import { useOffice } from '../../office/office.ts';
import { useProgram } from '../../program.ts';
import { localDay } from '../../time.ts';
import { useSystems } from '../../use-systems.ts';

const empty = { system: '', kind: 'wish', theme: 'other', text: '' };

/** VR1: a request of the office itself; it stands in the office history and goes into the same list. */
export function OwnRequest() {
  const office = useOffice();
  const program = useProgram();
  const systems = useSystems();
  const [draft, setDraft] = useState(empty);
  const [told, setTold] = useState<string | null>(null);
  const set = (part: Partial<typeof empty>) => {
    setTold(null);
    setDraft({ ...draft, ...part });
  };
  const isPersonal = looksPersonal(draft.text);

  async function keep(): Promise<void> {
    const value = { ...draft, text: draft.text.trim(), on: localDay(program.now()) };
    const kept = await office.write(office.officeHistory, requestPathOf(crypto.randomUUID().slice(0, 8)), value);
    setTold(kept ? texts.office.kept : texts.office.notKept);
    if (kept) setDraft(empty);
  }

  return (
    <details class="noprint">
      <summary>{texts.office.own}</summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (draft.text.trim() !== '') void keep();
        }}
      >
        <div class="pick">
          <Choice
            label={texts.system}
            value={draft.system}
            options={systemChoices(systems, draft.system)}
            empty
            onChange={(system) => set({ system })}
          />
          <Choice label={texts.kind} value={draft.kind} options={texts.kinds} onChange={(kind) => set({ kind })} />
          <Choice label={texts.theme} value={draft.theme} options={texts.themes} onChange={(theme) => set({ theme })} />
        </div>
        <label class="f">
          <span class="lab">{texts.text}</span>
          <textarea rows={3} value={draft.text} onInput={({ currentTarget: { value } }) => set({ text: value })} />
        </label>
        {isPersonal ? <p class="err">{fieldTexts.looksPersonal}</p> : null}
        <p>
          <button type="submit" class="btn">
            {texts.office.keep}
          </button>
        </p>
        <p role="status">{told}</p>
      </form>
    </details>
  );
}

type ChoiceProps = {
  label: string;
  value: string;
  options: Readonly<Record<string, string>>;
  empty?: boolean;
  onChange: (value: string) => void;
};

function Choice({ label, value, options, empty: hasEmpty, onChange }: ChoiceProps) {
  return (
    <label class="f">
      <span class="lab">{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {hasEmpty ? <option value="">—</option> : null}
        {Object.entries(options).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
