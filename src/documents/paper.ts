import type { Diagram } from '../reports/diagram.ts';
import type { ReportDocument, Section } from '../reports/report-document.ts';

/** What all documents look like: the one place to change the typeface, the sizes (points) and the margins (millimetres). */
export const paper = {
  font: 'Times New Roman',
  /** its letters are equally wide, so a bar always fits */
  barFont: 'Courier New',
  width: 210,
  height: 297,
  flow: { size: 12, margin: { top: 20, right: 10, bottom: 20, left: 20 } },
  onePage: { sizes: [11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7], margin: { top: 10, right: 10, bottom: 10, left: 15 } },
  /** a letterhead's picture is at most so high, millimetres */
  letterhead: 35,
  shade: 'F2F2F2',
  bar: '595959',
};

/** What a municipality sets otherwise; what is absent is as above. */
export type DocumentSettings = {
  font?: string;
  /** points */
  size?: number;
  /** millimetres */
  margins?: Partial<(typeof paper)['flow']['margin']>;
  letterhead?: { picture?: LetterheadImage; lines: readonly string[] };
};

/** A picture and its size in pixels. */
export type LetterheadImage = { type: 'image/png' | 'image/jpeg'; base64: string; width: number; height: number };

/** Sizes in points, margins in millimetres. */
export type Look = {
  text: number;
  large: number;
  title: number;
  heading: number;
  table: number;
  small: number;
  /** a one-page section keeps its blocks close together */
  gap: number;
  margin: { top: number; right: number; bottom: number; left: number };
  /** diagrams as PNG, where somebody could make them */
  pictures?: ReadonlyMap<Diagram, Picture>;
};

/** A PNG and the size in points it is shown in. */
export type Picture = { png: Uint8Array; width: number; height: number };

export const pointsOf = (millimetres: number): number => (millimetres * 72) / 25.4;

/** The sizes that follow from the size of the text: 12 gives 14 for headings and large text. */
export const lookOf = (text: number, fit: Section['fit'], margins: DocumentSettings['margins'] = {}): Look => ({
  text,
  large: text * (14 / 12),
  title: text * (fit === 'flow' ? 14 / 12 : 1.35),
  heading: text * (fit === 'flow' ? 1 : 1.1),
  table: fit === 'flow' ? text - 1 : text - 0.5,
  small: Math.max(6.5, text - 2),
  gap: fit === 'flow' ? 6 : 3,
  margin: fit === 'flow' ? { ...paper.flow.margin, ...margins } : paper.onePage.margin,
});

/** The sides of an upright sheet, in millimetres. */
export const sheetOf = (size: Section['paper']): { width: number; height: number } =>
  size === 'a3' ? { width: paper.height, height: 2 * paper.width } : { width: paper.width, height: paper.height };

/** Width and height of the page inside the margins, in points. */
export function printable(
  page: ReportDocument['page'],
  margin: Look['margin'],
  size?: Section['paper'],
): { width: number; height: number } {
  const upright = sheetOf(size);
  const [width, height] = page === 'portrait' ? [upright.width, upright.height] : [upright.height, upright.width];
  return { width: pointsOf(width - margin.left - margin.right), height: pointsOf(height - margin.top - margin.bottom) };
}
