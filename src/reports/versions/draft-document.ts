import { reportEditorTexts as texts } from '../../texts/report-editor.ts';
import { type ReportDocument, runsOf } from '../report-document.ts';

/** RE3: a report with something undecided is printed as a draft only: every page's foot and the first line say so. */
export function draftOf(document: ReportDocument): ReportDocument {
  return {
    ...document,
    sections: document.sections.map((section, at) => ({
      ...section,
      blocks: at === 0 ? [{ kind: 'paragraph', text: [{ bold: texts.draftLine }] }, ...section.blocks] : section.blocks,
      footer: { ...section.footer, left: [{ bold: `${texts.draft}. ` }, ...runsOf(section.footer.left)] },
    })),
  };
}
