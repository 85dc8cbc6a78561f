import { useComputed } from '@preact/signals';
import { campaignOfDay } from '../../core/submission/school-year.ts';
import { type Board, boardOf } from '../../reports/board/board.ts';
import { type Call, callsOf, type NotedCall, notedCalls, phoneOf } from '../../reports/board/calls.ts';
import { useProgram } from '../program.ts';
import { localDay } from '../time.ts';
import { useOffice } from './office.ts';

export type OfficeBoard = {
  board: Board;
  calls: readonly Call[];
  noted: ReadonlyMap<string, readonly NotedCall[]>;
  phoneOf: (placeId: string) => string;
  /** of the campaign, or of today's school year while none is announced */
  campaignId: string;
  /** YYYY-MM-DD on this device */
  today: string;
};

/** The board of the campaign on screen and whom to call; whoever asks is drawn anew when a school, a call or the campaign changes. */
export function useBoard(): OfficeBoard {
  const office = useOffice();
  const { now } = useProgram();
  return useComputed((): OfficeBoard => {
    const today = localDay(now());
    const campaign = office.campaign.value;
    const kept = office.registersOf(office.officeHistory).value;
    const dayOf = (instant: string) => localDay(new Date(instant));
    const board = boardOf(office.schools.value, campaign ?? {}, { today, dayOf });
    const campaignId = campaign?.id ?? campaignOfDay(today).id;
    const noted = notedCalls(kept, campaignId);
    const calls = callsOf(board, noted, today);
    return { board, calls, noted, phoneOf: (id) => phoneOf(kept, id), campaignId, today };
  }).value;
}
