import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type HollowLine = { address: string; mend: () => void; stop: () => void };

/** A line that dies inside the headers of every answer whose address holds one of these names: the browser keeps an empty file. */
export async function startHollowLine(serverAddress: string, parts: string[]): Promise<HollowLine> {
  let dying = true;
  const line = createServer(async ({ url = '/', method, headers: asked }, response) => {
    const accept = asked.accept ?? '*/*';
    const answer = await fetch(`${serverAddress}${url}`, { method: method ?? 'GET', headers: { accept } });
    const headers = [...answer.headers].filter(([name]) => !/^(content-encoding|content-length|transfer)/.test(name));
    response.writeHead(answer.status, Object.fromEntries(headers));
    response.end(
      dying && parts.some((part) => url.includes(`/${part}`)) ? '' : Buffer.from(await answer.arrayBuffer()),
    );
  });
  await new Promise<void>((done) => line.listen(0, '127.0.0.1', done));
  return {
    address: `http://localhost:${(line.address() as AddressInfo).port}`,
    mend: () => {
      dying = false;
    },
    stop: () => {
      line.closeAllConnections();
      line.close();
    },
  };
}
