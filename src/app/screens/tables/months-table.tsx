import { useState } from 'preact/hooks';
import { isTablePaste, placePasted } from '../../../core/form/paste.ts';
import { type MonthColumn, monthColumns, readPastedMonth } from '../../../core/form/paste-months.ts';
import { canonicalJson } from '../../../core/json.ts';
import { monthsDue, monthsOf } from '../../../core/scoring/journal-fill.ts';
import { monthRemarks } from '../../../core/scoring/month-remarks.ts';
import { firstValue } from '../../../core/submission/facts.ts';
import { registerWords } from '../../../reports/register-words.ts';
import { monthNicknames, monthText, percent } from '../../../texts/numbers.ts';
import { tableTexts } from '../../../texts/tables.ts';
import { moveInTable } from '../../../ui/cell-keys.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { History } from '../../history/history.tsx';
import { type Pasted, usePaste } from '../../paste-preview.tsx';
import { type Program, useProgram } from '../../program.ts';
import { RegisterConflicts } from '../../register-conflicts.tsx';
import { MonthNotYet, MonthRow } from './month-row.tsx';
import { MonthsChart } from './months-chart.tsx';
import { MonthsPasteBox } from './months-paste-box.tsx';
import { TableHeading } from './table-heading.tsx';

/** Journal fill by month of the whole school year; a column pastes from a spreadsheet. */
export function MonthsTable() {
  const program = useProgram();
  const { form, campaign, facts, assessment } = program;
  const paste = usePaste();
  const [boxOpen, setBoxOpen] = useState(false);
  const months = monthsOf(form, campaign);
  const due = monthsDue(form, campaign);
  const remarks = monthRemarks(
    form,
    due.map((month) => firstValue(facts.value, `JRN:${month}`)),
  );
  return (
    <section class="stack" id="JRN" aria-labelledby="JRN-title">
      <TableHeading block="JRN" progress={assessment.value.blocks.JRN} />
      <RegisterConflicts prefix="JRN:" />
      {paste.shown}
      {boxOpen ? (
        <MonthsPasteBox
          months={due}
          onShow={(text, column, at) => {
            setBoxOpen(false);
            paste.show(readPaste(program, text, column, at));
          }}
          onClose={() => setBoxOpen(false)}
        />
      ) : null}
      <div class="cols">
        <div class="scroll cells months">
          {/* keys and paste are the table's own, for all its cells */}
          <table onKeyDown={moveInTable}>
            <MonthsHead />
            <tbody
              onPaste={(event) => {
                const text = event.clipboardData?.getData('text') ?? '';
                const cell = cellOf(event.target);
                if (cell === null || !isTablePaste(text)) return;
                event.preventDefault();
                paste.show(readPaste(program, text, cell.column, cell.row));
              }}
            >
              {months.map((month, at) =>
                at < due.length ? (
                  <MonthRow key={month} month={month} remark={remarks[at]} />
                ) : (
                  <MonthNotYet key={month} month={month} />
                ),
              )}
              <MeanRow figure={assessment.value.blocks.JRN.figure} />
            </tbody>
          </table>
        </div>
        <aside class="stack">
          <MonthsChart months={due} />
          <p class="s q">{tableTexts.target(form.journalFill)}</p>
          <p>
            <button type="button" class="btn sm" aria-expanded={boxOpen} onClick={() => setBoxOpen(!boxOpen)}>
              <Icon sign="grid" />
              {tableTexts.pasteOpen}
            </button>
          </p>
          <RestNoData months={due} />
        </aside>
      </div>
      <History name={tableTexts.titles.JRN} of={['JRN:']} />
    </section>
  );
}

function MonthsHead() {
  const [monthHead, filledHead, dueHead, percentHead] = tableTexts.monthHead;
  return (
    <thead>
      <tr>
        <th scope="col">{monthHead}</th>
        <th scope="col">{filledHead}</th>
        <th scope="col">{dueHead}</th>
        <th scope="col">{percentHead}</th>
        <th scope="col">
          <span class="vh">{tableTexts.remarks}</span>
        </th>
      </tr>
    </thead>
  );
}

function MeanRow({ figure }: { figure: number | null }) {
  const { target } = useProgram().form.journalFill;
  const reached = figure !== null && figure >= target;
  return (
    <tr class="sum">
      <th scope="row" class="txt">
        {tableTexts.mean}
      </th>
      <td />
      <td />
      <td class="txt nw">{figure === null ? '—' : percent(figure)}</td>
      <td class="txt">
        {figure === null ? null : (
          <Mark sign={reached ? 'yes' : 'part'} tone={reached ? 'ok' : 'warn'} small>
            {reached ? tableTexts.reached(target) : tableTexts.notReached(target)}
          </Mark>
        )}
      </td>
    </tr>
  );
}

/** One button for all months without anything, once there are several. */
function RestNoData({ months }: { months: readonly string[] }) {
  const program = useProgram();
  const empty = months.filter((month) => !program.facts.value.has(`JRN:${month}`));
  if (empty.length < 2) return null;
  return (
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
  );
}

/** The cell an event happened in: its row among the months, counted from 0, and its column. */
function cellOf(target: EventTarget | null): { row: number; column: MonthColumn } | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-column]') : null;
  const column = monthColumns.find((one) => one === cell?.dataset.column);
  const row = cell?.closest('tr');
  return row?.parentElement && column ? { row: [...row.parentElement.children].indexOf(row), column } : null;
}

function readPaste(program: Program, text: string, column: MonthColumn, start: number): Pasted {
  const { form, campaign } = program;
  const facts = program.facts.value;
  const due = monthsDue(form, campaign);
  const rows = monthsOf(form, campaign).map((month) => ({
    key: `JRN:${month}`,
    label: monthText(month),
    names: monthNicknames(month),
    closed: !due.includes(month),
  }));
  const storedOf = (key: string) => firstValue(facts, key);
  const { taken, left } = placePasted(text, rows, start, readPastedMonth(column, storedOf));
  const head = tableTexts.monthHead[1 + monthColumns.indexOf(column)] ?? '';
  return {
    title: taken.length > 0 ? tableTexts.pasteTitle(taken.length, head) : tableTexts.pasteNothing(head),
    taken: taken.map(({ row, value }) => {
      const before = storedOf(row.key);
      const words = `${row.label}: ${registerWords(form, row.key, value)}`;
      if (before === null) return { key: row.key, value, words };
      const same = canonicalJson(before) === canonicalJson(value);
      const instead = same ? tableTexts.same : tableTexts.instead(registerWords(form, row.key, before));
      return {
        key: row.key,
        value,
        words: (
          <>
            {words} <span class={same ? 'q' : 'b'}>{instead}</span>
          </>
        ),
      };
    }),
    left,
  };
}
