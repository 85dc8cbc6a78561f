import type { Diagram, DiagramBar } from '../reports/diagram.ts';
import { clipped, picture, shape, widthOf, words } from './svg.ts';

type Bars = Extract<Diagram, { kind: 'bars' }>;

const rowHeight = 24;
const barHeight = 15;
const topRoom = 22;
const gap = 8;

/** What tells bars apart without colour: blocked is hatched, the mean is white, good is darkest. */
const looks = {
  blocked: { fill: 'url(#hatch)', stroke: '#000' },
  mean: { fill: '#fff', stroke: '#000', 'stroke-width': 2 },
  good: { fill: '#333', stroke: '#000' },
  plain: { fill: '#999', stroke: '#000' },
};

/** DG2: names on the left, words at the ends, the mean set apart below, the target a dashed line with its figure above. */
export function drawBars(diagram: Bars, width: number): string {
  const { title, alt, max, mean, target, unit = '' } = diagram;
  const rows: DiagramBar[] = [...diagram.rows, ...(mean ? [{ ...mean, mark: 'mean' as const }] : [])];
  const longestWords = Math.min(width * 0.35, Math.max(0, ...rows.map((row) => widthOf(row.words))));
  const left = Math.min(width * 0.34, Math.max(0, ...rows.map((row) => widthOf(row.name)))) + gap;
  const full = Math.max(40, width - left - longestWords - 2 * gap);
  const xOf = (value: number): number => left + (full * Math.min(max, Math.max(0, value))) / (max || 1);
  const bottom = topRoom + rows.length * rowHeight;
  const drawn = rows.map((row, at) => {
    const top = topRoom + at * rowHeight + (rowHeight - barHeight) / 2;
    const baseline = top + barHeight - 3;
    const weight = row.mark === 'mean' ? 'bold' : undefined;
    const name = words(clipped(row.name, left - gap), {
      x: left - gap,
      y: baseline,
      'text-anchor': 'end',
      'font-weight': weight,
    });
    const end = row.value === null ? left : xOf(row.value);
    const bar =
      row.value === null
        ? ''
        : shape('rect', {
            x: left,
            y: top,
            width: Math.max(1, end - left),
            height: barHeight,
            ...looks[row.mark ?? 'plain'],
          });
    return `${name}${bar}${words(row.words, { x: end + gap, y: baseline, 'font-weight': weight })}`;
  });
  const axis = shape('path', { d: `M${left} ${topRoom}V${bottom}`, stroke: '#000' });
  const line =
    target === undefined
      ? ''
      : shape('path', { d: `M${xOf(target)} ${topRoom - 4}V${bottom}`, stroke: '#000', 'stroke-dasharray': '5 3' }) +
        words(`${String(target).replace('.', ',')}${unit && `\u00a0${unit}`}`, {
          x: xOf(target),
          y: topRoom - 8,
          'text-anchor': 'middle',
          'font-size': 12,
        });
  // under the words of a bar that ends at the target the dashed line would strike them through
  return picture({ title, alt, width, height: bottom + 6 }, line + drawn.join('') + axis);
}
