import type { Diagram } from '../reports/diagram.ts';
import { drawBars } from './draw-bars.ts';
import { drawLines } from './draw-lines.ts';
import { drawStacked } from './draw-stacked.ts';
import { drawSteps } from './draw-steps.ts';

/**
 * DG1: the SVG text of a diagram, `width` units wide, the same on a screen, on paper and from the command line: nothing but
 * greys and patterns, its looks in attributes, its title and its words for those who do not see it inside.
 */
export function drawDiagram(diagram: Diagram, { width }: { width: number }): string {
  switch (diagram.kind) {
    case 'bars':
      return drawBars(diagram, width);
    case 'lines':
      return drawLines(diagram, width);
    case 'steps':
      return drawSteps(diagram, width);
    case 'stacked':
      return drawStacked(diagram, width);
  }
}

/** The height of a drawn diagram for a width of one: every picture keeps its shape. */
export function shapeOf(svg: string): number {
  const [, width = '1', height = '1'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return Number(height) / Number(width);
}
