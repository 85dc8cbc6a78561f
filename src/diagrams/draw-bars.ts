import type { Diagram, DiagramBar } from '../reports/diagram.ts';
import { diagramWords } from '../texts/diagrams.ts';
import { type Drawing, ink, rounded, type Shape, shape, soft, stroke, wideOf, words, wrapTo } from './shape.ts';

type Bars = Extract<Diagram, { kind: 'bars' }>;
type Stacked = Extract<Diagram, { kind: 'stacked' }>;

const step = 20;
const thick = 12;
const lineHigh = 14;

/** DG2: where rows stand whose names take one line or two: the middle of each, and where the last ends. */
function rowsBelow(names: readonly string[], left: number): { names: string[][]; middles: number[]; bottom: number } {
  let bottom = 0;
  const lines = names.map((name) => wrapTo(name, left - 8));
  const middles = lines.map(({ length }) => {
    const high = step + (length - 1) * lineHigh;
    bottom += high;
    return bottom - high / 2;
  });
  return { names: lines, middles, bottom };
}

const nameWords = (lines: readonly string[] = [], left: number, middle: number, bold = false): Shape[] =>
  lines.map((line, at) =>
    words(line, left - 6, middle + (at - (lines.length - 1) / 2) * lineHigh, { anchor: 'end', bold }),
  );

/** How wide the names on the left may be: as the longest, at most two fifths of the drawing. */
const namesWide = (names: readonly string[], width: number): number =>
  Math.min(width * 0.4, Math.max(0, ...names.map(wideOf)) + 10);

/** What fills a bar, told apart without colour: stripes, dots and shades are drawn by `patterns`. */
const fillOf: Record<NonNullable<DiagramBar['mark']> | 'none', string> = {
  none: '#8c8c8c',
  good: '#404040',
  mean: '#ffffff',
  blocked: 'url(#stripes)',
};

/** DG2: names on the left, values at the ends of the bars; mean and target as dashed lines through all of them. */
export function drawBars(diagram: Bars, width: number): Drawing {
  const { rows, max, mean, target } = diagram;
  const left = namesWide([...rows.map(({ name }) => name), mean?.name ?? ''], width);
  const ends = Math.max(0, ...[...rows, ...(mean ? [mean] : [])].map((row) => wideOf(row.words))) + 8;
  const across = Math.max(40, width - left - ends);
  const all: DiagramBar[] = mean ? [...rows, { ...mean, mark: 'mean' }] : rows;
  const long = (value: number): number => (max > 0 ? (across * Math.min(max, Math.max(0, value))) / max : 0);
  const { names, middles, bottom } = rowsBelow(
    all.map(({ name }) => name),
    left,
  );
  const shapes: Shape[] = all.flatMap((row, index) => {
    const middle = middles[index] ?? 0;
    const length = long(row.value ?? 0);
    const bar = shape('rect', {
      x: rounded(left),
      y: middle - thick / 2,
      width: rounded(length),
      height: thick,
      fill: fillOf[row.mark ?? 'none'],
      stroke: ink,
      'stroke-width': 0.75,
    });
    return [...nameWords(names[index], left, middle, row.mark === 'mean'), ...(row.value === null ? [] : [bar])];
  });
  const upright = (value: number, dash: string): Shape =>
    stroke([[left + long(value), 0] as const, [left + long(value), bottom] as const], { dash });
  // over the lines, so that none of them crosses a value
  const values = all.map((row, index) =>
    words(row.words, left + long(row.value ?? 0) + 5, middles[index] ?? 0, {
      bold: row.mark === 'mean',
      halo: true,
      fill: row.value === null ? soft : ink,
    }),
  );
  const axis = stroke([[left, 0] as const, [left, bottom] as const]);
  const targetWords =
    target === undefined ? [] : [words(diagramWords.target(target, diagram.unit), left, bottom + 12, { fill: soft })];
  return {
    shapes: [
      axis,
      ...shapes,
      ...(mean ? [upright(mean.value, '2 3')] : []),
      ...(target === undefined ? [] : [upright(target, '8 4')]),
      ...values,
      ...targetWords,
    ],
    height: bottom + (target === undefined ? 2 : 24),
  };
}

const shades = ['#ffffff', '#d0d0d0', '#8c8c8c', '#404040'] as const;

/** DG2: each row its whole width, divided; a part too narrow for its number goes without it, for the table has it. */
export function drawStacked(diagram: Stacked, width: number): Drawing {
  const left = namesWide(
    diagram.rows.map(({ name }) => name),
    width,
  );
  const across = width - left - 4;
  const { names, middles, bottom } = rowsBelow(
    diagram.rows.map(({ name }) => name),
    left,
  );
  const bars = diagram.rows.flatMap(({ parts }, index) => {
    const middle = middles[index] ?? 0;
    const sum = parts.reduce((total, { value }) => total + value, 0);
    let from = left;
    const drawn = parts.flatMap(({ value, shade }) => {
      const wide = sum > 0 ? (across * value) / sum : 0;
      const x = from;
      from += wide;
      const box = { x: rounded(x), y: middle - 8, width: rounded(wide), height: 16, fill: shades[shade], stroke: ink };
      const figure = String(rounded(value)).replace('.', ',');
      const fits = wide > wideOf(figure) + 4;
      const fill = shade > 1 ? '#ffffff' : ink;
      return wide === 0
        ? []
        : [
            shape('rect', box),
            ...(fits
              ? [words(figure, x + wide / 2, middle, { anchor: 'middle', fill: shade === 2 ? ink : fill })]
              : []),
          ];
    });
    return [...nameWords(names[index], left, middle), ...drawn];
  });
  const legend = legendOf(diagram, width, bottom + 14);
  return { shapes: [...bars, ...legend.shapes], height: legend.height };
}

/** The words of every shade, in rows under the bars. */
function legendOf(diagram: Stacked, width: number, top: number): Drawing {
  const known = new Map(diagram.rows.flatMap(({ parts }) => parts.map((part) => [part.words, part.shade] as const)));
  let x = 0;
  let y = top;
  const shapes = [...known].flatMap(([text, shade]) => {
    const wide = wideOf(text) + 32;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += 18;
    }
    const at = x;
    x += wide;
    return [
      shape('rect', { x: at + 1, y: y - 6, width: 12, height: 12, fill: shades[shade], stroke: ink }),
      words(text, at + 18, y),
    ];
  });
  return { shapes, height: y + 12 };
}
