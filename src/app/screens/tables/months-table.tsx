import { useState } from 'preact/hooks';
import { isTablePaste, placePasted, readPastedMonth } from '../../../core/form/paste.ts';
import { fillPercentOf, monthsDue } from '../../../core/scoring/journal-fill.ts';
import { propertiesOf } from '../../../core/submission/answer.ts';
import { countOf } from '../../../core/submission/passport.ts';
import { monthText, percent } from '../../../texts/numbers.ts';
import { tableTexts } from '../../../texts/tables.ts';
import { moveInTable } from '../../../ui/cell-keys.ts';
import { Message } from '../../../ui/message.tsx';
import { TextField } from '../../fields/text-field.tsx';
import { useProgram } from '../../program.ts';
import { MonthsChart } from './months-chart.tsx';
import { TableHeading } from './table-heading.tsx';

type Preview = ReturnType<typeof placePasted<{ percent: number } | { filled: number; due: number }>>;

/** Journal fill by month: a pair computes the percent, or the percent is typed; a column pastes from a spreadsheet. */
export function MonthsTable() {
  const program = useProgram();
  const { form, campaign, facts, assessment } = program;
  const [preview, setPreview] = useState<Preview | null>(null);
  const { JRN } = assessment.value.blocks;
  const due = monthsDue(form, campaign);
  const rows = due.map((month) => ({ key: `JRN:${month}`, label: monthText(month), closed: false }));
  const empty = due.filter((month) => !facts.value.has(`JRN:${month}`));
  const [monthHead, filledHead, dueHead, percentHead] = tableTexts.monthHead;
  const paste = (event: ClipboardEvent, at: number) => {
    const text = event.clipboardData?.getData('text') ?? '';
    if (!isTablePaste(text)) return;
    event.preventDefault();
    setPreview(placePasted(text, rows, at, readPastedMonth));
  };
  return (
    <section class="stack" id="JRN" aria-labelledby="JRN-title">
      <TableHeading block="JRN" progress={JRN} />
      {preview ? <PastePreview preview={preview} onDone={() => setPreview(null)} /> : null}
      <div class="cols">
        <div class="scroll cells">
          {/* keys and paste are the table's own, for all its cells */}
          <table onKeyDown={moveInTable}>
            <thead>
              <tr>
                <th scope="col">{monthHead}</th>
                <th scope="col">{filledHead}</th>
                <th scope="col">{dueHead}</th>
                <th scope="col">{percentHead}</th>
                <th scope="col" class="wo">
                  <span class="vh">{tableTexts.noData}</span>
                </th>
              </tr>
            </thead>
            <tbody onPaste={(event) => paste(event, rowOf(event.target))}>
              {due.map((month) => (
                <MonthRow key={month} month={month} />
              ))}
              <tr class="sum">
                <th scope="row" class="txt">
                  {tableTexts.mean}
                </th>
                <td />
                <td />
                <td class="nw">{JRN.figure === null ? '—' : percent(JRN.figure)}</td>
                <td class="wo" />
              </tr>
            </tbody>
          </table>
        </div>
        <aside class="stack">
          <MonthsChart months={due} />
          <p class="s q">{tableTexts.target(form.journalFill.target)}</p>
          {empty.length > 0 ? (
            <p>
              <button
                type="button"
                class="btn sm"
                onClick={() => {
                  for (const month of empty) program.answer(`JRN:${month}`, 'notProvided');
                }}
              >
                {tableTexts.restNoData}
              </button>
            </p>
          ) : null}
        </aside>
      </div>
    </section>
  );
}

const rowOf = (target: EventTarget | null): number => {
  const row = target instanceof Element ? target.closest('tr') : null;
  return row?.parentElement ? [...row.parentElement.children].indexOf(row) : 0;
};

function MonthRow({ month }: { month: string }) {
  const program = useProgram();
  const key = `JRN:${month}`;
  const stored = program.facts.value.get(key)?.[0] ?? null;
  const { filled, due } = propertiesOf(stored);
  const name = monthText(month);
  const pair = (filled ?? null) !== null || (due ?? null) !== null;
  const [, filledHead = '', dueHead = '', percentHead = ''] = tableTexts.monthHead;
  const computed = fillPercentOf(stored);
  const silent = stored === 'notProvided';
  const aboveDue = () => {
    const [done, all] = [countOf(filled ?? null), countOf(due ?? null)];
    return done !== null && all !== null && done > all ? tableTexts.aboveDue : null;
  };
  return (
    <tr>
      <th scope="row" class="txt">
        {name}
      </th>
      <td>
        <TextField
          registerKey={key}
          property="filled"
          kind="count"
          hideLabel
          label={`${name}: ${filledHead}`}
          problemOf={aboveDue}
        />
      </td>
      <td>
        <TextField registerKey={key} property="due" kind="count" hideLabel label={`${name}: ${dueHead}`} />
      </td>
      <td>
        {pair ? (
          <output class="n b nw">{computed === null ? '—' : percent(computed)}</output>
        ) : (
          <TextField
            registerKey={key}
            property="percent"
            kind="decimal"
            hideLabel
            label={`${name}: ${percentHead}`}
            problemOf={(value) => (typeof value === 'number' && value > 100 ? tableTexts.percentRange : null)}
          />
        )}
      </td>
      <td class="wo">
        <button
          type="button"
          class="btn sm"
          aria-pressed={silent}
          aria-label={`${name}: ${tableTexts.noDataPressed}`}
          onClick={() => program.answer(key, silent ? null : 'notProvided')}
        >
          {tableTexts.noData}
        </button>
      </td>
    </tr>
  );
}

function PastePreview({ preview, onDone }: { preview: Preview; onDone: () => void }) {
  const program = useProgram();
  const { taken, left } = preview;
  const words = taken.map(({ row, value }) => `${row.label} ${percent(fillPercentOf(value) ?? 0)}`).join(', ');
  return (
    <Message
      sign="grid"
      title={taken.length > 0 ? tableTexts.pasteTitle(taken.length) : tableTexts.pasteNothing}
      actions={
        <>
          {taken.length > 0 ? (
            <button
              type="button"
              class="btn sm main"
              onClick={() => {
                for (const { row, value } of taken) program.answer(row.key, value);
                onDone();
              }}
            >
              {tableTexts.write}
            </button>
          ) : null}
          <button type="button" class="btn sm" onClick={onDone}>
            {tableTexts.cancel}
          </button>
        </>
      }
    >
      <p>{words}</p>
      {left.length > 0 ? <p>{tableTexts.pasteLeft(left.map((one) => one.text).join('; '))}</p> : null}
    </Message>
  );
}
