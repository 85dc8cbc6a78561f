import type { PrivateValue } from '../../core/private-values/private-values.ts';
import type { CallEndpoint } from '../sync/call-endpoint.ts';
import { type Denied, type Given, readPrivateAnswer } from './read-private-answer.ts';

/** What is offered and asked for of one history. */
export type Asked = { history: string; values: readonly PrivateValue[]; wants: readonly string[] };

/** values and wants of one request together */
const mostAtOnce = 150;

/** PV2: `POST /private`, request after request, until one of them is not answered, which gives null and is the last. */
export async function* askPrivate(
  { call, nonce: makeNonce }: { call: CallEndpoint; nonce: () => string },
  asked: readonly Asked[],
): AsyncGenerator<(Given | Denied)[] | null> {
  for (const batch of inBatches(asked)) {
    const nonce = makeNonce();
    const called = await call('/private', {
      nonce,
      histories: batch.map(({ history, values, wants }) => ({
        history,
        values: values.map(({ hash, salt, value }) => ({ hash, salt, value })),
        wants,
      })),
    });
    const answers = called.kind === 'answer' ? readPrivateAnswer(called.body, nonce) : null;
    yield answers;
    if (!answers) return;
  }
}

function* inBatches(asked: readonly Asked[]): Generator<Asked[]> {
  let batch: Asked[] = [];
  let size = 0;
  for (const one of asked) {
    const own = one.values.length + one.wants.length;
    if (batch.length > 0 && size + own > mostAtOnce) {
      yield batch;
      [batch, size] = [[], 0];
    }
    batch.push(one);
    size += own;
  }
  if (batch.length > 0) yield batch;
}
