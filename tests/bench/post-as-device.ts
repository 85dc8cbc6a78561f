import { Agent, request } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gzip } from 'node:zlib';

const pack = promisify(gzip);
const unpackBrotli = promisify(brotliDecompress);
const worthPackingInBytes = 1024;
/** connections stay open, as a browser's do */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

export type Packed = { bytes: Buffer; headers: Record<string, string> };

/** A body packed as the program packs it, ready before anything is measured. */
export async function packAsDevice(body: unknown, cookie: string): Promise<Packed> {
  const text = JSON.stringify(body);
  const headers = {
    'content-type': 'application/json',
    'x-gotovo': '1',
    'sec-fetch-site': 'same-origin',
    'accept-encoding': 'gzip, deflate, br',
    cookie,
  };
  if (text.length < worthPackingInBytes) return { bytes: Buffer.from(text), headers };
  return { bytes: await pack(text), headers: { ...headers, 'content-encoding': 'gzip' } };
}

/** The answer's JSON; throws for any other answer. */
export const post = async (address: string, packed: Packed): Promise<unknown> =>
  (await ask(address, packed, agent)).body;

type Answered = { status: number; coding: string; cookie: string; body: Buffer };

/** The same over connections of one's own, with the cookie that was given; empty: none. */
export async function ask(
  address: string,
  { bytes, headers }: Packed,
  over: Agent,
): Promise<{ cookie: string; body: unknown }> {
  const { status, coding, cookie, body } = await new Promise<Answered>((done, fail) => {
    const asking = request(address, { method: 'POST', agent: over, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          coding: response.headers['content-encoding'] ?? '',
          cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? '',
          body: Buffer.concat(parts),
        }),
      );
      response.on('error', fail);
    });
    asking.on('error', fail);
    asking.end(bytes);
  });
  const text = (coding === 'br' ? await unpackBrotli(body) : body).toString();
  if (status !== 200) throw new Error(`${address}: ${status} ${text}`);
  return { cookie, body: JSON.parse(text) };
}
