import type { DocumentFormat } from '../../documents/documents.ts';
import type { DocumentSettings } from '../../documents/paper.ts';
import type { ReportDocument } from '../../reports/report-document.ts';
import { trustedUrl } from '../store/trusted-url.ts';
import type { DocumentAnswer, DocumentRequest } from './document-worker.ts';
import workerUrl from './document-worker.ts?worker&url';
import { drawSvg } from './draw-svg.ts';

let worker: Worker | null = null;
let calls = 0;

/** A report as a file, written beside the page; rejects when the part that writes cannot be loaded or fails. */
export async function writeDocument(
  report: ReportDocument,
  format: DocumentFormat,
  settings: DocumentSettings = {},
): Promise<Blob> {
  calls += 1;
  const { content, contentType } = await ask({ call: calls, report, format, settings });
  return new Blob([content as BlobPart], { type: contentType });
}

function ask(request: Extract<DocumentRequest, { call: number }>): Promise<Extract<DocumentAnswer, { ok: true }>> {
  worker ??= startWorker();
  const asked = worker;
  return new Promise((resolve, reject) => {
    const end = () => {
      asked.removeEventListener('message', hear);
      asked.removeEventListener('error', fail);
    };
    const hear = ({ data }: MessageEvent<DocumentAnswer>) => {
      if ('picture' in data || data.call !== request.call) return;
      end();
      if (data.ok) resolve(data);
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

function startWorker(): Worker {
  const started = new Worker(trustedUrl(workerUrl), { type: 'module' });
  started.addEventListener('message', async ({ data }: MessageEvent<DocumentAnswer>) => {
    if (!('picture' in data)) return;
    const drawn = await drawSvg(data.svg, data.width).catch(() => null);
    started.postMessage({ picture: data.picture, drawn } satisfies DocumentRequest, drawn ? [drawn] : []);
  });
  return started;
}
