import { AlignmentType, type HeadingLevel, type IBorderOptions, Paragraph, TabStopType, TextRun } from 'docx';
import { runsOf, type Text } from '../reports/report-document.ts';
import { wordsOfRun } from './words.ts';

export type ParagraphLook = {
  /** points */
  size: number;
  /** points below */
  after?: number;
  /** points above */
  before?: number;
  bold?: boolean;
  align?: 'end' | 'center';
  keepNext?: boolean;
  /** `small` lines keep a drawn line above */
  lineAbove?: boolean;
  heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel];
  indent?: { left: number; hanging: number };
};

export const twips = (points: number): number => Math.round(points * 20);
const halfPoints = (points: number): number => Math.round(points * 2);

/** A thin black line. */
export const line: IBorderOptions = { style: 'single', size: 4, color: '000000', space: 0 };

/** The runs of a text; a line break in it is a line break in the paragraph. */
const runs = (text: Text, size: number, bold = false): TextRun[] =>
  runsOf(text).flatMap((run) => {
    const isBold = bold || (typeof run === 'object' && 'bold' in run);
    return wordsOfRun(run)
      .split('\n')
      .map(
        (words, index) =>
          new TextRun({ text: words, bold: isBold, size: halfPoints(size), ...(index > 0 && { break: 1 }) }),
      );
  });

/** One paragraph of a text. */
export function paragraph(text: Text, look: ParagraphLook): Paragraph {
  return new Paragraph({
    children: runs(text, look.size, look.bold),
    spacing: { before: twips(look.before ?? 0), after: twips(look.after ?? 0) },
    alignment:
      look.align === 'end' ? AlignmentType.END : look.align === 'center' ? AlignmentType.CENTER : AlignmentType.START,
    keepNext: look.keepNext ?? false,
    ...(look.lineAbove && { border: { top: line } }),
    ...(look.heading && { heading: look.heading }),
    ...(look.indent && { indent: { left: twips(look.indent.left), hanging: twips(look.indent.hanging) } }),
  });
}

/** Labels in one row, each followed by a line that ends where the next label begins; `width` in points. */
export function writeIn(labels: readonly string[], width: number, size: number, gap: number): Paragraph {
  const part = width / labels.length;
  const tabStops = labels.flatMap((_, index) => [
    {
      type: TabStopType.LEFT,
      position: twips(part * (index + 1) - (index + 1 < labels.length ? 10 : 0)),
      leader: 'underscore' as const,
    },
    ...(index + 1 < labels.length ? [{ type: TabStopType.LEFT, position: twips(part * (index + 1)) }] : []),
  ]);
  const texts = labels.map((label, index) => `${index > 0 ? '\t' : ''}${label}${label ? ' ' : ''}\t`);
  return new Paragraph({
    children: [new TextRun({ text: texts.join(''), size: halfPoints(size) })],
    spacing: { before: twips(gap * 2), after: twips(gap) },
    tabStops,
  });
}

/** What has to stand between two tables, or they would grow together; as low as the format allows. */
export const spacer = (points: number): Paragraph =>
  new Paragraph({
    children: [],
    spacing: { before: 0, after: 0, line: twips(Math.max(1, points)), lineRule: 'exact' },
  });
