import type { LetterheadPicture } from '../../../reports/versions/paper-settings.ts';

/** as wide as a sheet needs at 150 dots an inch */
const widest = 1000;
const mostBytes = 90_000;

/** RE9: a chosen picture, no wider than a sheet and small enough to be stored and sent; rejects what is no picture. */
export async function scalePicture(file: Blob): Promise<LetterheadPicture> {
  const image = await createImageBitmap(file);
  for (let width = Math.min(widest, image.width); ; width = Math.floor(width / 2)) {
    const height = Math.max(1, Math.round((image.height / image.width) * width));
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, width, height);
    pen.drawImage(image, 0, 0, width, height);
    for (const type of ['image/png', 'image/jpeg'] as const) {
      const packed = await canvas.convertToBlob({ type, quality: 0.85 });
      if (packed.size > mostBytes && width > 100) continue;
      return { type, width, height, base64: base64Of(new Uint8Array(await packed.arrayBuffer())) };
    }
  }
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
