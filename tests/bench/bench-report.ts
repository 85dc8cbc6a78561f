export type Unit = 'bytes' | 'ms' | 's' | 'MB' | 'count';

/** One thing measured. `most`: the budget, of the figure itself or of its ratio to the reference; null: only shown. */
export type Row = {
  suite: string;
  title: string;
  unit: Unit;
  measured: number;
  /** the plain thing beside it, measured in the same run; null: the figure does not depend on the machine */
  reference: number | null;
  budget: { of: 'measured' | 'ratio'; most: number } | null;
};

export const ratioOf = ({ measured, reference }: Row): number | null =>
  reference === null || reference === 0 ? null : measured / reference;

/** Null: the row has no budget. */
export function isMet(row: Row): boolean | null {
  if (row.budget === null) return null;
  const figure = row.budget.of === 'ratio' ? ratioOf(row) : row.measured;
  return figure !== null && figure <= row.budget.most;
}

/** The table people read: one line a row, columns as wide as their longest cell. */
export function formatTable(rows: readonly Row[]): string {
  const lines = [['row', 'measured', 'reference', 'ratio', 'budget', 'met?'], ...rows.map(cellsOf)];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0))) ?? [];
  const padded = lines.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width));
  return [padded[0] ?? [], rule, ...padded.slice(1)].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The same for machines: every figure as measured, with its ratio and whether its budget is met. */
export function toJson(rows: readonly Row[], facts: Record<string, string | number | boolean>): string {
  const measured = rows.map((row) => ({ ...row, ratio: ratioOf(row), met: isMet(row) }));
  return `${JSON.stringify({ ...facts, rows: measured }, null, 2)}\n`;
}

function cellsOf(row: Row): string[] {
  const ratio = ratioOf(row);
  const { unit, budget } = row;
  const limit = budget === null ? '' : budget.of === 'ratio' ? `≤ ${budget.most} ×` : `≤ ${amount(budget.most, unit)}`;
  const met = isMet(row);
  return [
    row.title,
    amount(row.measured, unit),
    row.reference === null ? '–' : amount(row.reference, unit),
    ratio === null ? '–' : `${ratio.toFixed(2)} ×`,
    limit,
    met === null ? '' : met ? 'yes' : 'NO',
  ];
}

function amount(figure: number, unit: Unit): string {
  if (unit === 'count') return String(figure);
  if (unit === 'bytes') return figure < 1000 ? `${Math.round(figure)} B` : `${(figure / 1000).toFixed(1)} KB`;
  return `${figure < 10 ? figure.toFixed(2) : figure.toFixed(1)} ${unit}`;
}
