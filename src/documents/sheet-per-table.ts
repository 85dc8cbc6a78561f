import type { Block, ReportDocument, Section } from '../reports/report-document.ts';

/** DC12: the same document with its words first and every table in a section of its own, named by its caption or by the heading it stood under. */
export function sheetPerTable(report: ReportDocument): ReportDocument {
  if (!report.sheetPerTable) return report;
  return { ...report, sections: report.sections.flatMap(sectionsOf) };
}

function sectionsOf(section: Section): Section[] {
  const words: Block[] = [];
  const tables: Section[] = [];
  let heading = section.title;
  for (const block of section.blocks) {
    if (block.kind === 'heading') heading = block.text;
    if (block.kind !== 'table') {
      words.push(block);
      continue;
    }
    const { running = heading, ...table } = block;
    tables.push({ ...section, title: running, blocks: [table] });
  }
  return words.length === 0 ? tables : [{ ...section, blocks: words }, ...tables];
}
