/** How a request ended. Only `answer` is the endpoint speaking as itself; everything else leaves the outcome unknown. */
export type Call =
  | { kind: 'answer'; body: unknown }
  /** the endpoint refused with a code of its own */
  | { kind: 'refused'; code: string }
  /** no connection, cut off, or no answer in time */
  | { kind: 'no-server' }
  /** somebody else answered: a filter, a sign-in page of the network */
  | { kind: 'filter' }
  /** the endpoint, or what stands before it, cannot serve now */
  | { kind: 'busy' };

/** A body of bytes goes out as the file it is, anything else as JSON. */
export type CallEndpoint = (path: string, body: unknown) => Promise<Call>;

const longestInMs = 120_000;
const worthPackingInBytes = 1024;

/** N6: a POST of JSON, packed when that saves anything; a redirect, a page or a foreign JSON is never taken for an answer. */
export const callEndpoint: CallEndpoint = async (path, body) => {
  let response: Response;
  try {
    const { bytes, headers } = body instanceof Uint8Array ? asFile(body) : await pack(JSON.stringify(body));
    response = await fetch(path, {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': 'application/json', 'x-gotovo': '1', ...headers },
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(longestInMs),
    });
  } catch {
    return { kind: 'no-server' };
  }
  const { status } = response;
  if (status >= 500 && status !== 511) return { kind: 'busy' };
  if (status === 429) return { kind: 'busy' };
  const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
  if (!isJson) return { kind: 'filter' };
  let answer: unknown;
  try {
    answer = await response.json();
  } catch (error) {
    // cut in the middle, or a body that only claims to be JSON
    return { kind: error instanceof SyntaxError ? 'filter' : 'no-server' };
  }
  if (response.ok) return { kind: 'answer', body: answer };
  const code = typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : null;
  return typeof code === 'string' ? { kind: 'refused', code } : { kind: 'filter' };
};

type Packed = { bytes: BodyInit; headers: Record<string, string> };

const asFile = (bytes: Uint8Array): Packed => ({
  bytes: new Blob([bytes as Uint8Array<ArrayBuffer>]),
  headers: { 'content-type': 'application/gzip' },
});

async function pack(text: string): Promise<Packed> {
  if (text.length < worthPackingInBytes || typeof CompressionStream === 'undefined')
    return { bytes: text, headers: {} };
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return { bytes: await new Response(stream).blob(), headers: { 'content-encoding': 'gzip' } };
}
