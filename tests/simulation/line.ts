import type { Call } from '../../src/app/sync/call-endpoint.ts';
import { checkRevision } from '../../src/core/submission/check-revision.ts';
import type { Sha256 } from '../../src/core/submission/revision.ts';
import { nextChain } from '../../src/core/sync/chain.ts';
import { fromWire, protocol, type SyncRequest } from '../../src/core/sync/messages.ts';
import type { MemoryServer } from './memory-server.ts';
import type { Random } from './random.ts';

/** All that may happen to a request and its answer between a device and the server. */
export const lineFaults = [
  'request lost',
  'request cut',
  'request doubled',
  'answer lost',
  'answer cut',
  'server killed between two histories',
  'server killed after commit',
  'captive page',
  'foreign JSON',
  'forged acknowledgement with another nonce',
  'digit altered in the answer',
  'old answer instead of the new one',
] as const;
export type LineFault = (typeof lineFaults)[number];

export type LineParts = {
  server: MemoryServer;
  random: Random;
  sha256: Sha256;
  /** faults that do not happen in this run */
  spared: ReadonlySet<string>;
  onFault: (fault: LineFault) => void;
};

/** The way to the server: requests and answers go over it as JSON text, and not all arrive. */
export class Line {
  readonly #parts: LineParts;
  readonly #oldRequests: string[] = [];
  readonly #oldAnswers: string[] = [];
  /** no faults from now on */
  calm = false;

  constructor(parts: LineParts) {
    this.#parts = parts;
  }

  async call(body: unknown): Promise<Call> {
    const { random, server, spared } = this.#parts;
    const request = JSON.stringify(body);
    const drawn = !this.calm && random.chance(0.4) ? random.pick(lineFaults) : null;
    const fault = drawn !== null && spared.has(drawn) ? null : drawn;
    const instead = this.#instead(fault, request);
    if (instead !== null) return this.#told(fault, instead);
    this.#oldRequests.push(request);
    const sent = fault === 'request cut' ? this.#cut(request) : request;
    if (fault === 'request doubled') await server.answer(sent);
    const answer = await server.answer(sent, diesAt(fault));
    if (answer === null || fault === 'answer lost') return this.#told(fault, { kind: 'no-server' });
    const text = this.#spoiled(fault, answer.text);
    this.#oldAnswers.push(answer.text);
    const isHarmed = text !== answer.text || fault === 'request cut' || fault === 'request doubled';
    return this.#told(isHarmed ? fault : null, readCall(answer.status, text));
  }

  /** A request of long ago arrives at last, and its answer reaches nobody. */
  async deliverOldRequest(): Promise<boolean> {
    if (this.#oldRequests.length === 0) return false;
    await this.#parts.server.answer(this.#parts.random.pick(this.#oldRequests));
    return true;
  }

  #told(fault: LineFault | null, call: Call): Call {
    if (fault !== null) this.#parts.onFault(fault);
    return call;
  }

  /** What comes back when the request never reaches the server; null: it does. */
  #instead(fault: LineFault | null, request: string): Call | null {
    if (fault === 'request lost') return { kind: 'no-server' };
    if (fault === 'captive page') return readCall(200, '<!doctype html><title>Вход в сеть</title>');
    if (fault === 'foreign JSON') return readCall(200, this.#parts.random.pick(['{"ok":true}', '[]', 'null', '200']));
    if (fault === 'forged acknowledgement with another nonce') return readCall(200, this.#forge(request));
    return null;
  }

  /** As good as the server's own answer to everything offered, but for the nonce. */
  #forge(request: string): string {
    const { sha256 } = this.#parts;
    const asked = JSON.parse(request) as SyncRequest;
    const histories = asked.histories.map(({ history, after, revisions }) => {
      const count = revisions.length;
      const rows = count === 0 ? [] : [{ from: after.seq + 1, own: [0, count - 1], srvAt: 1 }];
      const ids = revisions.map((wire) => idOfWire(wire, history, sha256));
      const before = after.seq === 0 ? 'forged' : after.chain;
      const chain = ids.reduce((value, id) => nextChain(value, id, sha256), before);
      return { history, rows, start: 'forged', chain, head: after.seq + count, refused: [] };
    });
    return JSON.stringify({ proto: protocol, nonce: 'another', histories });
  }

  #spoiled(fault: LineFault | null, answer: string): string {
    const { random } = this.#parts;
    if (fault === 'answer cut') return this.#cut(answer);
    if (fault === 'old answer instead of the new one' && this.#oldAnswers.length > 0)
      return random.pick(this.#oldAnswers);
    if (fault !== 'digit altered in the answer') return answer;
    const places = [...answer.matchAll(/\d/g)].map(({ index }) => index);
    const at = random.pick(places);
    const digit = (Number(answer[at]) + 1 + random.below(9)) % 10;
    return `${answer.slice(0, at)}${digit}${answer.slice(at + 1)}`;
  }

  #cut(text: string): string {
    return text.slice(0, this.#parts.random.below(text.length));
  }
}

/** The id both sides compute for what goes over the line without one. */
export function idOfWire(wire: readonly unknown[], history: string, sha256: Sha256): string {
  const checked = checkRevision(fromWire(wire, history).tuple, sha256);
  return checked.ok ? checked.value.id : '';
}

function diesAt(fault: LineFault | null) {
  if (fault === 'server killed between two histories') return 'between histories';
  return fault === 'server killed after commit' ? 'before the answer' : null;
}

/** Reads an answer as src/app/sync/call-endpoint.ts does: text that is no JSON is somebody else's. */
function readCall(status: number, text: string): Call {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { kind: 'filter' };
  }
  return status === 200 ? { kind: 'answer', body } : { kind: 'refused', code: (body as { code: string }).code };
}
