import { type DocumentFormat, documents } from '../../documents/documents.ts';
import type { ReportDocument } from '../../reports/report-document.ts';

// Documents are written here, so that the page goes on answering keys meanwhile.

export type DocumentRequest = { call: number; report: ReportDocument; format: DocumentFormat };
export type DocumentAnswer = { call: number } & (
  | { ok: true; content: Uint8Array | string }
  | { ok: false; error: string }
);

self.onmessage = async ({ data }: MessageEvent<DocumentRequest>) => {
  const { call, report, format } = data;
  let answer: DocumentAnswer;
  try {
    answer = { call, ok: true, content: await documents[format].write(report) };
  } catch (error) {
    answer = { call, ok: false, error: String(error) };
  }
  self.postMessage(answer);
};
