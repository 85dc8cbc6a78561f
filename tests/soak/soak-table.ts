import type { SoakResult } from './soak-part.ts';

/** Several runs of one part count as one. */
export function addResults(one: SoakResult, other: SoakResult): SoakResult {
  const seen = { ...one.seen };
  for (const [what, times] of Object.entries(other.seen)) seen[what] = (seen[what] ?? 0) + times;
  return {
    ...other,
    attempts: one.attempts + other.attempts,
    seconds: one.seconds + other.seconds,
    kept: one.kept + other.kept,
    lost: [...one.lost, ...other.lost],
    seen,
    unseen: other.unseen.filter((what) => !seen[what]),
  };
}

/** The table people read (docs/reliability.md), a line a part. */
export function formatResults(results: readonly SoakResult[]): string {
  const lines = results.map(({ title, attempts, goal, kept, lost, seen, unseen, seconds }) => {
    const happened = Object.entries(seen).map(([what, times]) => `${what}: ${times}`);
    const missing = unseen.map((what) => `${what}: NEVER`);
    const cells = [title, attempts, goal, kept, lost.length, [...happened, ...missing].join(', '), minutes(seconds)];
    return `| ${cells.join(' | ')} |`;
  });
  const head = ['what was tried', 'times', 'goal', 'acknowledged', 'lost', 'what happened', 'minutes'];
  return [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...lines].join('\n');
}

const minutes = (seconds: number): string => (seconds / 60).toFixed(1);
