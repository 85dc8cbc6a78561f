import { useState } from 'preact/hooks';
import type { Envelope } from '../../../core/envelope/envelope.ts';
import { refusalWords } from '../../../texts/refusals.ts';
import { schoolFilesTexts as words } from '../../../texts/school-files.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { downloadFile } from '../../download.ts';
import { useProgram } from '../../program.ts';
import type { TakenFile } from '../../school-files/school-files.ts';
import { packText } from '../../store/packed-text.ts';
import { localDay } from '../../time.ts';

/** What was taken and what was not, and the receipt for the school. */
export function TakenMessage({ taken, envelope }: { taken: TakenFile; envelope: Envelope }) {
  const { place, refused, by, enrolled, receipt, waits } = taken;
  const reasons = [...new Set(refused.map(({ why }) => why))];
  return (
    <>
      <Message sign="yes" tone="ok" title={words.taken(place)}>
        <p>
          {words.counts(taken.new, taken.known)} {words.by[by]} {enrolled ? words.enrolled : ''}
        </p>
        {waits ? <p>{words.waits}</p> : null}
        <p>{receipt === null ? words.noReceipt : words.receiptText}</p>
      </Message>
      {reasons.map((why) => (
        <Message
          key={why}
          sign="warn"
          tone="warn"
          title={words.refused(refused.filter((one) => one.why === why).length, refusalWords(why))}
        />
      ))}
      {receipt === null ? null : <SaveReceipt receipt={receipt} hash={envelope.hash} />}
    </>
  );
}

/** EV10: the receipt as a file; its name says which file it answers, so that several lie side by side on one stick. */
export function SaveReceipt({ receipt, hash }: { receipt: string; hash: string }) {
  const { now } = useProgram();
  const [saved, setSaved] = useState<string | null>(null);
  const name = `gotovo-kvitancia-${localDay(now())}-${hash.slice(0, 4)}.gotovo.gz`;
  return (
    <p class="row">
      <button
        type="button"
        class="btn main"
        onClick={async () => setSaved(downloadFile(await packText(receipt), name))}
      >
        <Icon sign="usb" />
        {words.receipt}
      </button>
      <span role="status">{saved ? words.receiptSaved(saved) : ''}</span>
    </p>
  );
}
