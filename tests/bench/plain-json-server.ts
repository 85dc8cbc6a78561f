// What the endpoint is compared with: reads a POST (inflating it), parses its JSON, keeps it in memory and answers JSON.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

const kept = new Map<string, unknown>();
const server = createServer(async (request, answer) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const packed = Buffer.concat(parts);
  const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(packed) : packed;
  const message = JSON.parse(body.toString()) as { nonce: string };
  kept.set(String(request.headers.cookie), message);
  answer.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  answer.end(JSON.stringify({ nonce: message.nonce, ok: true }));
});
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`http://localhost:${(server.address() as AddressInfo).port}\n`),
);
