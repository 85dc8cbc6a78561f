import { type WriteSheet, writeXlsx as writeWorkbook } from 'hucre/xlsx';
import type { ReportDocument, Section } from '../reports/report-document.ts';
import { cleanDocument } from './clean-document.ts';
import { paper } from './paper.ts';
import { sheetNames } from './sheet-names.ts';
import { addBlocks } from './xlsx-blocks.ts';
import { gridOf, mainTable, spansOf } from './xlsx-grid.ts';
import { pageBreaks } from './xlsx-page-breaks.ts';
import { letterOf, type PieceLook, sheetFont, thin, XlsxSheet } from './xlsx-sheet.ts';

/** Heads stay in sight when little stands above them. */
const mostRowsAbove = 8;
const millimetresInInch = 25.4;

const inches = (millimetres: number): number => millimetres / millimetresInInch;

/** In the middle; of a sheet wider than a screen where its first columns are. */
const titleLook = ({ paper: size }: Section): PieceLook => ({
  bold: true,
  size: sheetFont + 3,
  ...(size === undefined && { align: 'center' }),
});

function sheetOf(
  section: Section,
  name: string,
  documentPage: ReportDocument['page'],
): { sheet: WriteSheet; printed: string; titles?: string } {
  const named = `'${name.replaceAll("'", "''")}'!`;
  const page = section.page ?? documentPage;
  const sheet = new XlsxSheet(gridOf(section, page));
  const wide = sheet.columnCount;
  sheet.addHead([{ cell: section.title, span: wide, look: titleLook(section) }], 24);
  const main = mainTable(section);
  const heads = addBlocks(sheet, section.blocks).find(
    ({ table, first, last }) => table === main && first <= mostRowsAbove && last >= first,
  );
  const small = { size: sheetFont - 2, border: { top: thin } };
  const [leftSpan = 1, rightSpan = 1] = spansOf(sheet.widths, [60, 40]);
  sheet.addRow([
    { cell: section.footer.left, span: leftSpan, look: small },
    { cell: section.footer.right, span: rightSpan, look: { ...small, align: 'end' } },
  ]);
  const { margin } = section.fit === 'one-page' ? paper.onePage : paper.flow;
  return {
    sheet: {
      name,
      columns: sheet.widths.map((width) => ({ width: Math.round(width * 10) / 10 })),
      cells: sheet.cells,
      merges: sheet.merges,
      rowDefs: sheet.heights,
      view: { showGridLines: false },
      ...(heads && { freezePane: { rows: heads.last + 1, ...(main?.held && { columns: main.held }) } }),
      conditionalRules: sheet.bars.map((range, index) => ({
        type: 'dataBar',
        priority: index + 1,
        range,
        dataBar: {
          cfvo: [
            { type: 'num', value: '0' },
            { type: 'num', value: '100' },
          ],
          color: 'FFBFBFBF',
        },
      })),
      pageSetup: {
        paperSize: section.paper ?? 'a4',
        orientation: page,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: section.fit === 'one-page' ? 1 : 0,
        horizontalCentered: true,
        margins: {
          top: inches(margin.top),
          right: inches(margin.right),
          bottom: inches(margin.bottom),
          left: inches(margin.left),
          header: 0.2,
          footer: 0.2,
        },
      },
      // the library names the row above a break
      ...(section.fit === 'flow' && { rowBreaks: pageBreaks(sheet, page, section.paper, heads).map((row) => row - 1) }),
      headerFooter: { oddFooter: '&R&P / &N' },
    },
    printed: `${named}$A$1:$${letterOf(wide - 1)}$${sheet.rowCount}`,
    ...(heads && { titles: `${named}$${heads.first + 1}:$${heads.last + 1}` }),
  };
}

/** DC10: a section as what it says, and each of its tables by itself under its caption, or the heading it stood under. */
function tableParts(section: Section): Section[] {
  const rest = section.blocks.filter(({ kind }) => kind !== 'table');
  let heading = section.title;
  const tables = section.blocks.flatMap((block): Section[] => {
    if (block.kind === 'heading') heading = block.text;
    if (block.kind !== 'table') return [];
    const { running = heading, caption = running, ...table } = block;
    return [{ ...section, fit: 'flow', title: caption, blocks: [table] }];
  });
  return rest.length > 0 ? [{ ...section, blocks: rest }, ...tables] : tables;
}

/**
 * DC3, DC4: the bytes of an xlsx file: one sheet a section, numbers as numbers, everything else text and nothing a formula;
 * printed one page wide with the heads of a long table on every page.
 */
export async function writeXlsx(report: ReportDocument): Promise<Uint8Array> {
  const { title, page, sections, sheets: wished } = cleanDocument(report);
  const parts = wished === 'tables' ? sections.flatMap(tableParts) : sections;
  const names = sheetNames(parts.map((section) => section.title));
  const sheets = parts.map((section, index) => sheetOf(section, names[index] ?? '', page));
  return writeWorkbook({
    properties: { title },
    defaultFont: { name: paper.font, size: sheetFont },
    sheets: sheets.map(({ sheet }) => sheet),
    // named here and not by `printTitlesRow`: the library does not quote the name of a sheet
    namedRanges: sheets.flatMap(({ sheet: { name: scope }, printed, titles }) => [
      { name: '_xlnm.Print_Area', range: printed, scope },
      ...(titles ? [{ name: '_xlnm.Print_Titles', range: titles, scope }] : []),
    ]),
  });
}
