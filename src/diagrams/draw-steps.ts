import type { Diagram } from '../reports/diagram.ts';
import { picture, shape, words } from './svg.ts';

type Steps = Extract<Diagram, { kind: 'steps' }>;

const topRoom = 20;
const plotHeight = 90;
const dayInMs = 86_400_000;

const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayInMs;
const shortDay = (day: string): string => `${day.slice(8)}.${day.slice(5, 7)}`;

/** DG4: a line that climbs with every delivery up to all of them; the last day is a dashed upright. */
export function drawSteps({ title, alt, days, of, due }: Steps, width: number): string {
  const known = [...days.map(({ day }) => day), ...(due ? [due] : [])].sort();
  const [first = due ?? '', last = first] = [known[0], known.at(-1)];
  const bottom = topRoom + plotHeight;
  const [left, right] = [8, width - 40];
  const span = Math.max(1, numberOf(last) - numberOf(first));
  const xOf = (day: string): number => left + ((right - left) * (numberOf(day) - numberOf(first))) / span;
  const yOf = (count: number): number => bottom - (plotHeight * count) / Math.max(1, of);
  const climb = days.map(({ day, count }) => `H${xOf(day)}V${yOf(count)}`).join('');
  const end = days.at(-1);
  const drawn = [
    shape('path', { d: `M${left} ${bottom}H${right}M${left} ${topRoom}H${right}`, stroke: '#bbb' }),
    words(String(of), { x: left, y: topRoom - 6, 'font-size': 12 }),
    shape('path', { d: `M${left} ${bottom}${climb}`, fill: 'none', stroke: '#000', 'stroke-width': 3 }),
    end ? words(String(end.count), { x: xOf(end.day) + 6, y: yOf(end.count) + 4, 'font-weight': 'bold' }) : '',
    words(first === '' ? '' : shortDay(first), { x: left, y: bottom + 16, 'font-size': 12 }),
    due
      ? shape('path', { d: `M${xOf(due)} ${topRoom - 12}V${bottom}`, stroke: '#000', 'stroke-dasharray': '5 3' }) +
        words(shortDay(due), { x: xOf(due), y: bottom + 16, 'text-anchor': 'middle', 'font-size': 12 })
      : '',
  ];
  return picture({ title, alt, width, height: bottom + 24 }, drawn.join(''));
}
