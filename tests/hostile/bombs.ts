import { type BrotliCompress, constants, createBrotliCompress, createGzip, type Gzip } from 'node:zlib';

const megabyte = 1024 * 1024;

/** Nothing but zeros in the middle of a stream, flushed to whole bytes, so that a piece may be repeated as it is. */
async function piecesOf(packer: Gzip | BrotliCompress, sizeInBytes: number, flush: number): Promise<Buffer[]> {
  const zeros = Buffer.alloc(sizeInBytes);
  const pieces: Buffer[] = [];
  for (let at = 0; at < 3; at += 1) {
    packer.write(zeros);
    await new Promise<void>((done) => packer.flush(flush, done));
    pieces.push(Buffer.concat([packer.read() ?? Buffer.alloc(0)]));
  }
  packer.destroy();
  return pieces;
}

const repeated = ([first, , piece]: readonly Buffer[], times: number): Buffer =>
  Buffer.concat([first ?? Buffer.alloc(0), ...Array.from({ length: times }, () => piece ?? Buffer.alloc(0))]);

export type Bomb = { coding: string; body: Buffer; inflatedInBytes: number };

/** Small bodies that would fill the memory: 4 GB of zeros in brotli, a thousandfold in gzip, both without an end. */
export async function makeBombs(): Promise<Bomb[]> {
  const brotli = await piecesOf(createBrotliCompress(), 16 * megabyte, constants.BROTLI_OPERATION_FLUSH);
  const gzip = await piecesOf(createGzip({ level: 9 }), 16 * megabyte, constants.Z_FULL_FLUSH);
  return [
    { coding: 'br', body: repeated(brotli, 255), inflatedInBytes: 4096 * megabyte },
    { coding: 'gzip', body: repeated(gzip, 2), inflatedInBytes: 48 * megabyte },
    { coding: 'gzip', body: repeated(gzip, 60), inflatedInBytes: 976 * megabyte },
  ];
}
