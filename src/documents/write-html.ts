import { drawDiagram } from '../diagrams/draw-diagram.ts';
import {
  type Block,
  type Cell,
  type ReportDocument,
  type Run,
  runsOf,
  type Section,
  type Text,
} from '../reports/report-document.ts';
import { cleanDocument } from './clean-document.ts';
import { fitSection, tableSize } from './fit-section.ts';
import { htmlStyle, htmlStyleHash, sizeClass } from './html-style.ts';
import { columnWidths, diagramWidth, hasHeads, lettersIn, type Table } from './measure.ts';
import { type Look, printable } from './paper.ts';
import { isBar, textOfCell } from './words.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');

function runHtml(run: Run): string {
  if (typeof run === 'string') return escaped(run);
  if ('bold' in run) return `<b>${escaped(run.bold)}</b>`;
  if ('line' in run) return '<span class="line">\u00a0</span>';
  return `<span class="tick"><span class="square"></span>${escaped(run.tick)}</span>`;
}

const textHtml = (text: Text): string => runsOf(text).map(runHtml).join('');

/** A bar beside its number, so it says nothing to those who hear the page. */
const barHtml = (value: number): string =>
  `<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="bar" width="${Math.min(100, Math.max(0, value))}" height="8"/></svg>`;

const cellHtml = (cell: Cell): string => (isBar(cell) ? barHtml(cell.bar) : textHtml(textOfCell(cell)));

function tableHtml(table: Table, width: number, look: Look): string {
  const size = tableSize(table, width, look);
  const classes = table.columns.map((column) =>
    [column.align ?? '', column.keep ? 'keep' : ''].filter(Boolean).join(' '),
  );
  const widths = columnWidths(table, lettersIn(width, size)).map((part) => (100 * part) / lettersIn(width, size));
  const columns = widths.map((part) => `<col width="${part.toFixed(2)}%">`).join('');
  const rowHtml = (cells: readonly Cell[]): string =>
    table.columns
      .map(
        (_, index) => `<td${classes[index] ? ` class="${classes[index]}"` : ''}>${cellHtml(cells[index] ?? '')}</td>`,
      )
      .join('');
  const running = table.running
    ? `<tr><th class="running" colspan="${table.columns.length}">${escaped(table.running)}</th></tr>`
    : '';
  const heads = table.columns
    .map(({ title, turned }) =>
      turned
        ? `<th scope="col" class="turned"><span>${escaped(title)}</span></th>`
        : `<th scope="col">${escaped(title)}</th>`,
    )
    .join('');
  const numbers = table.columns.map((_, index) => `<td>${index + 1}</td>`).join('');
  const head =
    running +
    (hasHeads(table) ? `<tr>${heads}</tr>` : '') +
    (table.numbered ? `<tr class="numbers">${numbers}</tr>` : '');
  const rows = table.rows
    .map((row, at) => {
      const apart = table.apart?.[at];
      if (apart === 'across')
        return `<tr class="across"><th colspan="${table.columns.length}">${cellHtml(row[0] ?? '')}</th></tr>`;
      return `<tr${apart ? ' class="total"' : ''}>${rowHtml(row)}</tr>`;
    })
    .join('');
  const total = table.total ? `<tr class="total">${rowHtml(table.total)}</tr>` : '';
  const kind = `${sizeClass(size)}${table.byHand ? ' by-hand' : ''}`;
  const caption = table.caption ? `<caption>${escaped(table.caption)}</caption>` : '';
  return `<table class="${kind}">${caption}<colgroup>${columns}</colgroup>${head && `<thead>${head}</thead>`}<tbody>${rows}${total}</tbody></table>`;
}

const blocksHtml = (blocks: readonly Block[], width: number, look: Look): string =>
  blocks.map((block) => blockHtml(block, width, look)).join('\n');

/** `width` in points: only tables need it, to choose their size. */
function blockHtml(block: Block, width: number, look: Look): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'paragraph':
      return `<p${block.large ? ' class="large"' : ''}>${textHtml(block.text)}</p>`;
    case 'facts':
      return `<dl>${block.items.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${textHtml(value)}</dd>`).join('')}</dl>`;
    case 'table':
      return tableHtml(block, width, look);
    case 'diagram':
      return drawDiagram(block.diagram, { width: diagramWidth(width) });
    case 'box':
      return `<div class="box">${blocksHtml(block.blocks, width - 12, look)}</div>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${textHtml(item)}</li>`).join('')}</ul>`;
    case 'side-by-side':
      return `<div class="sides"><div>${blocksHtml(block.left, width / 2 - 6, look)}</div><div>${blocksHtml(block.right, width / 2 - 6, look)}</div></div>`;
    case 'write-in':
      return `<div class="write">${block.labels.map((label) => `<span>${escaped(label)}<i></i></span>`).join('')}</div>`;
    case 'signatures':
      return block.rows
        .map(
          ({ who, fields }) =>
            `<div class="sign"><b>${escaped(who)}</b>${fields.map((field) => `<i>${escaped(field)}</i>`).join('')}</div>`,
        )
        .join('');
  }
}

function sectionHtml(section: Section, documentPage: ReportDocument['page']): string {
  const page = section.page ?? documentPage;
  const look = fitSection(section, page);
  const { width } = printable(page, look.margin, section.paper);
  const { left, right } = section.footer;
  return `<section class="${page}${section.paper ? ` ${section.paper}` : ''} ${section.fit} ${sizeClass(look.text)}">
<h1>${escaped(section.title)}</h1>
${blocksHtml(section.blocks, width, look)}
<footer><span>${textHtml(left)}</span><span>${textHtml(right)}</span></footer>
</section>`;
}

/** DC7: a whole page as text: everything escaped, one style allowed by its hash, no script, nothing fetched. */
export function writeHtml(report: ReportDocument): string {
  const { title, page, sections } = cleanDocument(report);
  const policy = `default-src 'none'; style-src '${htmlStyleHash}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${htmlStyle}</style>
</head>
<body class="${page}">
${sections.map((section) => sectionHtml(section, page)).join('\n')}
</body>
</html>
`;
}
