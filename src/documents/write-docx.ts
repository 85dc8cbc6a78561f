import {
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TableRow,
  TextRun,
} from 'docx';
import { diagramsIn, type ReportDocument, type Section } from '../reports/report-document.ts';
import { cleanDocument } from './clean-document.ts';
import type { WriteOptions } from './documents.ts';
import { docxBlocks } from './docx-blocks.ts';
import { blankPicture, type PictureOf } from './docx-picture.ts';
import { cellOf, fixedTable, noBorders } from './docx-table.ts';
import { line, paragraph, twips } from './docx-text.ts';
import { fitSection } from './fit-section.ts';
import { pointsWide } from './measure.ts';
import {
  type DocumentSettings,
  type Letterhead,
  type Look,
  paper,
  plainSettings,
  pointsOf,
  printable,
} from './paper.ts';
import { wordsOf } from './words.ts';

/** What the section says on the left and right, and the page's number of all pages. */
function footerOf(section: Section, width: number, size: number): Footer {
  const cellSides = 8;
  const numberWidth = pointsWide('99 / 99', size) + cellSides;
  const rightWidth = Math.min(width / 3, pointsWide(wordsOf(section.footer.right), size) + cellSides);
  const widths = [width - rightWidth - numberWidth, rightWidth, numberWidth];
  const number = new TextRun({
    children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
    size: Math.round(size * 2),
  });
  const cells = [
    cellOf([paragraph(section.footer.left, { size })], widths[0] ?? 0),
    cellOf([paragraph(section.footer.right, { size, align: 'end' })], widths[1] ?? 0),
    cellOf([new Paragraph({ children: [number], alignment: 'end' })], widths[2] ?? 0),
  ];
  return new Footer({
    children: [fixedTable(widths, [new TableRow({ children: cells })], { ...noBorders, top: line })],
  });
}

const twipsOfMillimetres = (millimetres: number): number => twips(pointsOf(millimetres));

function pageOf(page: ReportDocument['page'], { margin }: Look) {
  return {
    // the library turns the sides of a landscape page round by itself
    size: {
      width: twipsOfMillimetres(paper.width),
      height: twipsOfMillimetres(paper.height),
      orientation: page === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: twipsOfMillimetres(margin.top),
      right: twipsOfMillimetres(margin.right),
      bottom: twipsOfMillimetres(margin.bottom),
      left: twipsOfMillimetres(margin.left),
      header: twipsOfMillimetres(5),
      footer: twipsOfMillimetres(Math.min(8, margin.bottom / 2)),
    },
  };
}

/** The municipality's own head of the first page. */
function letterheadOf({ bytes, type, width, height }: Letterhead): Paragraph {
  const size = (millimetres: number): number => (pointsOf(millimetres) * 96) / 72;
  const picture = new ImageRun({ type, data: bytes, transformation: { width: size(width), height: size(height) } });
  return new Paragraph({ alignment: 'center', children: [picture] });
}

function sectionOf(section: Section, page: ReportDocument['page'], made: Made): ISectionOptions {
  const look = fitSection(section, page, made.settings);
  const { width } = printable(page, look.margin);
  const title = paragraph(section.title, {
    size: look.title,
    bold: true,
    align: 'center',
    after: look.gap,
    keepNext: true,
    heading: HeadingLevel.HEADING_1,
  });
  return {
    properties: { type: SectionType.NEXT_PAGE, page: pageOf(page, look) },
    footers: { default: footerOf(section, width, look.small) },
    children: [title, ...docxBlocks(section.blocks, width, look, made.pictureOf)],
  };
}

type Made = { settings: DocumentSettings; pictureOf: PictureOf };

/**
 * DC2, DC5: the bytes of a docx file: A4, real headings and tables, footers with page numbers; nothing in it points outside.
 * DC11: a diagram is a picture twice over, as it was drawn and, for programs that show no such pictures, in dots.
 */
export async function writeDocx(report: ReportDocument, options: WriteOptions = {}): Promise<Uint8Array> {
  const { settings = plainSettings, pictures = [] } = options;
  const clean = cleanDocument(report);
  const { title, page, sections } = clean;
  const byDiagram = new Map(diagramsIn(clean).map((diagram, at) => [diagram, pictures[at] ?? blankPicture]));
  const made: Made = { settings, pictureOf: (diagram) => byDiagram.get(diagram) ?? blankPicture };
  const letterhead = settings.letterhead ? [letterheadOf(settings.letterhead)] : [];
  const plain = { run: { font: settings.font, color: '000000', bold: true } };
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: { run: { font: settings.font, size: settings.size * 2, language: { value: 'ru-RU' } } },
        heading1: plain,
        heading2: plain,
      },
    },
    sections: sections.map((section, at) => {
      const { children, ...rest } = sectionOf(section, page, made);
      return { ...rest, children: at === 0 ? [...letterhead, ...children] : children };
    }),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
