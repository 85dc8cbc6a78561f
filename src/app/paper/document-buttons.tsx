import { useState } from 'preact/hooks';
import type { DocumentFormat } from '../../documents/documents.ts';
import type { DocumentSettings } from '../../documents/paper.ts';
import type { ReportDocument } from '../../reports/report-document.ts';
import { reportEditorTexts as words } from '../../texts/report-editor.ts';
import { Icon } from '../../ui/icon.tsx';
import { Message } from '../../ui/message.tsx';
import { downloadFile } from '../download.ts';
import { writeDocument } from './write-document.ts';

type Props = {
  document: ReportDocument;
  /** of the files, without an ending */
  name: string;
  /** something is undecided: what comes out is a draft */
  isDraft?: boolean;
  settings?: DocumentSettings;
  onPrint: () => void;
};

type Writing = { name: string; state: 'under-way' | 'done' | 'failed' };

/** Saves a report as docx and xlsx, with and without a network, and prints it. */
export function DocumentButtons({ document, name, isDraft = false, settings = {}, onPrint }: Props) {
  const [writing, setWriting] = useState<Writing | null>(null);
  async function save(format: DocumentFormat): Promise<void> {
    const file = `${name}.${format}`;
    setWriting({ name: file, state: 'under-way' });
    try {
      downloadFile(await writeDocument(document, format, settings), file);
      setWriting({ name: file, state: 'done' });
    } catch (error) {
      console.error(error);
      setWriting({ name: file, state: 'failed' });
    }
  }
  return (
    <>
      <div class="row">
        <button type="button" class="btn main" onClick={() => save('docx')}>
          <Icon sign="doc" />
          {isDraft ? words.draftDocx : words.docx}
        </button>
        <button type="button" class="btn" onClick={() => save('xlsx')}>
          <Icon sign="grid" />
          {words.xlsx}
        </button>
        <button type="button" class="btn" onClick={onPrint}>
          <Icon sign="print" />
          {isDraft ? words.printDraft : words.print}
        </button>
      </div>
      {writing?.state === 'failed' ? (
        <Message sign="warn" tone="warn" title={words.writeFailed}>
          <p>{words.writeFailedText}</p>
        </Message>
      ) : (
        <p role="status" class="hint">
          {writing === null ? '' : writing.state === 'done' ? words.saved(writing.name) : words.writing(writing.name)}
        </p>
      )}
    </>
  );
}
