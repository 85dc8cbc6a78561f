import { useRef } from 'preact/hooks';
import type { ExamRow } from '../../../core/scoring/exams.ts';
import { dateText } from '../../../texts/numbers.ts';
import { registerTexts } from '../../../texts/registers.ts';
import { tableTexts } from '../../../texts/tables.ts';
import { moveInTable } from '../../../ui/cell-keys.ts';
import { Icon } from '../../../ui/icon.tsx';
import { CheckField, SelectField } from '../../fields/select-field.tsx';
import { TextField } from '../../fields/text-field.tsx';
import { useRemoving } from '../../fields/use-removing.tsx';
import { useProgram } from '../../program.ts';
import { ExamDate } from './exam-date.tsx';

/** The exams' rows; removing one can be taken back at once. */
export function ExamRows({ rows }: { rows: readonly ExamRow[] }) {
  const program = useProgram();
  const { remove, undo } = useRemoving(tableTexts);
  const { idOf, keepId } = useRowIds();
  const titles = new Map(program.form.exams.subjects.map((subject) => [subject.id, subject.title]));
  return (
    <>
      {rows.length === 0 ? null : (
        <div class="scroll fold cells">
          <table onKeyDown={moveInTable}>
            <thead>
              <tr>
                {tableTexts.examHead.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
                <th scope="col">
                  <span class="vh">{tableTexts.removing}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row
                  key={idOf(row.key)}
                  row={row}
                  subject={titles.get(row.subject) ?? row.subject}
                  onMoved={(key) => keepId(row.key, key)}
                  onRemove={() => remove(row.key, row.values[0] ?? null)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {undo ? <p>{undo}</p> : null}
    </>
  );
}

/** A row stays the same row on screen when its day, and with it its register, changes: focus stays in it. */
function useRowIds() {
  const ids = useRef(new Map<string, number>());
  const next = useRef(0);
  const idOf = (key: string): number => {
    const id = ids.current.get(key) ?? next.current++;
    ids.current.set(key, id);
    return id;
  };
  const keepId = (from: string, to: string) => {
    ids.current.set(to, idOf(from));
    ids.current.delete(from);
  };
  return { idOf, keepId };
}

type RowProps = { row: ExamRow; subject: string; onMoved: (key: string) => void; onRemove: () => void };

function Row({ row, subject, onMoved, onRemove }: RowProps) {
  const [, subjectHead, dateHead, took = '', state = '', noScore = '', noResult = '', reason = ''] =
    tableTexts.examHead;
  const name = registerTexts.exam(row.exam, subject, dateText(row.date));
  const label = (column: string) => `${name}: ${column}`;
  const field = { registerKey: row.key, hideLabel: true };
  return (
    <tr>
      <th scope="row" class="txt">
        {row.exam}
      </th>
      <td class="txt" data-l={subjectHead}>
        {subject}
      </td>
      <td data-l={dateHead}>
        <ExamDate row={row} subject={subject} onMoved={onMoved} />
      </td>
      <td data-l={took}>
        <TextField {...field} property="participants" kind="count" label={label(took)} />
      </td>
      <td data-l={state}>
        <SelectField {...field} property="state" label={label(state)} options={tableTexts.examStates} />
      </td>
      <td data-l={noScore}>
        <CheckField registerKey={row.key} property="scoreMissing" label={label(noScore)} />
      </td>
      <td data-l={noResult}>
        <CheckField registerKey={row.key} property="resultMissing" label={label(noResult)} />
      </td>
      <td data-l={reason}>
        <SelectField {...field} property="reason" label={label(reason)} options={tableTexts.reasons} />
      </td>
      <td data-l="">
        <button type="button" class="btn sm link" aria-label={tableTexts.remove(name)} onClick={onRemove}>
          <Icon sign="bin" />
        </button>
      </td>
    </tr>
  );
}
