import { useEffect, useRef } from 'preact/hooks';
import type { FieldColumn } from '../../../core/form/section-form.ts';
import { type ListedRow, partKey } from '../../../core/site-report/site-report.ts';
import { siteReportTexts as texts } from '../../../texts/site-report.ts';
import { Icon } from '../../../ui/icon.tsx';
import { SelectField } from '../../fields/select-field.tsx';
import { TextField } from '../../fields/text-field.tsx';
import { useRemoving } from '../../fields/use-removing.tsx';
import { useProgram } from '../../program.ts';
import type { FieldProps } from './field-section.tsx';
import { NothingButton } from './nothing-button.tsx';
import { Remarks } from './remarks.tsx';
import { UrlField } from './yes-no-field.tsx';

/** Rows stand in the order of their ids: as they were added, on one device. */
const newRowId = (now: Date): string => `${now.getTime().toString(36)}${crypto.randomUUID().slice(0, 4)}`;

/** Rows people add and take away, one card each; taking away can be undone at once. */
export function RowCards(props: FieldProps) {
  const program = useProgram();
  const { answer, report } = props;
  const { field, rows, isNone } = answer;
  const { remove, undo } = useRemoving(texts);
  const fresh = useRef<string | null>(null);
  const name = field.rowTitle ?? field.title;
  const [first = { id: 'title' }] = field.columns ?? [];
  const add = () => {
    const id = newRowId(program.now());
    fresh.current = id;
    if (isNone) program.answer(report.pathOf(field.id), null);
    // an empty text keeps the row while its first words are typed
    program.answer(report.pathOf(partKey(field.id, id)), { [first.id]: '' });
  };
  return (
    <>
      {rows.map((one, at) => (
        <RowCard
          key={one.id}
          {...props}
          one={one}
          name={texts.row(name, at + 1)}
          isFresh={fresh.current === one.id}
          onRemove={() => remove(report.pathOf(partKey(field.id, one.id)), one.row)}
        />
      ))}
      <p class="row">
        {field.most !== undefined && rows.length >= field.most ? null : (
          <button type="button" class="btn sm" onClick={add}>
            <Icon sign="plus" />
            {texts.add(name)}
          </button>
        )}
        {rows.length === 0 && field.kind === 'rows' ? <NothingButton {...props} /> : null}
        {undo}
      </p>
    </>
  );
}

type CardProps = FieldProps & { one: ListedRow; name: string; isFresh: boolean; onRemove: () => void };

function RowCard({ answer, report, one, name, isFresh, onRemove }: CardProps) {
  const { field } = answer;
  const card = useRef<HTMLFieldSetElement>(null);
  const key = report.pathOf(partKey(field.id, one.id));
  const nameId = `${field.id}-${one.id}`;
  useEffect(() => {
    if (isFresh) card.current?.querySelector('input')?.focus();
  }, []);
  return (
    <fieldset ref={card} class="card stack tight" aria-labelledby={nameId}>
      <p class="row">
        <b id={nameId}>{name}</b>
        <button type="button" class="btn sm link push" aria-label={texts.remove(name)} onClick={onRemove}>
          <Icon sign="bin" />
        </button>
      </p>
      <div class="fields">
        {(field.columns ?? []).map((column, at) => (
          <Cell key={column.id} column={column} registerKey={key} isFirst={at === 0} />
        ))}
      </div>
      <Remarks messages={report.messages} fieldId={field.id} part={one.id} />
    </fieldset>
  );
}

function Cell({ column, registerKey, isFirst }: { column: FieldColumn; registerKey: string; isFirst: boolean }) {
  const field = { registerKey, property: column.id, label: column.title };
  switch (column.kind) {
    case 'choice':
      return <SelectField {...field} options={column.options ?? {}} />;
    case 'url':
      return <UrlField {...field} />;
    case 'date':
      return <TextField {...field} kind="day" />;
    case 'count':
      return <TextField {...field} kind="count" />;
    case 'text':
      return <TextField {...field} {...(isFirst ? { kind: 'reason', className: 'f full' } : { kind: 'text' })} free />;
  }
}
