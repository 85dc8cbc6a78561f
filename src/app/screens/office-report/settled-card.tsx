import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { deadlineOf } from '../../../core/scoring/deadline.ts';
import { readDay } from '../../../core/submission/typed-text.ts';
import type { MunicipalInput } from '../../../reports/municipal/municipal-input.ts';
import { dateText } from '../../../texts/numbers.ts';
import { reportEditorTexts as words } from '../../../texts/report-editor.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useSavedText } from '../../fields/use-saved-text.ts';
import type { ReportState } from './report-state.ts';

/** RE2: the report date, the deadlines counted from it, and who signs. */
export function SettledCard({ state, input }: { state: ReportState; input: MunicipalInput }) {
  const { reportDate, campaign } = input;
  const settled = state.settled.value;
  const { signer = {} } = settled;
  const day = (kind: 'acts' | 'yearEnd') => {
    const set = campaign.deadlines?.[kind];
    const usual = deadlineOf(kind === 'yearEnd' ? 'K4' : 'K1', reportDate);
    return (
      <DayField
        label={words[kind]}
        stored={set ?? ''}
        hint={set ? undefined : words.deadlineHint(dateText(usual))}
        problem={set && set < reportDate ? words.passed(dateText(set), dateText(reportDate)) : undefined}
        save={(value) =>
          state.settle(({ deadlines = {} }) => {
            const { [kind]: _old, ...rest } = deadlines;
            return { deadlines: value === null ? rest : { ...rest, [kind]: value } };
          })
        }
      />
    );
  };
  return (
    <section class="card stack" aria-labelledby="settled">
      <h2 id="settled">{words.settled}</h2>
      <div class="fields">
        <DayField
          label={words.reportDate}
          stored={reportDate}
          hint={words.reportDateHint}
          save={(value) => state.settle(() => ({ reportDate: value ?? '' }))}
        />
        {day('acts')}
        {day('yearEnd')}
        <PlainField
          label={words.position}
          stored={signer.position ?? ''}
          save={(position) => state.settle(({ signer }) => ({ signer: { ...signer, position } }))}
        />
        <PlainField
          label={words.name}
          stored={signer.name ?? ''}
          save={(name) => state.settle(({ signer }) => ({ signer: { ...signer, name } }))}
        />
      </div>
    </section>
  );
}

type FieldProps = { label: string; stored: string; hint?: string | undefined; problem?: string | undefined };

/** A day as people type it; what is no day stays in the field and is told. */
function DayField({
  label,
  stored,
  hint,
  problem,
  save,
}: FieldProps & { save: (day: string | null) => Promise<boolean> }) {
  const field = useSavedText({
    stored: dateText(stored),
    mayKeep: (text) => readDay(text) === null || typeof readDay(text) === 'string',
    save: (text) => {
      const day = readDay(text);
      return save(typeof day === 'string' ? day : null);
    },
  });
  return (
    <Field label={label} hint={hint} problem={field.held ? words.badDay : problem} failed={field.failed}>
      {(described) => (
        <input type="text" inputMode="numeric" class="d" autocomplete="off" {...described} {...field.inputProps} />
      )}
    </Field>
  );
}

function PlainField({ label, stored, save }: FieldProps & { save: (text: string) => Promise<boolean> }) {
  const field = useSavedText({ stored, save: (text) => save(text.trim()) });
  return (
    <Field label={label} failed={field.failed}>
      {(described) => <input type="text" autocomplete="off" {...described} {...field.inputProps} />}
    </Field>
  );
}

type Described = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: 'true' };

function Field(props: {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  failed: boolean;
  children: (described: Described) => ComponentChildren;
}) {
  const id = useId();
  const problem = props.failed ? words.unsaved : props.problem;
  const by = [props.hint ? `${id}h` : '', problem ? `${id}e` : ''].filter(Boolean).join(' ');
  return (
    <div class="f">
      <label class="lab" for={id}>
        {props.label}
      </label>
      {props.children({
        id,
        ...(by ? { 'aria-describedby': by } : {}),
        ...(problem ? { 'aria-invalid': 'true' as const } : {}),
      })}
      {props.hint ? (
        <p class="hint" id={`${id}h`}>
          {props.hint}
        </p>
      ) : null}
      {problem ? (
        <p class="err" id={`${id}e`}>
          <Icon sign="stop" />
          <span>{problem}</span>
        </p>
      ) : null}
    </div>
  );
}
