import type { Diagram, DiagramLines } from '../reports/diagram.ts';
import { diagramWords } from '../texts/diagrams.ts';
import { cutTo, type Drawing, pale, type Shape, soft, stroke, wideOf, words } from './shape.ts';

type Steps = Extract<Diagram, { kind: 'steps' }>;
type Point = readonly [number, number];
type Plot = { left: number; right: number; top: number; bottom: number };

const high = 240;
const mostTicks = 5;

/** A round step that divides a range into at most five. */
function tickStep(range: number): number {
  if (!(range > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(range / mostTicks));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => range / step <= mostTicks) ?? 10 * power;
}

/** The lines across with their figures on the left. */
function grid(plot: Plot, from: number, to: number): Shape[] {
  const step = tickStep(to - from);
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step - 1e-9) * step; tick <= to + step * 1e-9; tick += step)
    ticks.push(Number(tick.toFixed(6)));
  return ticks.flatMap((tick) => {
    const y = heightOf(plot, from, to)(tick);
    return [
      stroke(
        [
          [plot.left, y],
          [plot.right, y],
        ],
        { colour: pale, width: 0.5 },
      ),
      words(String(tick).replace('.', ','), plot.left - 6, y, { anchor: 'end', fill: soft }),
    ];
  });
}

const heightOf =
  ({ top, bottom }: Plot, from: number, to: number) =>
  (value: number): number =>
    bottom - ((bottom - top) * (Math.min(to, Math.max(from, value)) - from)) / (to - from || 1);

/** Labels under the columns, so many left out that none touches the next. */
function labels(texts: readonly string[], plot: Plot, across: (index: number) => number): Shape[] {
  const widest = Math.max(0, ...texts.map(wideOf)) + 8;
  const every = Math.max(1, Math.ceil((widest * texts.length) / Math.max(1, plot.right - plot.left)));
  return texts.flatMap((text, index) =>
    index % every === 0 ? [words(text, across(index), plot.bottom + 12, { anchor: 'middle', fill: soft })] : [],
  );
}

/** The stretches of a series between its gaps. */
function stretches(values: readonly (number | null)[], at: (index: number, value: number) => Point): Point[][] {
  const found: Point[][] = [[]];
  for (const [index, value] of values.entries()) {
    if (value === null) found.push([]);
    else found.at(-1)?.push(at(index, value));
  }
  return found.filter((points) => points.length > 0);
}

/** DG3: every school a thin grey line, the mean bold, lowest and highest dashed, the target in long dashes; those four are named. */
export function drawLines(diagram: DiagramLines, width: number): Drawing {
  const { columns, series, mean, lowest, highest, from, to, target } = diagram;
  const plot: Plot = { left: 44, right: width - 24, top: 8, bottom: high };
  const across = (index: number): number =>
    columns.length < 2
      ? (plot.left + plot.right) / 2
      : plot.left + ((plot.right - plot.left) * index) / (columns.length - 1);
  const y = heightOf(plot, from, to);
  const linesOf = (values: readonly (number | null)[], look: Parameters<typeof stroke>[1]): Shape[] =>
    stretches(values, (index, value) => [across(index), y(value)]).map((points) => stroke(points, look));
  const named = [
    { text: diagramWords.mean, values: mean, look: { width: 3 } },
    { text: diagramWords.highest, values: highest, look: { width: 1.5, dash: '6 3' } },
    { text: diagramWords.lowest, values: lowest, look: { width: 1.5, dash: '2 3' } },
    ...(target === undefined
      ? []
      : [{ text: diagramWords.target(target), values: columns.map(() => target), look: { width: 1.5, dash: '14 5' } }]),
  ];
  const keys = [
    ...(series.length > 0 ? [{ text: diagramWords.each, look: { colour: '#8c8c8c', width: 0.75 } }] : []),
    ...named,
  ];
  const key = keyOf(keys, width, plot.bottom + 34);
  return {
    shapes: [
      ...grid(plot, from, to),
      ...labels(columns, plot, across),
      ...series.flatMap(({ values }) => linesOf(values, { colour: '#8c8c8c', width: 0.75 })),
      ...named.flatMap(({ values, look }) => linesOf(values, look)),
      ...key.shapes,
    ],
    height: key.height,
  };
}

/** A piece of each line with what it means. */
function keyOf(
  keys: readonly { text: string; look: Parameters<typeof stroke>[1] }[],
  width: number,
  top: number,
): Drawing {
  let x = 0;
  let y = top;
  const shapes = keys.flatMap(({ text, look }) => {
    const wide = wideOf(text) + 52;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += 18;
    }
    const at = x;
    x += wide;
    return [
      stroke(
        [
          [at, y],
          [at + 30, y],
        ],
        look,
      ),
      words(cutTo(text, width - 40), at + 36, y),
    ];
  });
  return { shapes, height: y + 12 };
}

const dayNumber = (day: string): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // days since a March long ago: leap days fall on the end of a year
  const shifted = month < 3 ? year - 1 : year;
  return (
    365 * shifted +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    Math.floor((153 * ((month + 9) % 12) + 2) / 5) +
    date
  );
};

/** DG4: the number delivered goes up in steps by the calendar; the last day stands upright, all of them is a dashed line. */
export function drawSteps(diagram: Steps, width: number): Drawing {
  const { days, of, due } = diagram;
  const plot: Plot = { left: 44, right: width - 36, top: 20, bottom: high };
  const known = [...days.map(({ day }) => day), ...(due ? [due] : [])].sort();
  const first = dayNumber(known[0] ?? '');
  const last = Math.max(first + 1, dayNumber(known.at(-1) ?? ''));
  const across = (day: string): number =>
    plot.left + ((plot.right - plot.left) * (dayNumber(day) - first)) / (last - first);
  const y = heightOf(plot, 0, Math.max(1, of));
  const points = days.flatMap(({ day, count }, index): Point[] => [
    ...(index > 0 ? [[across(day), y(days[index - 1]?.count ?? 0)] as Point] : []),
    [across(day), y(count)],
  ]);
  const final = days.at(-1);
  const dueLine = due
    ? [
        stroke(
          [
            [across(due), plot.top],
            [across(due), plot.bottom],
          ],
          { dash: '6 3' },
        ),
        words(diagramWords.due(due), across(due), plot.top - 10, { anchor: across(due) > width / 2 ? 'end' : 'start' }),
      ]
    : [];
  const spread = labels([...new Set(known)].map(diagramWords.day), plot, (index) =>
    across([...new Set(known)][index] ?? ''),
  );
  return {
    shapes: [
      ...grid(plot, 0, Math.max(1, of)),
      stroke(
        [
          [plot.left, y(of)],
          [plot.right, y(of)],
        ],
        { dash: '2 3' },
      ),
      ...dueLine,
      ...(points.length > 0 ? [stroke(points, { width: 2.5 })] : []),
      ...(final ? [words(String(final.count), across(final.day) + 6, y(final.count) - 8, { bold: true })] : []),
      ...spread,
    ],
    height: plot.bottom + 26,
  };
}
