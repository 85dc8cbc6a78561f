import { useState } from 'preact/hooks';
import type { Json } from '../../../core/json.ts';
import { readRequest, requestPathOf, requestPrefix, vendorAnswerOf } from '../../../core/requests/vendor-requests.ts';
import { systemChoices } from '../../../core/systems/systems.ts';
import { dateText } from '../../../texts/numbers.ts';
import { requestsTexts as texts } from '../../../texts/requests.ts';
import { Icon } from '../../../ui/icon.tsx';
import { SelectField } from '../../fields/select-field.tsx';
import { TextField } from '../../fields/text-field.tsx';
import { useProgram } from '../../program.ts';
import { RegisterConflicts } from '../../register-conflicts.tsx';
import { localDay } from '../../time.ts';
import { useSystems } from '../../use-systems.ts';

const newRowId = (): string => crypto.randomUUID().slice(0, 8);

/** VR1: what the school asks of its grade-book system's vendor, and what was answered. */
export function RequestsScreen() {
  const program = useProgram();
  const [withdrawn, setWithdrawn] = useState<{ key: string; value: Json } | null>(null);
  const keys = [...program.registers.value]
    .filter(([path, heads]) => path.startsWith(requestPrefix) && readRequest(path, heads[0]?.value ?? null) !== null)
    .map(([path]) => path);
  const add = () => {
    const system = program.facts.value.get('-/passport/sedSystem')?.[0] ?? '';
    const on = localDay(program.now());
    program.answer(requestPathOf(newRowId()), { system, kind: 'wish', theme: 'other', text: '', on });
    setWithdrawn(null);
  };
  return (
    <div class="stack wide">
      <div class="stack">
        <p class="crumb">
          <a href="/passport">{texts.toPassport}</a>
        </p>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
      </div>
      <RegisterConflicts prefix={requestPrefix} />
      {keys.length === 0 ? <p>{texts.none}</p> : null}
      {keys.map((key, at) => (
        <Request
          key={key}
          registerKey={key}
          name={texts.number(at + 1)}
          onWithdraw={(value) => {
            program.answer(key, null);
            setWithdrawn({ key, value });
          }}
        />
      ))}
      <p role="status" class="row">
        {withdrawn ? (
          <>
            {texts.withdrawn}{' '}
            <button
              type="button"
              class="btn sm"
              onClick={() => {
                program.answer(withdrawn.key, withdrawn.value);
                setWithdrawn(null);
              }}
            >
              {texts.undo}
            </button>
          </>
        ) : null}
      </p>
      <p>
        <button type="button" class="btn main" onClick={add}>
          {texts.add}
        </button>
      </p>
    </div>
  );
}

type RequestProps = { registerKey: string; name: string; onWithdraw: (value: Json) => void };

function Request({ registerKey, name, onWithdraw }: RequestProps) {
  const program = useProgram();
  const systems = useSystems();
  const value = program.registers.value.get(registerKey)?.[0]?.value ?? null;
  const request = readRequest(registerKey, value);
  if (!request) return null;
  const answer = vendorAnswerOf(program.published.value, request.id);
  return (
    <section class="card stack" aria-labelledby={`r-${request.id}`}>
      <h2 id={`r-${request.id}`}>{name}</h2>
      <div class="pick">
        <SelectField
          registerKey={registerKey}
          property="system"
          label={texts.system}
          options={systemChoices(systems, request.system)}
        />
        <SelectField registerKey={registerKey} property="kind" label={texts.kind} options={texts.kinds} />
        <SelectField registerKey={registerKey} property="theme" label={texts.theme} options={texts.themes} />
      </div>
      <TextField registerKey={registerKey} property="text" kind="text" free label={texts.text} hint={texts.textHint} />
      <p class="s">
        {request.on ? `${texts.noted(dateText(request.on))}. ` : ''}
        {answer ? null : texts.waiting}
      </p>
      {answer ? (
        <p class="b">
          <Icon sign="info" /> {texts.answer(answer.text)} {answer.by ? texts.answerBy(dateText(answer.by)) : ''}
        </p>
      ) : null}
      <p>
        <button type="button" class="btn sm" aria-label={texts.withdraw(name)} onClick={() => onWithdraw(value)}>
          {texts.withdraw(name)}
        </button>
      </p>
    </section>
  );
}
