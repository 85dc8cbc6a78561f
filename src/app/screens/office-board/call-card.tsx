import type { Call } from '../../../reports/board/calls.ts';
import { boardTexts as texts } from '../../../texts/board.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useBoard } from '../../office/use-board.ts';

const mostShown = 5;

/** BD3: whom to call today and why, and the list on paper. */
export function CallCard({ onOpen }: { onOpen: (placeId: string) => void }) {
  const { board, calls, phoneOf } = useBoard();
  return (
    <section class="card stack" aria-labelledby="calls-title">
      <h2 id="calls-title">{texts.callTitle(calls.length)}</h2>
      {calls.length === 0 ? <p>{texts.nobodyToCall(board.submitted === board.rows.length)}</p> : null}
      <ul class="plain stack">
        {calls.slice(0, mostShown).map((call) => (
          <CallLine
            key={call.row.school.place.id}
            call={call}
            phone={phoneOf(call.row.school.place.id)}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {calls.length > mostShown ? <p>{texts.moreCalls(calls.length - mostShown)}</p> : null}
      <p class="noprint">
        <a class="btn sm" href="/call-list">
          <Icon sign="print" />
          {texts.printList}
        </a>
      </p>
    </section>
  );
}

function CallLine({ call, phone, onOpen }: { call: Call; phone: string; onOpen: (placeId: string) => void }) {
  const { place } = call.row.school;
  return (
    <li>
      <button type="button" class="btn sm link" onClick={() => onOpen(place.id)}>
        {place.shortName}
      </button>
      {phone ? <p>{phone}</p> : null}
      <p class="s q">
        {texts.callReason(call)} {texts.lastContact(call.row)}
      </p>
    </li>
  );
}
