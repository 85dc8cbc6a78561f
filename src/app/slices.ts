/** So long work in slices may keep keys and touches waiting, in milliseconds. */
const sliceInMs = 40;

/** A pause in which keys and touches are dealt with. */
const pause = () => new Promise<void>((done) => setTimeout(done));

/** OF3: does something with each of many, a slice at a time. `isStale`: asked after every slice; true ends the work. False: it was ended. */
export async function inSlices<One>(
  all: readonly One[],
  work: (one: One) => void,
  isStale: () => boolean = () => false,
): Promise<boolean> {
  await pause();
  let began = performance.now();
  for (const one of all) {
    if (performance.now() - began > sliceInMs) {
      await pause();
      if (isStale()) return false;
      began = performance.now();
    }
    work(one);
  }
  return !isStale();
}
