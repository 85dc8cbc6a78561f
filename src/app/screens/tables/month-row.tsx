import { fillPercentOf } from '../../../core/scoring/journal-fill.ts';
import type { MonthRemark } from '../../../core/scoring/month-remarks.ts';
import { propertiesOf } from '../../../core/submission/answer.ts';
import { firstValue } from '../../../core/submission/facts.ts';
import { countOf } from '../../../core/submission/passport.ts';
import { registerWords } from '../../../reports/register-words.ts';
import { decimal, monthText, percent } from '../../../texts/numbers.ts';
import { tableTexts } from '../../../texts/tables.ts';
import { Mark } from '../../../ui/mark.tsx';
import { TextField } from '../../fields/text-field.tsx';
import { type Program, useProgram } from '../../program.ts';

/** One month: a pair computes the percent, or the percent is typed; beside it what is remarkable, and «Нет данных». */
export function MonthRow({ month, remark }: { month: string; remark: MonthRemark | undefined }) {
  const { facts } = useProgram();
  const key = `JRN:${month}`;
  const stored = firstValue(facts.value, key);
  const { filled, due } = propertiesOf(stored);
  const name = monthText(month);
  const pair = (filled ?? null) !== null || (due ?? null) !== null;
  const [, filledHead = '', dueHead = '', percentHead = ''] = tableTexts.monthHead;
  const computed = fillPercentOf(stored);
  const aboveDue = () => {
    const [done, all] = [countOf(filled ?? null), countOf(due ?? null)];
    return done !== null && all !== null && done > all ? tableTexts.aboveDue : null;
  };
  const field = { registerKey: key, hideLabel: true };
  return (
    <tr>
      <th scope="row" class="txt">
        {name}
      </th>
      <td data-column="filled">
        <TextField {...field} property="filled" kind="count" label={`${name}: ${filledHead}`} problemOf={aboveDue} />
      </td>
      <td data-column="due">
        <TextField {...field} property="due" kind="count" label={`${name}: ${dueHead}`} />
      </td>
      <td data-column="percent">
        {pair ? (
          <output class="n b nw" aria-label={`${name}: ${percentHead}`}>
            {computed === null ? '—' : percent(computed)}
          </output>
        ) : (
          <TextField
            {...field}
            property="percent"
            kind="decimal"
            label={`${name}: ${percentHead}`}
            problemOf={(value) => (typeof value === 'number' && value > 100 ? tableTexts.percentRange : null)}
          />
        )}
      </td>
      <td>
        <div class="row">
          <NoData registerKey={key} name={name} />
          {remark ? <Remark remark={remark} /> : null}
        </div>
      </td>
    </tr>
  );
}

/** A month that has not begun: shown, so that nobody looks for it; nothing to type. */
export function MonthNotYet({ month }: { month: string }) {
  return (
    <tr>
      <th scope="row" class="txt q">
        {monthText(month)}
      </th>
      <td class="txt q" colSpan={4}>
        {tableTexts.notYet}
      </td>
    </tr>
  );
}

function Remark({ remark: { low, fall } }: { remark: MonthRemark }) {
  const { form } = useProgram();
  const words = [
    low ? tableTexts.low(form.journalFill.low) : '',
    fall === null ? '' : tableTexts.fall(decimal(fall, 2)),
  ].filter(Boolean);
  return words.length === 0 ? null : (
    <Mark sign="warn" tone="warn" small>
      {words.join(', ')}
    </Mark>
  );
}

/** «Нет данных» takes the place of figures; those it took the place of can be had back, also tomorrow. */
function NoData({ registerKey, name }: { registerKey: string; name: string }) {
  const program = useProgram();
  const silent = firstValue(program.facts.value, registerKey) === 'notProvided';
  const replaced = silent ? figuresBefore(program, registerKey) : null;
  const words = replaced === null ? '' : registerWords(program.form, registerKey, replaced);
  return (
    <>
      <button
        type="button"
        class="btn sm link"
        aria-pressed={silent}
        aria-label={`${name}: ${tableTexts.noDataPressed}`}
        onClick={() => program.answer(registerKey, silent ? null : 'notProvided')}
      >
        {tableTexts.noData}
      </button>
      {replaced === null ? null : (
        <button
          type="button"
          class="btn sm link"
          aria-label={`${name}: ${tableTexts.takeBack(words)}`}
          onClick={() => program.answer(registerKey, replaced)}
        >
          {tableTexts.takeBack(words)}
        </button>
      )}
    </>
  );
}

/** The last figures that stood in a register before it was said to have none. */
const figuresBefore = (program: Program, key: string) =>
  [...program.historyOf(key)].reverse().find(({ value }) => typeof value === 'object' && value !== null)?.value ?? null;
