/** The network of two days: ids of schools; before − left − unknown + joined = now. */
export type NetworkMovement = Record<'before' | 'left' | 'unknown' | 'joined' | 'now', readonly string[]>;

type Given = {
  before: readonly string[];
  now: readonly string[];
  /** were in the network and have not said; they are counted apart from those that left */
  unknown?: readonly string[];
  /** joined and left in between: they count among both */
  between?: readonly string[];
};

/** NR2, RG6: which schools left the network and joined it; the one reckoning behind every report and screen. */
export function networkMovementOf({ before, now, unknown = [], between = [] }: Given): NetworkMovement {
  const [were, are, silent] = [new Set(before), new Set(now), new Set(unknown)];
  const gone = before.filter((id) => !are.has(id));
  return {
    before,
    left: [...gone.filter((id) => !silent.has(id)), ...between],
    unknown: gone.filter((id) => silent.has(id)),
    joined: [...now.filter((id) => !were.has(id)), ...between],
    now,
  };
}

/** The same as counts. */
export const movementCounts = ({ before, left, unknown, joined, now }: NetworkMovement) => ({
  before: before.length,
  left: left.length,
  unknown: unknown.length,
  joined: joined.length,
  now: now.length,
});
