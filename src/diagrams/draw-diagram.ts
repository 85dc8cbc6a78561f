import type { Diagram } from '../reports/diagram.ts';
import { drawBars, drawStacked } from './draw-bars.ts';
import { drawLines, drawSteps } from './draw-lines.ts';
import { type Drawing, fontSize, rounded, type Shape, shape, svgText, words } from './shape.ts';

const titleHigh = 26;

/** Slanting lines, for what has to be seen in a grey copy too. */
const stripes = shape(
  'defs',
  {},
  shape(
    'pattern',
    { id: 'stripes', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    shape('rect', { width: 5, height: 5, fill: '#ffffff' }),
    shape('rect', { width: 2.5, height: 5, fill: '#000000' }),
  ),
);

function drawingOf(diagram: Diagram, width: number): Drawing {
  switch (diagram.kind) {
    case 'bars':
      return drawBars(diagram, width);
    case 'stacked':
      return drawStacked(diagram, width);
    case 'lines':
      return drawLines(diagram, width);
    case 'steps':
      return drawSteps(diagram, width);
  }
}

/** DG1: the shapes of a diagram `width` pixels wide, for a page that builds its own elements; title and alternative text in it. */
export function diagramShape(diagram: Diagram, { width }: { width: number }): Shape {
  const { shapes, height } = drawingOf(diagram, width);
  const whole = Math.ceil(height + titleHigh);
  return shape(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      class: 'diagram',
      viewBox: `0 0 ${rounded(width)} ${whole}`,
      width: rounded(width),
      height: whole,
      'font-family': "Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif",
      'font-size': fontSize,
    },
    shape('title', {}, diagram.title),
    shape('desc', {}, diagram.alt),
    stripes,
    shape('rect', { width: rounded(width), height: whole, fill: '#ffffff' }),
    words(diagram.title, 0, 11, { bold: true }),
    shape('g', { transform: `translate(0 ${titleHigh})` }, ...shapes),
  );
}

/** DG1: a diagram as SVG text, the same wherever it is drawn; `width` in pixels of 1/96 inch, the height follows. */
export const drawDiagram = (diagram: Diagram, { width }: { width: number }): string =>
  svgText(diagramShape(diagram, { width }));

/** The size of a drawing in pixels, as the text of `drawDiagram` tells it. */
export function sizeOfSvg(svg: string): { width: number; height: number } {
  const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) (\d+)"/.exec(svg) ?? []).map(Number);
  return { width, height };
}
