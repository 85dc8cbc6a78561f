import type { ComponentChildren } from 'preact';
import type { ReportDocument } from '../../reports/report-document.ts';
import { documentTexts as words } from '../../texts/documents.ts';
import { Icon } from '../../ui/icon.tsx';
import { ReportSheets } from './report-sheets.tsx';
import { useDocumentFile } from './use-document-file.tsx';

type Props = {
  /** what stands over the buttons */
  head: ComponentChildren;
  report: ReportDocument;
  /** of the file, without an ending */
  name: string;
  /** what the sheets are, for those who do not see them */
  preview: string;
  /** beside the buttons */
  more?: ComponentChildren;
};

/** A paper on screen as it will be printed, to print and to save as docx. */
export function PaperPage({ head, report, name, preview, more }: Props) {
  const { save, told } = useDocumentFile(report, name);
  return (
    <div class="stack">
      <div class="stack noprint">
        {head}
        <p class="row">
          <button type="button" class="btn main" onClick={() => print()}>
            <Icon sign="print" />
            {words.print}
          </button>
          <button type="button" class="btn" onClick={() => save('docx')}>
            <Icon sign="doc" />
            {words.docx}
          </button>
          {more}
        </p>
        {told}
      </div>
      <ReportSheets report={report} label={preview} />
    </div>
  );
}
