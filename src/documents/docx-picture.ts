import { ImageRun, Paragraph } from 'docx';
import { drawDiagram, shapeOf } from '../diagrams/draw-diagram.ts';
import type { Diagram } from '../reports/diagram.ts';
import { pictureWidth } from './paper.ts';

/** The picture of a diagram in dots, as a PNG. */
export type PictureOf = (diagram: Diagram) => Uint8Array;

/** One empty dot, where nobody could make a picture in dots: the drawn one stands there all the same. */
export const blankPicture = Uint8Array.from([
  137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 31, 21, 196, 137,
  0, 0, 0, 13, 73, 68, 65, 84, 120, 156, 99, 248, 255, 255, 255, 127, 0, 9, 251, 3, 253, 5, 67, 69, 202, 0, 0, 0, 0, 73,
  69, 78, 68, 174, 66, 96, 130,
]);

/** Letters outside ASCII as numbers, so that every letter is one byte. */
const bytesOf = (svg: string): Uint8Array =>
  Uint8Array.from(
    svg.replace(/[^\x20-\x7e]/gu, (letter) => `&#${letter.codePointAt(0)};`),
    (letter) => letter.charCodeAt(0),
  );

/** DC11: a diagram as wide as the page (points), with its words for those who do not see it. */
export function diagramPicture(diagram: Diagram, width: number, png: Uint8Array): Paragraph {
  const svg = drawDiagram(diagram, { width: pictureWidth });
  const dots = (width * 96) / 72;
  const transformation = { width: Math.round(dots), height: Math.round(dots * shapeOf(svg)) };
  const picture = new ImageRun({
    type: 'svg',
    data: bytesOf(svg),
    fallback: { type: 'png', data: png },
    transformation,
    altText: { name: diagram.title, title: diagram.title, description: diagram.alt },
  });
  return new Paragraph({ children: [picture] });
}
