import { useState } from 'preact/hooks';
import { safetyTexts } from '../../../texts/safety.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { downloadCopy } from '../../download.ts';
import { FileButton } from '../../fields/file-button.tsx';
import { type Program, useProgram } from '../../program.ts';

type Outcome = Awaited<ReturnType<Program['readCopy']>> | { saved: string };

/** The copy in a file: handed to the browser, or read back through the same append as every answer. */
export function CopyFile() {
  const program = useProgram();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return (
    <section class="card stack" aria-labelledby="copy">
      <h2 id="copy">{safetyTexts.copy}</h2>
      <p>{safetyTexts.copyText}</p>
      <p>
        <button type="button" class="btn main" onClick={async () => setOutcome({ saved: await downloadCopy(program) })}>
          <Icon sign="file" />
          {safetyTexts.saveCopy}
        </button>
      </p>
      <p>
        <FileButton onFiles={async ([file]) => file && setOutcome(await program.readCopy(file))}>
          {safetyTexts.readCopy}
        </FileButton>
      </p>
      {outcome ? <OutcomeMessage outcome={outcome} unsaved={program.saving.value.unsaved.length > 0} /> : null}
    </section>
  );
}

function OutcomeMessage({ outcome, unsaved }: { outcome: Outcome; unsaved: boolean }) {
  if ('saved' in outcome) return <Message sign="file" title={safetyTexts.saved(outcome.saved)} />;
  if ('refused' in outcome) {
    const [title = '', text] = safetyTexts.refused[outcome.refused];
    return (
      <Message sign="stop" tone="bad" title={title}>
        <p>{text}</p>
      </Message>
    );
  }
  return unsaved ? (
    <Message sign="warn" tone="warn" title={safetyTexts.takenUnsaved} />
  ) : (
    <Message sign="yes" tone="ok" title={safetyTexts.taken(outcome.taken)} />
  );
}
