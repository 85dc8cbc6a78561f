/** One kind of trouble, tried many times: what was acknowledged is counted, what is missing afterwards is named. */
export type SoakPart = {
  name: string;
  /** what is done, in one line of the table */
  title: string;
  /** attempts of a long run (docs/reliability.md) */
  goal: number;
  /** what must have happened at least once in a long run: a run that never met its trouble proves nothing */
  mustSee: readonly string[];
  /** sets up once what all attempts share */
  open: () => Promise<Rig>;
};

export type Rig = {
  /** tries once; the same seed meets the same trouble as far as processes allow */
  attempt: (seed: number) => Promise<Attempt>;
  close: () => Promise<void>;
};

export type Attempt = {
  /** things shown as saved or answered as stored before the trouble, or trials made where nothing is stored */
  kept: number;
  /** one line for each thing lost, hidden, invented or said untruly; empty: all is well */
  lost: readonly string[];
  /** what happened, for `mustSee` and the table */
  seen: readonly string[];
};

export type SoakResult = {
  name: string;
  title: string;
  goal: number;
  attempts: number;
  seconds: number;
  kept: number;
  lost: string[];
  seen: Record<string, number>;
  /** of `mustSee`, what never happened */
  unseen: string[];
};

/** Runs attempts from `firstSeed`, at most `times` of them and none begun after `deadline` (ms); stops at the third fault. */
export async function runPart(
  part: SoakPart,
  {
    times,
    firstSeed = 1,
    deadline = Number.POSITIVE_INFINITY,
  }: { times: number; firstSeed?: number; deadline?: number },
): Promise<SoakResult> {
  const { name, title, goal, mustSee } = part;
  const began = Date.now();
  const seen: Record<string, number> = {};
  const lost: string[] = [];
  let [attempts, kept] = [0, 0];
  let rig = await part.open();
  // what ended otherwise than it should is no proof of anything: it counts as a fault, and the rig is set up anew
  const broke = async (error: unknown): Promise<Attempt> => {
    await rig.close().catch(() => undefined);
    rig = await part.open();
    return { kept: 0, lost: [`ended with ${error instanceof Error ? error.message : error}`], seen: [] };
  };
  try {
    while (attempts < times && Date.now() < deadline && lost.length < 3) {
      const seed = firstSeed + attempts;
      const attempt = await rig.attempt(seed).catch(broke);
      attempts += 1;
      kept += attempt.kept;
      for (const what of attempt.seen) seen[what] = (seen[what] ?? 0) + 1;
      lost.push(...attempt.lost.map((line) => `seed ${seed}: ${line}`));
    }
  } finally {
    await rig.close();
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  return { name, title, goal, attempts, seconds, kept, lost, seen, unseen: mustSee.filter((what) => !seen[what]) };
}
