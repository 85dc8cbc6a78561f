import { canonicalJson } from '../json.ts';
import type { Revision } from './revision.ts';
import { isAmong } from './snapshot.ts';

/** One change of a register, as its history tells it. */
export type Change = {
  revision: Revision;
  /** different values its author had on screen and replaced, in order of display; what is not on this device is left out */
  replaced: readonly Revision[];
  /** how many of the revisions it replaced are not on this device */
  missing: number;
  /** what became of it: nobody has answered it yet and no other value stands beside it, another one does, or it was replaced */
  standing: 'current' | 'conflict' | 'replaced';
  /** its author had several different values on screen and settled them */
  settled: boolean;
  /** not part of what was submitted last */
  late: boolean;
};

/**
 * HI1: every change of one register, newest first by what answers what: none stands above one that answers it; of those that
 * know nothing of each other the one more generations deep, then by id, so that every device shows one order; clocks decide
 * nothing. HI2: each change tells what it replaced, parents that are not here included, and whether it settled several values.
 * HI3: `submitted`, the heads submitted last (null: nothing was), tells which changes came after them.
 */
export function historyOf(revisions: readonly Revision[], submitted: ReadonlySet<string> | null = null): Change[] {
  const byId = new Map(revisions.map((revision) => [revision.id, revision]));
  const depths = depthsOf(byId);
  const depthOf = ({ id }: Revision) => depths.get(id) ?? 0;
  const ordered = [...byId.values()].sort((a, b) => depthOf(b) - depthOf(a) || (a.id < b.id ? 1 : -1));
  const answered = new Set(ordered.flatMap(({ parents }) => parents));
  const standing = distinct(ordered.filter(({ id }) => !answered.has(id))).length;
  const inSubmitted = submitted && withAncestors(ordered, submitted);
  return ordered.map((revision) => {
    const seen = ordered.filter(({ id }) => revision.parents.includes(id));
    const replaced = distinct(seen);
    return {
      revision,
      replaced,
      missing: new Set(revision.parents).size - seen.length,
      standing: answered.has(revision.id) ? 'replaced' : standing > 1 ? 'conflict' : 'current',
      settled: replaced.length > 1,
      late: inSubmitted !== null && !inSubmitted.has(revision.id),
    };
  });
}

/** How deep each stands: its own generation, but never less than below all that it answers; a generation is only claimed. */
function depthsOf(byId: ReadonlyMap<string, Revision>): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  // an id is the hash of what names the parents: nothing can be its own ancestor
  const open = [...byId.keys()];
  for (let id = open.at(-1); id !== undefined; id = open.at(-1)) {
    const { parents = [], gen = 0 } = byId.get(id) ?? {};
    const below = parents.filter((parent) => byId.has(parent) && !depths.has(parent));
    if (below.length > 0) {
      open.push(...below);
      continue;
    }
    depths.set(
      id,
      parents.reduce((most, parent) => Math.max(most, 1 + (depths.get(parent) ?? 0)), gen),
    );
    open.pop();
  }
  return depths;
}

/** Those of the revisions that were submitted, and everything they answered. `ordered`: newest first. */
function withAncestors(ordered: readonly Revision[], submitted: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const revision of ordered)
    if (found.has(revision.id) || isAmong(submitted, revision))
      for (const id of [revision.id, ...revision.parents]) found.add(id);
  return found;
}

/** The first of each value (RV6). */
function distinct(revisions: readonly Revision[]): Revision[] {
  const byValue = new Map<string, Revision>();
  for (const revision of revisions) {
    const text = canonicalJson(revision.value);
    if (!byValue.has(text)) byValue.set(text, revision);
  }
  return [...byValue.values()];
}
