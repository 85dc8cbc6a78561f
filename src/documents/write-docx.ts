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
import { drawDiagram, sizeOfSvg } from '../diagrams/draw-diagram.ts';
import type { Diagram } from '../reports/diagram.ts';
import type { Block, ReportDocument, Section } from '../reports/report-document.ts';
import { cleanDocument } from './clean-document.ts';
import { docxBlocks } from './docx-blocks.ts';
import { cellOf, fixedTable, noBorders } from './docx-table.ts';
import { line, paragraph, twips } from './docx-text.ts';
import { fitSection } from './fit-section.ts';
import { diagramWidth, pointsWide } from './measure.ts';
import { type DocumentSettings, type Look, type Picture, paper, pointsOf, printable } from './paper.ts';
import { wordsOf } from './words.ts';

/** What the section says on the left and right, and the page's number of all pages. */
function footerOf(section: Section, width: number, size: number): Footer {
  const cellSides = 8;
  const numberWidth = pointsWide('99 / 99', size) + cellSides;
  const [leftWords, rightWords] = [section.footer.left, section.footer.right].map(
    (text) => pointsWide(wordsOf(text), size) + cellSides,
  ) as [number, number];
  // a short left side leaves its room to the right one
  const rightWidth = Math.min(Math.max(width / 3, width - numberWidth - leftWords), rightWords);
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

/** Makes a PNG of an SVG, so many pixels wide. */
export type ToPng = (svg: string, width: number) => Promise<Uint8Array>;

/** Twice as many dots as a screen has: sharp on paper. */
const sharpness = 2;

async function picturesOf(blocks: readonly Block[], width: number, toPng: ToPng): Promise<[Diagram, Picture][]> {
  const found: [Diagram, Picture][] = [];
  for (const block of blocks) {
    if (block.kind === 'box') found.push(...(await picturesOf(block.blocks, width, toPng)));
    if (block.kind === 'side-by-side')
      found.push(...(await picturesOf([...block.left, ...block.right], width / 2, toPng)));
    if (block.kind !== 'diagram') continue;
    const svg = drawDiagram(block.diagram, { width: diagramWidth(width) });
    const size = sizeOfSvg(svg);
    const png = await toPng(svg, size.width * sharpness);
    found.push([block.diagram, { png, width: (size.width * 72) / 96, height: (size.height * 72) / 96 }]);
  }
  return found;
}

async function sectionOf(
  section: Section,
  documentPage: ReportDocument['page'],
  settings: DocumentSettings,
  toPng?: ToPng,
): Promise<ISectionOptions> {
  const page = section.page ?? documentPage;
  const fitted = fitSection(section, page, settings);
  const { width } = printable(page, fitted.margin);
  const look = toPng ? { ...fitted, pictures: new Map(await picturesOf(section.blocks, width, toPng)) } : fitted;
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
    children: [...letterheadOf(settings, width, look), title, ...docxBlocks(section.blocks, width, look)],
  };
}

/** RE9: what stands above the title of the first page. */
function letterheadOf({ letterhead }: DocumentSettings, width: number, look: Look): Paragraph[] {
  if (!letterhead) return [];
  const { picture, lines } = letterhead;
  const head: Paragraph[] = [];
  if (picture) {
    const [widest, highest] = [(width * 96) / 72, (pointsOf(paper.letterhead) * 96) / 72];
    const scale = Math.min(1, widest / picture.width, highest / picture.height);
    const transformation = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
    const image = new ImageRun({
      type: picture.type === 'image/png' ? 'png' : 'jpg',
      data: picture.base64,
      transformation,
    });
    head.push(new Paragraph({ alignment: 'center', children: [image] }));
  }
  for (const line of lines) head.push(paragraph(line, { size: look.text, align: 'center' }));
  head.push(paragraph('', { size: look.text, after: look.gap }));
  return head;
}

/** DC2, DC5: the bytes of a docx file: A4, real headings and tables, footers with page numbers; nothing in it points outside. */
export async function writeDocx(
  report: ReportDocument,
  toPng?: ToPng,
  settings: DocumentSettings = {},
): Promise<Uint8Array> {
  const { title, page, sections } = cleanDocument(report);
  const { font = paper.font, size = paper.flow.size, letterhead, ...looks } = settings;
  const plain = { run: { font, color: '000000', bold: true } };
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: { run: { font, size: size * 2, language: { value: 'ru-RU' } } },
        heading1: plain,
        heading2: plain,
      },
    },
    sections: await Promise.all(
      sections.map((section, at) =>
        sectionOf(section, page, { ...looks, size, ...(at === 0 && letterhead ? { letterhead } : {}) }, toPng),
      ),
    ),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
