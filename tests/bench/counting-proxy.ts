import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it went over the wire; bodies as packed, headers not counted. */
export type Passed = { method: string; path: string; asked: Buffer; askedCoding: string; answeredBytes: number };

export type CountingProxy = {
  address: string;
  passed: Passed[];
  /** bytes of answers that had reached the browser at a moment (ms since 1970) and requests begun by then */
  carriedBy: (moment: number) => { bytes: number; requests: number };
  stop: () => void;
};

/** Stands between browser and server and counts. `bytesPerMs`: how fast the line is, so that what is needed first comes first. */
export async function startCountingProxy(
  target: string,
  bytesPerMs = Number.POSITIVE_INFINITY,
): Promise<CountingProxy> {
  const passed: Passed[] = [];
  const parts: { at: number; bytes: number }[] = [];
  const begun: number[] = [];
  let line: Promise<void> = Promise.resolve();
  /** one line for all answers: a part waits for those before it */
  const carry = (part: Buffer): Promise<void> => {
    line = line.then(async () => {
      if (Number.isFinite(bytesPerMs)) await new Promise((done) => setTimeout(done, part.length / bytesPerMs));
      parts.push({ at: Date.now(), bytes: part.length });
    });
    return line;
  };
  const server: Server = createServer(async (browser, answer) => {
    begun.push(Date.now());
    const asked = await bodyOf(browser);
    const entry: Passed = {
      method: browser.method ?? '',
      path: browser.url ?? '',
      asked,
      askedCoding: browser.headers['content-encoding'] ?? '',
      answeredBytes: 0,
    };
    passed.push(entry);
    const { headers, method } = browser;
    const asking = request(target + browser.url, { method, headers }, async (response) => {
      const body = await bodyOf(response);
      entry.answeredBytes = body.length;
      answer.writeHead(response.statusCode ?? 502, response.headers);
      await send(answer, body, carry);
    });
    asking.on('error', () => answer.destroy());
    asking.end(asked);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    passed,
    carriedBy: (moment) => ({
      bytes: parts.filter(({ at }) => at <= moment).reduce((sum, { bytes }) => sum + bytes, 0),
      requests: begun.filter((at) => at <= moment).length,
    }),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function send(answer: ServerResponse, body: Buffer, carry: (part: Buffer) => Promise<void>): Promise<void> {
  for (let at = 0; at < body.length; at += 1400) {
    const part = body.subarray(at, at + 1400);
    await carry(part);
    answer.write(part);
  }
  answer.end();
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
