import type { Json } from '../json.ts';

/** What one line of paper writes: the value of a register by its short key. */
export type PaperEntry = { key: string; value: Json };

/** Why a typed line was not written. */
export type PaperProblem =
  | { code: 'unknown-code'; typed: string }
  | { code: 'not-a-key'; typed: string; most: number }
  | { code: 'na-critical' }
  | { code: 'reason-needed' }
  | { code: 'looks-personal' }
  | { code: 'not-a-count'; typed: string }
  | { code: 'not-a-figure'; typed: string }
  | { code: 'not-whole'; figure: number }
  | { code: 'above-total'; count: number; total: number }
  | { code: 'total-unknown' }
  | { code: 'total-differs'; typed: number; total: number }
  | { code: 'not-a-date'; typed: string }
  | { code: 'date-in-future'; date: string; asOf: string }
  | { code: 'not-a-percent'; typed: string }
  | { code: 'above-whole'; part: number; whole: number }
  | { code: 'not-a-pair'; typed: string }
  | { code: 'outside-year'; date: string }
  | { code: 'unknown-exam'; typed: string }
  | { code: 'unknown-subject'; typed: string; exam: string }
  | { code: 'exam-without-graduates'; exam: string; grade: number }
  | { code: 'exam-line'; typed: string }
  | { code: 'branch-line'; typed: string }
  | { code: 'buildings-there'; count: number }
  | { code: 'not-an-address'; typed: string };

/** A line read: what it writes, or why not; `keep`: what a second Enter writes all the same, as it stands on paper (PE4). */
export type PaperRead =
  | { ok: true; entries: readonly PaperEntry[] }
  | { ok: false; problem: PaperProblem; keep: readonly PaperEntry[] };

export const written = (...entries: PaperEntry[]): PaperRead => ({ ok: true, entries });
export const refused = (problem: PaperProblem, ...keep: PaperEntry[]): PaperRead => ({ ok: false, problem, keep });
