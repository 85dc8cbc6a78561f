import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import type { HostileRequest } from './hostile-requests.ts';

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

/** Keeps connections open, as browsers do; a server that leaves one in disorder spoils the next request on it. */
export const createSender = (address: string) => {
  const { hostname, port } = new URL(address);
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const send = ({ method, path, headers, body }: Omit<HostileRequest, 'what' | 'outcome'>): Promise<Answer> =>
    new Promise((done, fail) => {
      const length = 'transfer-encoding' in headers ? {} : { 'content-length': body.length };
      const asked = request(
        { agent, host: hostname, port, method, path, headers: { ...headers, ...length } },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', fail);
          answer.on('end', () =>
            done({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(parts).toString() }),
          );
        },
      );
      asked.on('error', fail);
      asked.end(body);
    });
  return { send, close: () => agent.destroy() };
};
