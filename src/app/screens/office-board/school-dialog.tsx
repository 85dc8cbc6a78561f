import { useState } from 'preact/hooks';
import { extensionOf } from '../../../core/submission/campaigns.ts';
import type { BoardRow } from '../../../reports/board/board.ts';
import { callPathOf, phonePathOf } from '../../../reports/board/calls.ts';
import { boardTexts, schoolCardTexts as texts } from '../../../texts/board.ts';
import { dateText } from '../../../texts/numbers.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useOffice } from '../../office/office.ts';
import { useBoard } from '../../office/use-board.ts';
import { ExtendForm } from './extend-form.tsx';
import { NoteField } from './note-field.tsx';

/** One school: its number, the calls made, its last day, and the ways to its answers. */
export function SchoolDialog({ row, onClose }: { row: BoardRow; onClose: () => void }) {
  const { place } = row.school;
  return (
    <Dialog title={place.shortName} close={texts.close} onClose={onClose}>
      <p>
        {place.name}
        {place.address ? `, ${place.address}` : ''}
        <br />
        <span class="q">{boardTexts.lastContact(row)}</span>
      </p>
      <Calls placeId={place.id} />
      <Extension placeId={place.id} shortName={place.shortName} />
      <p class="row">
        <a class="btn" href={`/paper/${place.id}`}>
          {boardTexts.paper}
        </a>
        <a class="btn" href={`/schools/${place.id}`}>
          {boardTexts.open}
        </a>
      </p>
    </Dialog>
  );
}

function Calls({ placeId }: { placeId: string }) {
  const office = useOffice();
  const { noted, phoneOf, campaignId, today } = useBoard();
  const calls = noted.get(placeId) ?? [];
  const keepPhone = (phone: string) => office.write(office.officeHistory, phonePathOf(placeId), phone || null);
  const note = (text: string) =>
    office.write(office.officeHistory, callPathOf(campaignId, placeId, crypto.randomUUID()), { on: today, text });
  return (
    <>
      <NoteField
        label={texts.phone}
        hint={texts.phoneHint}
        value={phoneOf(placeId)}
        button={texts.savePhone}
        done={texts.phoneDone}
        onSave={keepPhone}
      />
      <NoteField
        label={texts.note}
        hint={texts.noteHint}
        value=""
        button={texts.saveNote}
        done={texts.callDone}
        free
        onSave={note}
      />
      <h3>{texts.noted}</h3>
      {calls.length === 0 ? <p class="q">{texts.noCalls}</p> : null}
      <ul>
        {calls.map(({ on, text }, at) => (
          <li key={`${on} ${at}`}>{texts.calledOn(dateText(on), text)}</li>
        ))}
      </ul>
    </>
  );
}

function Extension({ placeId, shortName }: { placeId: string; shortName: string }) {
  const { campaign, registersOf } = useOffice();
  const [open, setOpen] = useState(false);
  if (!campaign.value) return null;
  const own = extensionOf(campaign.value.id, registersOf(placeId).value);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{own ? texts.extended(dateText(own.due), own.reason) : texts.extendFor(shortName)}</summary>
      <ExtendForm placeId={placeId} />
    </details>
  );
}
