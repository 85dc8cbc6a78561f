import { type DocumentFormat, documents } from '../../documents/documents.ts';
import type { ReportDocument } from '../../reports/report-document.ts';

// Documents are written here, so that the page goes on answering keys meanwhile; only pictures are made by the page.

export type DocumentRequest =
  | { call: number; report: ReportDocument; format: DocumentFormat }
  | { picture: number; png: Uint8Array | null };
export type DocumentAnswer =
  | { call: number; ok: true; content: Uint8Array | string }
  | { call: number; ok: false; error: string }
  | { picture: number; svg: string; width: number };

const pictures = new Map<number, (png: Uint8Array | null) => void>();
let asked = 0;

/** Asks the page: a worker draws no SVG. */
function toPng(svg: string, width: number): Promise<Uint8Array> {
  asked += 1;
  const picture = asked;
  self.postMessage({ picture, svg, width } satisfies DocumentAnswer);
  return new Promise((resolve, reject) => {
    pictures.set(picture, (png) => (png ? resolve(png) : reject(new Error('a diagram could not be drawn'))));
  });
}

async function write({ call, report, format }: Extract<DocumentRequest, { call: number }>): Promise<DocumentAnswer> {
  try {
    return { call, ok: true, content: await documents[format].write(report, toPng) };
  } catch (error) {
    return { call, ok: false, error: String(error) };
  }
}

self.onmessage = async ({ data }: MessageEvent<DocumentRequest>) => {
  if ('picture' in data) {
    pictures.get(data.picture)?.(data.png);
    pictures.delete(data.picture);
  } else self.postMessage(await write(data));
};
