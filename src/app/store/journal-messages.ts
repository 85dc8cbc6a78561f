/** What the page asks the journal's worker, each with a number the answer carries back. */
export type JournalRequest =
  | { call: number; op: 'open' }
  | { call: number; op: 'begin'; text: string }
  | { call: number; op: 'append'; text: string };

export type JournalAnswer = { call: number } & ({ ok: true; texts?: string[] } | { ok: false; error: string });
