import { useComputed, useSignalEffect } from '@preact/signals';
import { useState } from 'preact/hooks';
import { frameTexts } from '../../texts/frame.ts';
import { Icon } from '../../ui/icon.tsx';
import { shortMoment } from '../moment-text.ts';
import { carriedContacts, openContacts } from '../private-values/contacts.ts';
import { isKeptApart, type SavingState, useProgram } from '../program.ts';
import type { Delivery } from '../sync/delivery.ts';
import { useView } from '../use-view.ts';

/** ST6 in the header: exactly what is true about saving. The spoken part changes only when the kind of state changes. */
export function SavingHeader() {
  const { saving, delivery } = useProgram();
  const slow = useSlow();
  const { kind, lines } = useView(() => stateOf(saving.value, delivery.value, slow), [saving, delivery, slow]);
  const bad = kind === 'unsaved';
  return (
    <div class={bad ? 'state bad' : kind === 'noSecondCopy' ? 'state warn' : 'state'}>
      <a href="/sending">
        <Icon sign={bad ? 'stop' : kind === 'noSecondCopy' ? 'warn' : kind === 'confirmed' ? 'dbl' : 'disk'} />
        <span>
          <b>{lines[0]}</b>
          <span>{lines[1]}</span>
        </span>
      </a>
      <Spoken key={kind} text={kind === 'writing' || kind === 'fresh' ? '' : lines.join(', ')} />
    </div>
  );
}

/** Spoken once for a kind: the words of the moment it began. */
function Spoken({ text }: { text: string }) {
  const [first] = useState(text);
  return (
    <span class="vh" role="status">
      {first}
    </span>
  );
}

/** PV9: contacts of staff count, too. The worst truth first: not saved, being written, saved once, not sent, delivered by file, sent, confirmed. */
function stateOf(saving: SavingState, delivery: Delivery, slow: boolean) {
  const words = frameTexts.state;
  const { savedAt } = saving;
  if (isKeptApart(saving)) return { kind: 'unsaved', lines: words.olderTab };
  if (saving.unsaved.length > 0) return { kind: 'unsaved', lines: words.unsaved(saving.unsaved.length) };
  if (slow) return { kind: 'writing', lines: words.writing };
  if (saving.secondCopy === 'unavailable') return { kind: 'noSecondCopy', lines: words.noSecondCopy(savedAt) };
  const { delivered, contacts } = delivery;
  const carried = delivered + carriedContacts(contacts);
  if (delivery.enrolment === null && delivered > 0 && delivery.unsent === delivered)
    return { kind: 'delivered', lines: words.delivered(savedAt, delivered) };
  if (delivery.enrolment === null)
    return savedAt === null ? { kind: 'fresh', lines: words.fresh } : { kind: 'saved', lines: words.saved(savedAt) };
  if (!delivery.counted || contacts === 'opening') return { kind: 'uncounted', lines: words.uncounted(savedAt) };
  const unsent = delivery.unsent - delivered + delivery.refused.length;
  const unsentContacts = openContacts(contacts);
  if (unsent + unsentContacts > 0) return { kind: 'unsent', lines: words.unsent(savedAt, unsent, unsentContacts) };
  if (carried > 0) return { kind: 'delivered', lines: words.delivered(savedAt, carried) };
  if (delivery.sent > 0) return { kind: 'sent', lines: words.sent(savedAt, delivery.answeredAt, delivery.sent) };
  if (contacts === 'closed') return { kind: 'contactsClosed', lines: words.contactsClosed };
  if (delivery.confirmedAt !== null)
    return { kind: 'confirmed', lines: words.confirmed(shortMoment(delivery.confirmedAt)) };
  return { kind: 'fresh', lines: words.nothingYet };
}

/** True once a write has lasted 150 ms: a quick one does not flicker, and draws nothing. */
function useSlow(): boolean {
  const { saving } = useProgram();
  const [slow, setSlow] = useState(false);
  const busy = useComputed(() => saving.value.pending > 0);
  useSignalEffect(() => {
    if (!busy.value) {
      setSlow(false);
      return;
    }
    const timer = setTimeout(() => setSlow(true), 150);
    return () => clearTimeout(timer);
  });
  return slow;
}
