import type { DocumentSettings } from '../../documents/paper.ts';
import type { ReportDocument } from '../../reports/report-document.ts';
import { documentTexts } from '../../texts/documents.ts';
import { reportEditorTexts as words } from '../../texts/report-editor.ts';
import { Icon } from '../../ui/icon.tsx';
import { useDocumentFile } from './use-document-file.tsx';

type Props = {
  document: ReportDocument;
  /** of the files, without an ending */
  name: string;
  /** something is undecided: what comes out is a draft */
  isDraft?: boolean;
  settings?: DocumentSettings;
  onPrint: () => void;
};

/** Saves a report as docx and xlsx, with and without a network, and prints it. */
export function DocumentButtons({ document, name, isDraft = false, settings, onPrint }: Props) {
  const { save, told } = useDocumentFile(document, name, settings);
  return (
    <>
      <div class="row">
        <button type="button" class="btn main" onClick={() => save('docx')}>
          <Icon sign="doc" />
          {isDraft ? words.draftDocx : documentTexts.docx}
        </button>
        <button type="button" class="btn" onClick={() => save('xlsx')}>
          <Icon sign="grid" />
          {documentTexts.xlsx}
        </button>
        <button type="button" class="btn" onClick={onPrint}>
          <Icon sign="print" />
          {isDraft ? words.printDraft : documentTexts.print}
        </button>
      </div>
      {told}
    </>
  );
}
