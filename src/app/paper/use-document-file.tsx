import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { DocumentFormat } from '../../documents/documents.ts';
import type { DocumentSettings } from '../../documents/paper.ts';
import type { ReportDocument } from '../../reports/report-document.ts';
import { documentTexts as words } from '../../texts/documents.ts';
import { Message } from '../../ui/message.tsx';
import { downloadFile } from '../download.ts';
import { writeDocument } from './write-document.ts';

type Writing = { name: string; state: 'under-way' | 'done' | 'failed' };

/** Writes a report as a file and hands it to the browser; `told` says what became of it. `name`: without an ending. */
export function useDocumentFile(document: ReportDocument, name: string, settings: DocumentSettings = {}) {
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
  return { save, told: toldOf(writing) };
}

function toldOf(writing: Writing | null): VNode {
  if (writing?.state === 'failed')
    return (
      <Message sign="warn" tone="warn" title={words.failed}>
        <p>{words.failedText}</p>
      </Message>
    );
  const said = writing && (writing.state === 'done' ? words.saved(writing.name) : words.writing(writing.name));
  return (
    <p role="status" class="hint">
      {said}
    </p>
  );
}
