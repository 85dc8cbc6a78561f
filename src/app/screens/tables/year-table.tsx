import type { Form } from '../../../core/form/form.ts';
import { rowShareOf } from '../../../core/scoring/year-closing.ts';
import { propertiesOf } from '../../../core/submission/answer.ts';
import { countOf, totalsOf } from '../../../core/submission/passport.ts';
import { percent } from '../../../texts/numbers.ts';
import { tableTexts } from '../../../texts/tables.ts';
import { moveInTable } from '../../../ui/cell-keys.ts';
import { ClearAnswer } from '../../fields/clear-answer.tsx';
import { TextField } from '../../fields/text-field.tsx';
import { History } from '../../history/history.tsx';
import { useProgram } from '../../program.ts';
import { RegisterConflicts } from '../../register-conflicts.tsx';
import { TableHeading } from './table-heading.tsx';

type Row = Form['yearClosing']['rows'][number];

/** Closing of the school year: reported or not, and its steps as done of total. */
export function YearTable() {
  const program = useProgram();
  const { form, assessment, facts } = program;
  const { YEAR } = assessment.value.blocks;
  const reported = facts.value.get('YEAR:reported')?.[0] ?? null;
  const totals = totalsOf(facts.value);
  const graduates = (totals.grad9 ?? 0) + (totals.grad11 ?? 0);
  const rows = form.yearClosing.rows.filter(
    (row) => row.total !== 'graduates' || graduates > 0 || totals.grad9 === null,
  );
  const options: [boolean | 'notProvided', string][] = [
    [true, tableTexts.reportedYes],
    ['notProvided', tableTexts.reportedNo],
  ];
  return (
    <section class="stack" id="YEAR" aria-labelledby="YEAR-title">
      <TableHeading block="YEAR" progress={YEAR} />
      <RegisterConflicts prefix="YEAR:" />
      <fieldset class="stack tight">
        <legend class="lab">{tableTexts.reported}</legend>
        <p class="hint">{tableTexts.reportedHint}</p>
        <div class="opts">
          {options.map(([value, words]) => (
            <label key={words} class="opt">
              <input
                type="radio"
                name="YEAR-reported"
                checked={reported === value}
                onChange={() => program.answer('YEAR:reported', value)}
              />
              <span>{words}</span>
            </label>
          ))}
          <ClearAnswer shown={reported !== null} onClear={() => program.answer('YEAR:reported', null)} />
        </div>
      </fieldset>
      {reported === 'notProvided' ? null : (
        <>
          <TextField registerKey="YEAR:reportedOn" kind="day" label={tableTexts.reportedOn} />
          <div class="scroll fold cells">
            <table onKeyDown={moveInTable}>
              <thead>
                <tr>
                  {tableTexts.yearHead.map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) =>
                  row.source ? (
                    <ExamsRow key={row.id} row={row} />
                  ) : (
                    <StepRow
                      key={row.id}
                      row={row}
                      offered={row.total === 'graduates' ? graduates : row.total ? totals[row.total] : null}
                    />
                  ),
                )}
              </tbody>
            </table>
          </div>
        </>
      )}
      <History name={tableTexts.titles.YEAR} of={['YEAR:']} />
    </section>
  );
}

function ExamsRow({ row }: { row: Row }) {
  const { assessment } = useProgram();
  const { GIA } = assessment.value.blocks;
  const [, done, total, share] = tableTexts.yearHead;
  if (GIA === null) return null;
  const complete = Math.round((GIA.figure ?? 0) * GIA.of);
  return (
    <tr>
      <th scope="row" class="txt">
        {row.title}
      </th>
      <td class="txt" data-l={done}>
        <span>
          <b>{complete}</b> <span class="q s">{tableTexts.fromExams}</span>
        </span>
      </td>
      <td class="txt" data-l={total}>
        {GIA.of}
      </td>
      <td class="txt" data-l={share}>
        {GIA.figure === null ? '—' : percent(100 * GIA.figure)}
      </td>
    </tr>
  );
}

function StepRow({ row, offered }: { row: Row; offered: number | null }) {
  const program = useProgram();
  const key = `YEAR:${row.id}`;
  const stored = program.facts.value.get(key)?.[0] ?? null;
  const parts = propertiesOf(stored);
  const [done, total] = [countOf(parts.done ?? null), countOf(parts.total ?? null)];
  const share = rowShareOf(stored);
  const [, doneHead, totalHead, shareHead] = tableTexts.yearHead;
  const above = () => (done !== null && total !== null && done > total ? tableTexts.doneAboveTotal : null);
  return (
    <tr>
      <th scope="row" class="txt">
        {row.title}
      </th>
      <td data-l={doneHead}>
        <TextField
          registerKey={key}
          property="done"
          kind="count"
          hideLabel
          label={`${row.title}: ${tableTexts.ready}`}
          problemOf={above}
        />
      </td>
      <td data-l={totalHead}>
        <div class="row">
          <TextField
            registerKey={key}
            property="total"
            kind="count"
            hideLabel
            label={`${row.title}: ${tableTexts.total}`}
          />
          {offered !== null && total === null ? (
            <button
              type="button"
              class="btn sm link"
              aria-label={`${row.title}: ${tableTexts.fromPassport(offered)}`}
              onClick={() => program.answer(key, { ...parts, total: offered })}
            >
              {tableTexts.fromPassport(offered)}
            </button>
          ) : null}
        </div>
      </td>
      <td class="txt" data-l={shareHead}>
        {typeof share === 'number' ? percent(100 * share) : '—'}
      </td>
    </tr>
  );
}
