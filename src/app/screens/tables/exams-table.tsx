import { useState } from 'preact/hooks';
import type { Json } from '../../../core/json.ts';
import { type ExamRow, examRowsOf, isComplete } from '../../../core/scoring/exams.ts';
import { totalsOf } from '../../../core/submission/passport.ts';
import { dateText } from '../../../texts/numbers.ts';
import { tableTexts } from '../../../texts/tables.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Tag } from '../../../ui/mark.tsx';
import { CheckField, SelectField } from '../../fields/select-field.tsx';
import { TextField } from '../../fields/text-field.tsx';
import { useProgram } from '../../program.ts';
import { AddExams } from './add-exams.tsx';
import { TableHeading } from './table-heading.tsx';

/** Exam results loaded into the grade book: one row by exam, subject and date. */
export function ExamsTable() {
  const program = useProgram();
  const { form, facts, assessment } = program;
  const totals = totalsOf(facts.value);
  const rows = examRowsOf(facts.value);
  const silent = facts.value.get('GIA:reported')?.[0] === 'notProvided';
  const shownKinds = form.exams.kinds.filter((kind) => totals[`grad${kind.grade}`] !== 0);
  const hiddenKinds = form.exams.kinds.filter(
    (kind) => totals[`grad${kind.grade}`] === 0 && !kind.id.startsWith('ГВЭ'),
  );
  const unknown = totals.grad9 === null || totals.grad11 === null;
  return (
    <section class="stack" id="GIA" aria-labelledby="GIA-title">
      <TableHeading block="GIA" progress={assessment.value.blocks.GIA} />
      {unknown ? (
        <p>
          {tableTexts.unknownGraduates} <a href="/passport">{tableTexts.toPassport}</a>
        </p>
      ) : null}
      {shownKinds.length === 0 ? (
        <p class="hint">{tableTexts.noGraduates}</p>
      ) : (
        <>
          <AddExams kinds={shownKinds.map((kind) => kind.id)} />
          {rows.length > 0 ? <Rows rows={rows} /> : null}
          <p class="row">
            <button
              type="button"
              class="btn sm"
              aria-pressed={silent}
              onClick={() => program.answer('GIA:reported', silent ? null : 'notProvided')}
            >
              {tableTexts.noExamData}
            </button>
          </p>
          {hiddenKinds.map((kind) => (
            <p key={kind.id} class="hint">
              {tableTexts.hiddenExam(kind.id, kind.grade)}
            </p>
          ))}
        </>
      )}
    </section>
  );
}

function Rows({ rows }: { rows: readonly ExamRow[] }) {
  const program = useProgram();
  const [removed, setRemoved] = useState<{ key: string; value: Json } | null>(null);
  const titles = new Map(program.form.exams.subjects.map((subject) => [subject.id, subject.title]));
  const complete = rows.filter((row) => row.values.every(isComplete)).length;
  return (
    <>
      <p>
        <Tag sign={complete === rows.length ? 'yes' : 'part'} tone={complete === rows.length ? 'ok' : 'warn'}>
          {tableTexts.complete(complete, rows.length)}
        </Tag>
      </p>
      <div class="scroll fold cells">
        <table>
          <thead>
            <tr>
              {tableTexts.examHead.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col">
                <span class="vh">{tableTexts.undo}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.key}
                row={row}
                subject={titles.get(row.subject) ?? row.subject}
                onRemove={() => {
                  setRemoved({ key: row.key, value: row.values[0] ?? null });
                  program.answer(row.key, null);
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      {removed ? (
        <p role="status">
          {tableTexts.removed}{' '}
          <button
            type="button"
            class="btn sm link"
            onClick={() => {
              program.answer(removed.key, removed.value);
              setRemoved(null);
            }}
          >
            {tableTexts.undo}
          </button>
        </p>
      ) : null}
    </>
  );
}

function Row({ row, subject, onRemove }: { row: ExamRow; subject: string; onRemove: () => void }) {
  const [, subjectHead, dateHead, took = '', state = '', noScore = '', noResult = '', reason = ''] =
    tableTexts.examHead;
  const name = `${subject} ${dateText(row.date)}`;
  const label = (column: string) => `${name}: ${column}`;
  return (
    <tr>
      <th scope="row" class="txt">
        {row.exam}
      </th>
      <td class="txt" data-l={subjectHead}>
        {subject}
      </td>
      <td class="txt nw" data-l={dateHead}>
        {dateText(row.date)}
      </td>
      <td data-l={took}>
        <TextField registerKey={row.key} property="participants" kind="count" hideLabel label={label(took)} />
      </td>
      <td data-l={state}>
        <SelectField
          registerKey={row.key}
          property="state"
          hideLabel
          label={label(state)}
          options={tableTexts.examStates}
        />
      </td>
      <td data-l={noScore}>
        <CheckField registerKey={row.key} property="scoreMissing" label={label(noScore)} />
      </td>
      <td data-l={noResult}>
        <CheckField registerKey={row.key} property="resultMissing" label={label(noResult)} />
      </td>
      <td data-l={reason}>
        <SelectField
          registerKey={row.key}
          property="reason"
          hideLabel
          label={label(reason)}
          options={tableTexts.reasons}
        />
      </td>
      <td data-l="">
        <button type="button" class="btn sm link" aria-label={tableTexts.remove(name)} onClick={onRemove}>
          <Icon sign="bin" />
        </button>
      </td>
    </tr>
  );
}
