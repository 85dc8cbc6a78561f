/**
 * Runs what is given one after the other. What changes a part of a register is composed from what stands there: begun before the
 * write ahead of it has ended, it would put the other part back.
 */
export function oneAfterAnother(): (work: () => Promise<boolean>) => Promise<boolean> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}
