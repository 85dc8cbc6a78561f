import { propertiesOf } from '../../../core/submission/answer.ts';
import { criterionTexts } from '../../../texts/criterion.ts';
import { documentName } from '../../../texts/numbers.ts';
import { TextField } from '../../fields/text-field.tsx';
import { useRegister } from '../../use-view.ts';

/** What shows that the answer is true (number, date, link, note), and a comment; never names, never scans. */
export function Evidence({ indicatorId }: { indicatorId: string }) {
  const key = `${indicatorId}#evidence`;
  const { number, date, note } = propertiesOf(useRegister(key)[0]?.value ?? null);
  const shown = [
    number ? documentName(String(number)) : '',
    typeof date === 'string' ? date.split('-').reverse().join('.') : '',
    note,
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ');
  return (
    <details>
      <summary>
        <span>
          {criterionTexts.evidence} {shown ? <span class="s q">{shown}</span> : null}
        </span>
      </summary>
      <div class="ev">
        <TextField registerKey={key} property="number" kind="text" label={criterionTexts.document} free />
        <TextField registerKey={key} property="date" kind="day" label={criterionTexts.date} />
        <TextField registerKey={key} property="link" kind="url" label={criterionTexts.link} />
        <TextField registerKey={key} property="note" kind="text" label={criterionTexts.note} className="f full" free />
        <TextField
          registerKey={`${indicatorId}#comment`}
          kind="text"
          label={criterionTexts.comment}
          className="f full"
          free
        />
      </div>
    </details>
  );
}
