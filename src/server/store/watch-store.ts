import type { Engine } from './engine.ts';

/** What the endpoint has seen of its store while serving. */
export type StoreWatch = {
  /** when a write was last known to be on the disk; milliseconds since 1970, 0: never */
  writtenAt: number;
  /** the file, or a row in it, was found damaged; it stays so until the process ends */
  isDamaged: boolean;
};

/** The same engine, whose successful writes are noted: so health need not write while others do. */
export function watchStore(engine: Engine, now: () => number): { engine: Engine; watch: StoreWatch } {
  const watch: StoreWatch = { writtenAt: 0, isDamaged: false };
  const write: Engine['write'] = async (job) => {
    const outcome = await engine.write(job);
    watch.writtenAt = now();
    return outcome;
  };
  return { engine: { ...engine, write }, watch };
}
