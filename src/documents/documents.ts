import type { ReportDocument } from '../reports/report-document.ts';
import type { DocumentSettings } from './paper.ts';
import type { ToPng } from './write-docx.ts';

export type DocumentFormat = 'docx' | 'xlsx' | 'html';

export type DocumentWriter = {
  /** of the file's name, without the point */
  extension: string;
  contentType: string;
  /** `toPng` makes the pictures of a docx; without it the alternative texts stand in their place. What to put into the file: bytes, or text to be stored as UTF-8 */
  write: (report: ReportDocument, toPng?: ToPng, settings?: DocumentSettings) => Promise<Uint8Array | string>;
};

const office = 'application/vnd.openxmlformats-officedocument';

/** DC8: every format a report is written in; the libraries are loaded with the first document of a format. */
export const documents: Readonly<Record<DocumentFormat, DocumentWriter>> = {
  docx: {
    extension: 'docx',
    contentType: `${office}.wordprocessingml.document`,
    write: async (report, toPng, settings) => (await import('./write-docx.ts')).writeDocx(report, toPng, settings),
  },
  xlsx: {
    extension: 'xlsx',
    contentType: `${office}.spreadsheetml.sheet`,
    write: async (report) => (await import('./write-xlsx.ts')).writeXlsx(report),
  },
  html: {
    extension: 'html',
    contentType: 'text/html; charset=utf-8',
    write: async (report) => (await import('./write-html.ts')).writeHtml(report),
  },
};
