import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type DyingLine = {
  address: string;
  /** from now on the line carries so many bytes to the browser and then dies, for every connection at once */
  dieAfter: (bytes: number) => void;
  isDead: () => boolean;
  /** the line lives again */
  mend: () => void;
  /** bytes carried to the browser since the last change of the line */
  carried: () => number;
  stop: () => void;
};

/** A line between browser and server that can be cut after a number of bytes, wherever in an answer they end. */
export async function startDyingLine(serverAddress: string): Promise<DyingLine> {
  const serverPort = Number(new URL(serverAddress).port);
  const sockets = new Set<Socket>();
  let left = Number.POSITIVE_INFINITY;
  let carried = 0;
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const line = createServer((browser) => {
    if (left <= 0) {
      browser.destroy();
      return;
    }
    const server = connect(serverPort, '127.0.0.1');
    for (const socket of [browser, server]) {
      sockets.add(socket);
      // a cut line is what is being tested
      socket.on('error', () => socket.destroy());
    }
    browser.on('close', () => server.destroy());
    server.on('close', () => browser.end());
    browser.on('data', (bytes) => server.write(bytes));
    server.on('data', (bytes) => {
      const part = bytes.subarray(0, Math.max(0, left));
      left -= bytes.length;
      carried += part.length;
      if (part.length > 0) browser.write(part, () => left <= 0 && cutAll());
    });
  });
  await new Promise<void>((done) => line.listen(0, '127.0.0.1', done));
  const setLine = (bytes: number) => {
    left = bytes;
    carried = 0;
  };
  return {
    address: `http://localhost:${(line.address() as AddressInfo).port}`,
    dieAfter: setLine,
    isDead: () => left <= 0,
    mend: () => setLine(Number.POSITIVE_INFINITY),
    carried: () => carried,
    stop: () => {
      cutAll();
      line.close();
    },
  };
}
