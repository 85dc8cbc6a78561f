import { Resvg } from '@resvg/resvg-js';
import { drawDiagram } from '../diagrams/draw-diagram.ts';
import { pictureWidth } from '../documents/paper.ts';
import { diagramsIn, type ReportDocument } from '../reports/report-document.ts';

/** twice as many dots as a screen shows: sharp on paper */
const dotsWide = 1600;

/** DC11: every diagram of a document as a PNG, in print order, in the typefaces of this machine. */
export const picturesOf = (report: ReportDocument): Uint8Array[] =>
  diagramsIn(report).map((diagram) => {
    const svg = drawDiagram(diagram, { width: pictureWidth });
    return new Uint8Array(new Resvg(svg, { fitTo: { mode: 'width', value: dotsWide } }).render().asPng());
  });
