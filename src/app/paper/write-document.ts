import { type DocumentFormat, documents } from '../../documents/documents.ts';
import type { ReportDocument } from '../../reports/report-document.ts';
import { trustedUrl } from '../store/trusted-url.ts';
import type { DocumentAnswer, DocumentRequest } from './document-worker.ts';
import workerUrl from './document-worker.ts?worker&url';

let worker: Worker | null = null;
let calls = 0;

/** DC9: a report as a file, written beside the page; rejects when the part that writes cannot be loaded or fails. */
export async function writeDocument(report: ReportDocument, format: DocumentFormat): Promise<Blob> {
  const content = await ask({ call: ++calls, report, format });
  return new Blob([content as BlobPart], { type: documents[format].contentType });
}

function ask(request: DocumentRequest): Promise<Uint8Array | string> {
  worker ??= new Worker(trustedUrl(workerUrl), { type: 'module' });
  const asked = worker;
  return new Promise((resolve, reject) => {
    const end = () => {
      asked.removeEventListener('message', hear);
      asked.removeEventListener('error', fail);
    };
    const hear = ({ data }: MessageEvent<DocumentAnswer>) => {
      if (data.call !== request.call) return;
      end();
      if (data.ok) resolve(data.content);
      else reject(new Error(data.error));
    };
    const fail = () => {
      end();
      worker = null; // asked for again next time
      reject(new Error('the part that writes documents did not come'));
    };
    asked.addEventListener('message', hear);
    asked.addEventListener('error', fail);
    asked.postMessage(request);
  });
}
