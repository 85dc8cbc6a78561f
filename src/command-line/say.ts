/** CL2: what other programs read goes to stdout, a line break at its end. */
export const answer = (text: string): void => void process.stdout.write(`${text}\n`);

/** CL2: what only people read goes to stderr, so that it never gets into a pipe. */
export const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** What came in a file, for a terminal: without control characters and marks that turn the writing direction. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '');
