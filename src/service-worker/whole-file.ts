/**
 * A file that came hollow over a dying line, or from a filter as something else, may sit in the browser's cache for a year: it is
 * asked for anew, for the next try.
 */
export const askAnew = (url: string): Promise<unknown> =>
  fetch(url, { cache: 'reload' }).then(
    (answer) => answer.blob(),
    () => undefined,
  );

const kinds: Record<string, RegExp> = { js: /javascript/, css: /^text\/css/, html: /^text\/html/, svg: /^image\/svg/ };

/** Bytes may be right and their kind wrong; a browser runs no such file. */
export const isOfItsKind = ({ url, headers }: Response): boolean =>
  kinds[/\.(\w+)$/.exec(new URL(url).pathname)?.[1] ?? '']?.test(headers.get('content-type') ?? '') ?? true;
