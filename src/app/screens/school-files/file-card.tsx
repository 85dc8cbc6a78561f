import { useId, useState } from 'preact/hooks';
import { schoolFilesTexts as words } from '../../../texts/school-files.ts';
import { Message } from '../../../ui/message.tsx';
import { momentText } from '../../moment-text.ts';
import type { ReadFile, SchoolFiles, TakeProblem } from '../../school-files/school-files.ts';
import { TakenMessage } from './taken-message.tsx';

type Taken = Awaited<ReturnType<SchoolFiles['take']>>;

/** One file before and after it is taken: what is in it, who vouches for it, and whose it is when nobody does. */
export function FileCard({ file, files }: { file: ReadFile; files: SchoolFiles }) {
  const { envelope, judgement } = file;
  const isTrusted = judgement.kind === 'trusted';
  const named = envelope.histories.find(({ history }) => !history.startsWith('local:'))?.history.split(':')[0];
  const [place, setPlace] = useState(isTrusted ? '' : (named ?? ''));
  const [records] = useState(() => files.recordsIn(file)); // as it was before anything was taken
  const [busy, setBusy] = useState(false);
  const [taken, setTaken] = useState<Taken | null>(null);

  async function take(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setTaken(await files.take(file, place === '' ? null : place));
    setBusy(false);
  }

  return (
    <>
      <Facts file={file} records={records} />
      {isTrusted || taken?.ok ? null : <Whose place={place} onPlace={setPlace} files={files} />}
      {envelope.code !== undefined && !taken?.ok ? <p>{words.codeNote}</p> : null}
      <p class="row">
        <button type="button" class={taken?.ok ? 'btn' : 'btn main'} aria-disabled={busy} onClick={take}>
          {taken?.ok ? words.takeAgain : words.take}
        </button>
        <span role="status">{busy ? words.taking : ''}</span>
      </p>
      {taken === null ? null : taken.ok ? (
        <TakenMessage taken={taken.value} envelope={envelope} />
      ) : (
        <Problem problem={taken.problem} />
      )}
    </>
  );
}

type FactsProps = { file: ReadFile; records: { all: number; fresh: number } };

function Facts({ file: { envelope, judgement }, records }: FactsProps) {
  const place = envelope.histories.find((one) => one.place !== null)?.place ?? words.schoolUnknown;
  return (
    <dl class="facts">
      <dt>{words.school}</dt>
      <dd>{place}</dd>
      <dt>{words.device}</dt>
      <dd>{envelope.by.label}</dd>
      <dt>{words.made}</dt>
      <dd>{momentText(envelope.madeAt)}</dd>
      <dt>{words.records}</dt>
      <dd>{words.recordsText(records.all, records.fresh)}</dd>
      {envelope.privates ? (
        <>
          <dt>{words.contacts}</dt>
          <dd>{words.contactsText(envelope.privates.length)}</dd>
        </>
      ) : null}
      <dt>{words.signature}</dt>
      <dd>{judgement.kind === 'trusted' ? words.trusted : words.doubts[judgement.why]}</dd>
      {envelope.code === undefined ? null : (
        <>
          <dt>{words.code}</dt>
          <dd>{words.codeIn}</dd>
        </>
      )}
    </dl>
  );
}

type WhoseProps = { place: string; onPlace: (id: string) => void; files: SchoolFiles };

function Whose({ place, onPlace, files }: WhoseProps) {
  const id = useId();
  return (
    <div class="f">
      <label class="lab" for={id}>
        {words.whose}
      </label>
      <select id={id} value={place} onChange={(event) => onPlace(event.currentTarget.value)}>
        <option value="">{words.notNamed}</option>
        {(files.schools.value ?? []).map((school) => (
          <option key={school.id} value={school.id}>
            {school.shortName}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Why nothing was taken; of a file nobody vouches for, what is doubtful about it. */
export function Problem({ problem }: { problem: TakeProblem }) {
  const [title, text] = words.problems[problem.code];
  const why = problem.code === 'place-needed' ? words.whys[problem.why] : undefined;
  const needsName = problem.code === 'place-needed';
  return (
    <Message sign={needsName ? 'info' : 'stop'} tone={needsName ? 'warn' : 'bad'} title={title}>
      <p>
        {why === undefined ? '' : `${words.doubtful(why)} `}
        {text}
      </p>
    </Message>
  );
}
