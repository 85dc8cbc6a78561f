/** CL2: what other programs read goes to stdout, a line break at its end. */
export const answer = (text: string): void => void process.stdout.write(`${text}\n`);

/** CL2: what only people read goes to stderr, so that it never gets into a pipe. */
export const say = (text: string): void => void process.stderr.write(`${text}\n`);
