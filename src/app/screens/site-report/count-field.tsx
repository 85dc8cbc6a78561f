import { TextField } from '../../fields/text-field.tsx';
import type { FieldProps } from './field-section.tsx';
import { RowCards } from './row-cards.tsx';

/** A figure, with rows beside it where the form lists what it is made of. */
export function CountField(props: FieldProps) {
  const { field } = props.answer;
  return (
    <>
      <TextField registerKey={props.report.pathOf(field.id)} kind="count" label={field.unit ?? field.title} />
      {field.columns ? <RowCards {...props} /> : null}
    </>
  );
}
