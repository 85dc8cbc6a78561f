import { isAwaited } from '../../../core/form/awaited-form.ts';
import type { Form } from '../../../core/form/form.ts';
import { compareForms, type FormChange } from '../../../core/form-sheets/compare-forms.ts';
import { formSheetTexts } from '../../../texts/form-sheets.ts';
import { formsScreenTexts as words } from '../../../texts/forms-screen.ts';
import { decimal, shownId } from '../../../texts/numbers.ts';
import { Mark } from '../../../ui/mark.tsx';
import { useOffice } from '../../office/office.ts';

/** FS13: what a version changes against the one before it that is here. */
export function FormChanges({ form }: { form: Form }) {
  const { forms } = useOffice();
  const own = forms.published({});
  const earlier = forms.all.value.find(({ id, version }) => id === form.id && version < form.version);
  const before = earlier
    ? forms.published({ forms: [`${earlier.id}@${earlier.version}`], formHash: earlier.hash })
    : own.id === form.id && own.version < form.version
      ? own
      : null;
  if (!before || isAwaited(before)) return null;
  const { changes, weights, unknown } = compareForms(before, form);
  return (
    <section class="stack tight" aria-labelledby="form-changes">
      <h3 id="form-changes">{words.changes(before.version)}</h3>
      {changes.length + weights.length === 0 ? <p>{words.same}</p> : null}
      <ul class="plain stack tight">
        {weights.map((one) => (
          <li key={`weight ${one.id}`}>{words.weight(one.id, decimal(one.before), decimal(one.now))}</li>
        ))}
        {changes.map((change) => (
          <li key={`${change.kind} ${change.name}`}>
            <b>{shownId(change.name)}</b> {change.question} — <Kind change={change} />
          </li>
        ))}
        {unknown.map(({ name, was }) => (
          <li key={`was ${name} ${was}`}>
            <b>{shownId(name)}</b>{' '}
            <Mark sign="warn" tone="warn">
              {formSheetTexts.warnings['was-unknown']({ name: was })}
            </Mark>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Kind({ change: { kind, before } }: { change: FormChange }) {
  const text = words.kinds[kind];
  const was = before === undefined ? '' : ` (${words.was(before)})`;
  return kind === 'other-meaning' || kind === 'removed' || kind === 'other-kind' ? (
    <Mark sign="warn" tone="warn">
      {text}
      {was}
    </Mark>
  ) : (
    <>
      {text}
      {was}
    </>
  );
}
