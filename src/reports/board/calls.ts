import { propertiesOf } from '../../core/submission/answer.ts';
import type { Registers } from '../../core/submission/registers.ts';
import { type Board, type BoardRow, daysBetween } from './board.ts';

/** A call an officer noted; `on`: YYYY-MM-DD. */
export type NotedCall = { on: string; text: string };

/** Whom to call and why: the first reason that holds. */
export type Call = {
  row: BoardRow;
  reason: 'neverOpened' | 'late' | 'silent';
  /** what to offer: a new code where no device has one, the stick where answers wait for a network */
  offer: 'code' | 'stick' | null;
};

const soonInDays = 7;
const silentInDays = 3;

/** Where one noted call stands in the office history; a register of its own, so two calls never conflict. */
export const callPathOf = (campaignId: string, placeId: string, nonce: string): string =>
  `${campaignId}/call:${placeId}:${nonce}`;

/** Where the office keeps the number it calls a school under. */
export const phonePathOf = (placeId: string): string => `-/phone:${placeId}`;

/** Calls noted in a campaign by place id, newest first; `registers`: of the municipality's office history. */
export function notedCalls(registers: Registers, campaignId: string): ReadonlyMap<string, readonly NotedCall[]> {
  const found = new Map<string, NotedCall[]>();
  for (const [path, [head]] of registers) {
    const placeId = path.startsWith(`${campaignId}/call:`) ? path.split(':')[1] : undefined;
    const { on, text } = propertiesOf(head?.value ?? null);
    if (placeId === undefined || typeof on !== 'string' || typeof text !== 'string') continue;
    found.set(placeId, [...(found.get(placeId) ?? []), { on, text }]);
  }
  for (const calls of found.values()) calls.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  return found;
}

/** The telephone number of a school as the office wrote it down; empty: none. */
export function phoneOf(registers: Registers, placeId: string): string {
  const value = registers.get(phonePathOf(placeId))?.[0]?.value;
  return typeof value === 'string' ? value : '';
}

/**
 * BD3: to be called are, in the order of the board, schools that have not submitted or have it back: those whose last day is
 * over; within a week of it (or when none is set) those who never opened it or were silent for three days; and at any time
 * those silent so long with answers unsent. Who was called today is not called again.
 */
export function callsOf(board: Board, noted: ReadonlyMap<string, readonly NotedCall[]>, today: string): Call[] {
  return board.rows.flatMap((row): Call[] => {
    const isCalled = noted.get(row.school.place.id)?.some(({ on }) => on === today) ?? false;
    const reason = isCalled || row.state === 'submitted' || row.state === 'accepted' ? null : reasonOf(row, today);
    return reason ? [{ row, reason, offer: offerOf(row) }] : [];
  });
}

function reasonOf(row: BoardRow, today: string): Call['reason'] | null {
  const isOver = row.due !== null && today > row.due;
  const isSoon = row.due === null || daysBetween(today, row.due) <= soonInDays;
  if (row.state === 'neverOpened') return isOver || isSoon ? 'neverOpened' : null;
  if (isOver) return 'late';
  return isSilent(row) && (isSoon || row.school.contact.unsent > 0) ? 'silent' : null;
}

const isSilent = ({ silentDays }: BoardRow): boolean => silentDays === null || silentDays >= silentInDays;

function offerOf(row: BoardRow): Call['offer'] {
  const { devices, unsent } = row.school.contact;
  if (devices === 0) return 'code';
  return unsent > 0 && isSilent(row) ? 'stick' : null;
}
