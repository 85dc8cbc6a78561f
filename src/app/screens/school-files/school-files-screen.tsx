import { useEffect, useState } from 'preact/hooks';
import type { EnvelopeProblem } from '../../../core/envelope/envelope.ts';
import type { Result } from '../../../core/result.ts';
import { schoolFilesTexts as words } from '../../../texts/school-files.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { FileButton } from '../../fields/file-button.tsx';
import { AwaitedMessage } from '../../office/awaited-message.tsx';
import { inOffice } from '../../office/office-gate.tsx';
import { useProgram } from '../../program.ts';
import type { ReadFile, SchoolFiles } from '../../school-files/school-files.ts';
import { FileCard, Problem } from './file-card.tsx';
import { KeptList } from './kept-list.tsx';

const Awaited = inOffice(AwaitedMessage);

type Chosen = { key: number; name: string; read: Result<ReadFile, EnvelopeProblem> };

/** EV16, EV17: an officer takes the files of schools, with a network or without one, and gives receipts back. */
export function SchoolFilesScreen() {
  const { delivery } = useProgram();
  if (delivery.value.enrolment?.role !== 'officer')
    return (
      <div class="stack">
        <h1>{words.onlyOfficers}</h1>
        <p class="lead">{words.onlyOfficersText}</p>
        <p>
          <a class="btn" href="/sending">
            <Icon sign="up" />
            {words.toSending}
          </a>
        </p>
      </div>
    );
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Awaited />
      <Files />
    </div>
  );
}

function Files() {
  const program = useProgram();
  const [files, setFiles] = useState<SchoolFiles | null>(null);
  const [failed, setFailed] = useState(false);
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [reading, setReading] = useState(false);
  useEffect(() => {
    program.schoolFiles().then(
      (come) => {
        setFiles(come);
        void come.catchUp(true);
      },
      () => setFailed(true),
    );
  }, [program]);
  if (failed) return <Message sign="warn" tone="warn" title={words.loadFailed} />;
  if (!files) return null;

  async function choose(come: SchoolFiles, picked: readonly File[]): Promise<void> {
    setReading(true);
    for (const file of picked) {
      const read = await come.read(file);
      setChosen((before) => [{ key: before.length, name: file.name, read }, ...before]);
    }
    setReading(false);
  }

  return (
    <>
      <p class="row">
        <FileButton several main onFiles={(picked) => choose(files, picked)}>
          {words.choose}
        </FileButton>
        <span role="status">{reading ? words.asking : ''}</span>
      </p>
      <p class="hint">{words.chooseHint}</p>
      {chosen.map(({ key, name, read }) => (
        <section key={key} class="card stack" aria-label={name}>
          <h2>
            <bdi>{name}</bdi>
          </h2>
          {read.ok ? <FileCard file={read.value} files={files} /> : <Problem problem={read.problem} />}
        </section>
      ))}
      <KeptList files={files} />
    </>
  );
}
