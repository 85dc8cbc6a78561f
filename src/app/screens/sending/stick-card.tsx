import { useEffect, useId, useState } from 'preact/hooks';
import { isPrivatePath } from '../../../core/private-values/private-values.ts';
import { sendingTexts } from '../../../texts/sending.ts';
import { stickTexts } from '../../../texts/stick.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { downloadCopy } from '../../download.ts';
import { CodeField, codeProblem } from '../../enrolment/code-field.tsx';
import { FileButton } from '../../fields/file-button.tsx';
import { type Program, useProgram } from '../../program.ts';
import { ReceiptOutcome } from './receipt-outcome.tsx';

type Outcome = Awaited<ReturnType<Program['takeReceipt']>>;

/** EV4, EV15: the work to the municipality on a stick, and its receipt back. */
export function StickCard() {
  const { takeReceipt } = useProgram();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reading, setReading] = useState(false);

  async function read([file]: readonly File[]): Promise<void> {
    if (!file) return;
    setReading(true);
    setOutcome(await takeReceipt(file));
    setReading(false);
  }

  return (
    <section class="card stack" id="stick" aria-labelledby="by-stick">
      <h2 id="by-stick">{stickTexts.title}</h2>
      <p>{stickTexts.lead}</p>
      <ol class="steps">
        <li>
          <SaveStep />
        </li>
        <li>
          <p class="b">{stickTexts.carry}</p>
          <p>{stickTexts.carryText}</p>
        </li>
        <li class="stack tight">
          <p class="b">{stickTexts.open}</p>
          <p>{stickTexts.openText}</p>
          <p class="row">
            <FileButton onFiles={read}>{stickTexts.open}</FileButton>
            <span role="status">{reading ? stickTexts.reading : ''}</span>
          </p>
          {outcome ? <ReceiptOutcome outcome={outcome} /> : null}
        </li>
      </ol>
    </section>
  );
}

function SaveStep() {
  const program = useProgram();
  const needsCode = program.delivery.value.enrolment === null;
  const [digits, setDigits] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [contacts, setContacts] = useState(false);
  const [saved, setSaved] = useState<{ name: string; coded: boolean; contacts: boolean } | null>(null);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const coded = needsCode && digits !== '';
    const slip = coded ? codeProblem(digits) : null;
    setProblem(slip);
    if (slip) return setSaved(null);
    const name = await downloadCopy(program, { code: coded ? digits : undefined, contacts });
    setSaved({ name, coded, contacts });
  }

  return (
    <form class="stack tight" onSubmit={save} noValidate>
      <p class="b">{stickTexts.save}</p>
      <p>{stickTexts.saveText}</p>
      {needsCode ? (
        <>
          <p>{stickTexts.codeLead}</p>
          <CodeField
            id="stick-code"
            label={sendingTexts.codeForFile}
            digits={digits}
            hint={stickTexts.codeHint(digits.length)}
            problem={problem}
            onDigits={(typed) => {
              setDigits(typed);
              setProblem(null);
            }}
          />
        </>
      ) : null}
      {needsCode ? null : <WithContacts isChosen={contacts} onChoose={setContacts} />}
      <p>
        <button type="submit" class="btn">
          <Icon sign="usb" />
          {stickTexts.save}
        </button>
      </p>
      {saved ? (
        <Message sign="usb" title={stickTexts.saved(saved.name)}>
          <p>
            {stickTexts.savedText} {saved.coded ? stickTexts.savedCode : ''}{' '}
            {saved.contacts ? stickTexts.savedContacts : ''}
          </p>
        </Message>
      ) : null}
    </form>
  );
}

/** PV7: contacts of staff travel in the file only when somebody ticks it, and only from a device the school's code was entered on. */
function WithContacts({ isChosen, onChoose }: { isChosen: boolean; onChoose: (chosen: boolean) => void }) {
  const program = useProgram();
  const id = useId();
  const [count, setCount] = useState(0);
  const registers = program.registers.value;
  const { contacts } = program.delivery.value;
  useEffect(() => {
    if ([...registers.keys()].some(isPrivatePath))
      program.privateValues().then(
        (values) => setCount(values.carriedOf(program.delivery.value.enrolment?.own ?? '').length),
        () => setCount(0),
      );
  }, [program, registers, contacts]);
  if (count === 0) return null;
  return (
    <>
      <label class="tick">
        <input
          type="checkbox"
          checked={isChosen}
          aria-describedby={id}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
        {stickTexts.contacts(count)}
      </label>
      <p class="hint" id={id}>
        {stickTexts.contactsHint}
      </p>
    </>
  );
}
