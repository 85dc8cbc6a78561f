import type { Cursor } from '../../core/sync/chain.ts';

/** What the endpoint has shown back of one history, and up to where. */
export type Confirmations = {
  cursor: Cursor;
  /** when the endpoint took each, by its clock: milliseconds since 1970 */
  ids: ReadonlyMap<string, number>;
  latest: number | null;
};

export type ConfirmedRow = { id: string; history: string; srvAt: number };
export type CursorRow = { history: string } & Cursor;

/** A revision a receipt says was taken; `at`: when, by the clock of whoever took it. */
export type DeliveredRow = { id: string; at: string };
