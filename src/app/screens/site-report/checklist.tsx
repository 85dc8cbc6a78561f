import type { FieldItem } from '../../../core/form/section-form.ts';
import { partKey } from '../../../core/site-report/site-report.ts';
import { propertiesOf } from '../../../core/submission/answer.ts';
import { siteReportTexts as texts } from '../../../texts/site-report.ts';
import { TextField } from '../../fields/text-field.tsx';
import { useProgram } from '../../program.ts';
import type { FieldProps } from './field-section.tsx';
import { NothingButton } from './nothing-button.tsx';
import { Remarks } from './remarks.tsx';
import { UrlField } from './yes-no-field.tsx';

/** Items to tick, under the headings of their groups; beside a ticked one its address or words. */
export function Checklist(props: FieldProps) {
  const { field, ticked } = props.answer;
  const items = field.items ?? [];
  const groups = [...new Set(items.map(({ group }) => group ?? ''))];
  return (
    <>
      {groups.map((group) => (
        <fieldset key={group} class="stack tight">
          <legend class={group === '' ? 'vh' : 'lab'}>{group === '' ? field.title : group}</legend>
          {items
            .filter((item) => (item.group ?? '') === group)
            .map((item) => (
              <Item key={item.id} {...props} item={item} />
            ))}
        </fieldset>
      ))}
      {ticked.length === 0 ? <NothingButton {...props} /> : null}
    </>
  );
}

function Item({ answer, report, item }: FieldProps & { item: FieldItem }) {
  const program = useProgram();
  const { field } = answer;
  const key = report.pathOf(partKey(field.id, item.id));
  const isTicked = answer.ticked.some(({ id }) => id === item.id);
  // asked at the moment of writing: its address may have been saved when it was left
  const tick = (has: boolean) => {
    const stored = program.registers.value.get(key)?.[0]?.value ?? null;
    if (answer.isNone) program.answer(report.pathOf(field.id), null);
    program.answer(key, { ...propertiesOf(stored), has });
  };
  return (
    <div class="stack tight" id={`${field.id}-${item.id}`}>
      <label class="tick">
        <input type="checkbox" checked={isTicked} onChange={(event) => tick(event.currentTarget.checked)} />
        <span>{item.title}</span>
      </label>
      {isTicked && item.withText ? (
        <TextField registerKey={key} property="text" kind="text" label={texts.which} free />
      ) : null}
      {isTicked && item.needsUrl ? (
        <UrlField registerKey={key} property="url" label={`${texts.url}: ${item.title}`} />
      ) : null}
      <Remarks messages={report.messages} fieldId={field.id} part={item.id} />
    </div>
  );
}
