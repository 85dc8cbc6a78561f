import { fillPercentOf } from '../../../core/scoring/journal-fill.ts';
import { monthText, percent } from '../../../texts/numbers.ts';
import { tableTexts } from '../../../texts/tables.ts';
import { useProgram } from '../../program.ts';

const [left, right, top, bottom] = [30, 350, 10, 100];

/** The months as a line against the target; the table beside it has every figure. */
export function MonthsChart({ months }: { months: readonly string[] }) {
  const { form, facts } = useProgram();
  const { target } = form.journalFill;
  const given = months.flatMap((month, at) => {
    const value = fillPercentOf(facts.value.get(`JRN:${month}`)?.[0] ?? null);
    return value === null ? [] : [{ month, at, value }];
  });
  if (given.length < 2) return null;
  const lowest = Math.floor(Math.min(target - 2, ...given.map((one) => one.value)));
  const x = (at: number) => left + ((right - left - 10) * at) / Math.max(1, months.length - 1);
  const y = (value: number) => bottom - ((bottom - top) * (value - lowest)) / (100 - lowest);
  const values = given.map((one) => one.value);
  const summary = `${tableTexts.titles.JRN}: от ${percent(Math.min(...values))} до ${percent(Math.max(...values))}, цель ${target}`;
  return (
    <svg class="chart" viewBox="0 0 360 130" role="img" aria-label={summary}>
      <path class="ax" d={`M24 ${top}H350M24 ${bottom}H350`} />
      <path class="goal" d={`M24 ${y(target)}H350`} />
      {y(target) - top < 12 ? null : (
        <text x="0" y={top + 4} class="m">
          100
        </text>
      )}
      <text x="0" y={y(target) + 4}>
        {target}
      </text>
      <text x="0" y={bottom + 4} class="m">
        {lowest}
      </text>
      <polyline class="ln" points={given.map((one) => `${x(one.at)},${y(one.value)}`).join(' ')} />
      {months.map((month, at) => (
        <text key={month} x={x(at)} y="122" text-anchor="middle" class="m">
          {monthText(month).charAt(0).toUpperCase()}
        </text>
      ))}
    </svg>
  );
}
