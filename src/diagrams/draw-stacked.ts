import type { Diagram } from '../reports/diagram.ts';
import { clipped, picture, shape, widthOf, words } from './svg.ts';

type Stacked = Extract<Diagram, { kind: 'stacked' }>;

const rowHeight = 30;
const barHeight = 20;
const gap = 8;
const fills = ['#fff', '#ccc', '#888', '#333'] as const;

/** DG5: each row as long as every other, its parts from light to dark with their number inside; what a shade means stands below. */
export function drawStacked({ title, alt, rows }: Stacked, width: number): string {
  const left = Math.min(width * 0.34, Math.max(0, ...rows.map(({ name }) => widthOf(name)))) + gap;
  const full = width - left - gap;
  const drawn = rows.map(({ name, parts }, at) => {
    const top = at * rowHeight + (rowHeight - barHeight) / 2;
    const baseline = top + barHeight - 6;
    const sum = parts.reduce((total, part) => total + part.value, 0) || 1;
    let x = left;
    const bars = parts.map(({ value, shade }) => {
      const long = (full * value) / sum;
      const from = x;
      x += long;
      if (value === 0) return '';
      const bar = shape('rect', {
        x: from,
        y: top,
        width: long,
        height: barHeight,
        fill: fills[shade],
        stroke: '#000',
      });
      const number = String(value);
      if (widthOf(number) > long) return bar;
      const look = { x: from + long / 2, y: baseline, 'text-anchor': 'middle', fill: shade === 3 ? '#fff' : '#000' };
      return bar + words(number, look);
    });
    return words(clipped(name, left - gap), { x: left - gap, y: baseline, 'text-anchor': 'end' }) + bars.join('');
  });
  const meanings = new Map(rows.flatMap(({ parts }) => parts.map((part) => [part.words, part.shade] as const)));
  const legend: string[] = [];
  let [x, y] = [left, rows.length * rowHeight + 16];
  for (const [text, shade] of meanings) {
    const long = 20 + widthOf(text) + 2 * gap;
    if (x > left && x + long > width) [x, y] = [left, y + 22];
    legend.push(shape('rect', { x, y: y - 11, width: 14, height: 12, fill: fills[shade], stroke: '#000' }));
    legend.push(words(text, { x: x + 20, y, 'font-size': 12 }));
    x += long;
  }
  return picture({ title, alt, width, height: y + 8 }, [...drawn, ...legend].join(''));
}
