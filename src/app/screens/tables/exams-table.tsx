import { type ExamRow, examRowsOf, gradesWithoutExams, isComplete, kindsOf } from '../../../core/scoring/exams.ts';
import { totalsOf } from '../../../core/submission/passport.ts';
import { tableTexts } from '../../../texts/tables.ts';
import { Mark, Tag } from '../../../ui/mark.tsx';
import { History } from '../../history/history.tsx';
import { useProgram } from '../../program.ts';
import { RegisterConflicts } from '../../register-conflicts.tsx';
import { AddExams } from './add-exams.tsx';
import { ExamRows } from './exam-rows.tsx';
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
  const without = silent
    ? []
    : gradesWithoutExams(form, rows, totals).filter((grade) => totals[`grad${grade}`] !== null);
  const unknown = totals.grad9 === null || totals.grad11 === null;
  return (
    <section class="stack" id="GIA" aria-labelledby="GIA-title">
      <TableHeading block="GIA" progress={assessment.value.blocks.GIA}>
        {rows.length > 0 ? <Complete rows={rows} /> : null}
      </TableHeading>
      <RegisterConflicts prefix="GIA:" />
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
          <ExamRows rows={rows} />
          {rows.length === 0 ? null : (
            <Missing names={without.map((grade) => tableTexts.withoutExams(grade, kindsOf(form, grade)))} />
          )}
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
      <History name={tableTexts.titles.GIA} of={['GIA:']} />
    </section>
  );
}

/** TB6: graduates none of whose exams stands in the table keep it from being filled. */
function Missing({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div role="status">
      {names.map((text) => (
        <p key={text}>
          <Mark sign="warn" tone="warn">
            {text}
          </Mark>
        </p>
      ))}
    </div>
  );
}

function Complete({ rows }: { rows: readonly ExamRow[] }) {
  const complete = rows.filter((row) => row.values.every(isComplete)).length;
  return (
    <Tag sign={complete === rows.length ? 'yes' : 'part'} tone={complete === rows.length ? 'ok' : 'warn'}>
      {tableTexts.complete(complete, rows.length)}
    </Tag>
  );
}
