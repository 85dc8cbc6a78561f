import { drawDiagram } from '../../diagrams/draw-diagram.ts';
import { pictureWidth } from '../../documents/paper.ts';
import { diagramsIn, type ReportDocument } from '../../reports/report-document.ts';

/** twice as many dots as a screen shows: sharp on paper */
const dotsWide = 1600;

/** DC11: every diagram of a document as a PNG, in print order. Rejects where the browser draws no such pictures. */
export async function picturesOf(report: ReportDocument): Promise<Uint8Array[]> {
  const pictures: Uint8Array[] = [];
  for (const diagram of diagramsIn(report)) pictures.push(await toPng(drawDiagram(diagram, { width: pictureWidth })));
  return pictures;
}

async function toPng(svg: string): Promise<Uint8Array> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = dotsWide;
    canvas.height = Math.round((dotsWide * image.naturalHeight) / image.naturalWidth);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!png) throw new Error('no picture was made');
    return new Uint8Array(await png.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}
