import type { ReportDocument } from '../reports/report-document.ts';
import type { DocumentSettings } from './paper.ts';

export type DocumentFormat = 'docx' | 'xlsx' | 'html';

/** `pictures`: of every diagram as a PNG, in print order (see `diagramsIn`): a document program that draws none shows them. */
export type WriteOptions = { settings?: DocumentSettings; pictures?: readonly Uint8Array[] };

export type DocumentWriter = {
  /** of the file's name, without the point */
  extension: string;
  contentType: string;
  /** what to put into the file: bytes, or text to be stored as UTF-8 */
  write: (report: ReportDocument, options?: WriteOptions) => Promise<Uint8Array | string>;
};

const office = 'application/vnd.openxmlformats-officedocument';

/** DC8: every format a report is written in; the libraries are loaded with the first document of a format. */
export const documents: Readonly<Record<DocumentFormat, DocumentWriter>> = {
  docx: {
    extension: 'docx',
    contentType: `${office}.wordprocessingml.document`,
    write: async (report, options) => (await import('./write-docx.ts')).writeDocx(report, options),
  },
  xlsx: {
    extension: 'xlsx',
    contentType: `${office}.spreadsheetml.sheet`,
    write: async (report, options) => (await import('./write-xlsx.ts')).writeXlsx(report, options),
  },
  html: {
    extension: 'html',
    contentType: 'text/html; charset=utf-8',
    write: async (report) => (await import('./write-html.ts')).writeHtml(report),
  },
};
