import { type DocumentFormat, documents } from '../../documents/documents.ts';
import type { DocumentSettings } from '../../documents/paper.ts';
import type { ReportDocument } from '../../reports/report-document.ts';

// Documents are written here, so that the page goes on answering keys meanwhile; only an SVG is drawn by the page.

export type DocumentRequest =
  | { call: number; report: ReportDocument; format: DocumentFormat; settings: DocumentSettings }
  | { picture: number; drawn: ImageBitmap | null };
export type DocumentAnswer =
  | { call: number; ok: true; content: Uint8Array | string; contentType: string }
  | { call: number; ok: false; error: string }
  | { picture: number; svg: string; width: number };

const pictures = new Map<number, (drawn: ImageBitmap | null) => void>();
let asked = 0;

/** The page draws, for a worker cannot; packing is done here, where it need not wait until the page has nothing to do. */
async function toPng(svg: string, width: number): Promise<Uint8Array> {
  asked += 1;
  const picture = asked;
  const coming = new Promise<ImageBitmap | null>((resolve) => pictures.set(picture, resolve));
  self.postMessage({ picture, svg, width } satisfies DocumentAnswer);
  const drawn = await coming;
  if (!drawn) throw new Error('a diagram could not be drawn');
  const canvas = new OffscreenCanvas(drawn.width, drawn.height);
  canvas.getContext('2d')?.drawImage(drawn, 0, 0);
  drawn.close();
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
}

async function write({
  call,
  report,
  format,
  settings,
}: Extract<DocumentRequest, { call: number }>): Promise<DocumentAnswer> {
  try {
    const { write: writeAs, contentType } = documents[format];
    return { call, ok: true, content: await writeAs(report, toPng, settings), contentType };
  } catch (error) {
    return { call, ok: false, error: String(error) };
  }
}

self.onmessage = async ({ data }: MessageEvent<DocumentRequest>) => {
  if ('picture' in data) {
    pictures.get(data.picture)?.(data.drawn);
    pictures.delete(data.picture);
  } else self.postMessage(await write(data));
};
