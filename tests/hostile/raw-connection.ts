import { connect } from 'node:net';

export type RawAnswer = { status: number; headers: ReadonlyMap<string, string>; body: string };

/** Sends bytes over a connection of its own and ends its half of it; everything that came back until the other half ended. */
export function speakRaw(address: string, bytes: string | Uint8Array, { end = true } = {}): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((done) => {
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    let heard = '';
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => {
      heard += part;
    });
    socket.on('error', () => done(heard)); // closed on us: what was said before counts
    socket.on('close', () => done(heard));
    socket.on('end', () => socket.end());
    socket.on('connect', () => (end ? socket.end(bytes) : socket.write(bytes)));
  });
}

/** The answers that stand one after another in what was heard; every one names its length. */
export function answersIn(heard: string): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let rest = heard;
  while (rest !== '') {
    const headEnd = rest.indexOf('\r\n\r\n');
    const [first = '', ...lines] = rest.slice(0, headEnd).split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1]);
    if (headEnd < 0 || Number.isNaN(status)) throw new Error(`no answer: ${rest.slice(0, 200)}`);
    const headers = new Map(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    );
    const length = status === 304 ? 0 : Number(headers.get('content-length') ?? 0);
    answers.push({ status, headers, body: rest.slice(headEnd + 4, headEnd + 4 + length) });
    rest = rest.slice(headEnd + 4 + length);
  }
  return answers;
}
