import { boardTexts, callListTexts as texts } from '../../texts/board.ts';
import { dateText } from '../../texts/numbers.ts';
import { reportTexts } from '../../texts/reports.ts';
import type { Cell, ReportDocument, Run } from '../report-document.ts';
import type { Board } from './board.ts';
import type { Call, NotedCall } from './calls.ts';

type Given = {
  board: Board;
  calls: readonly Call[];
  noted: ReadonlyMap<string, readonly NotedCall[]>;
  phoneOf: (placeId: string) => string;
  municipality: string;
  campaign: { title: string; basis?: string };
  today: string;
};

/** BD5: whom to call today on paper: A4, every school with why, how far it is and when it was last heard, the last call, and room to write. */
export function callList(given: Given): ReportDocument {
  const { board, calls, municipality, campaign, today } = given;
  const due = board.due ? texts.due(dateText(board.due), board.daysLeft ?? 0) : texts.noDue;
  return {
    title: texts.title,
    page: 'portrait',
    sections: [
      {
        title: texts.heading(dateText(today)),
        fit: 'flow',
        blocks: [
          { kind: 'paragraph', text: `${municipality}. ${campaign.title}. ${due}` },
          { kind: 'paragraph', text: texts.submitted(board.submitted, board.rows.length) },
          calls.length === 0
            ? { kind: 'paragraph', text: boardTexts.nobodyToCall(board.submitted === board.rows.length) }
            : {
                kind: 'table',
                columns: [
                  { title: reportTexts.no, width: 5, align: 'end' },
                  { title: texts.head.school, width: 30 },
                  { title: texts.head.why, width: 30 },
                  { title: texts.head.notes, width: 35 },
                ],
                rows: calls.map((call, at) => rowOf(call, at, given)),
                byHand: true,
              },
        ],
        footer: { left: campaign.basis ? reportTexts.basis(campaign.basis) : '', right: texts.made(dateText(today)) },
      },
    ],
  };
}

function rowOf(call: Call, at: number, { noted, phoneOf }: Given): Cell[] {
  const { place } = call.row.school;
  const phone = phoneOf(place.id);
  const [last] = noted.get(place.id) ?? [];
  const lines: Run[] = [{ bold: place.shortName }];
  if (place.address) lines.push(`\n${place.address}`);
  lines.push(`\n${texts.phone} `, phone ? { bold: phone } : { line: true });
  const why = [
    boardTexts.callReason(call),
    boardTexts.lastContact(call.row),
    last ? texts.lastCall(dateText(last.on), last.text) : '',
  ];
  return [String(at + 1), lines, why.filter(Boolean).join('\n'), ''];
}
