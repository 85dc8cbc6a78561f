import { useState } from 'preact/hooks';
import type { Sheet } from '../../../core/monitoring-table/sheet-cells.ts';
import {
  type ListChange,
  type ListProblem,
  municipalListCsv,
  readMunicipalList,
} from '../../../core/places/municipal-list.ts';
import { placePathOf } from '../../../core/places/place-entry.ts';
import { placesProblemWords } from '../../../reports/import-words.ts';
import { placesFileTexts as texts } from '../../../texts/campaign.ts';
import { tableTexts } from '../../../texts/monitoring-table.ts';
import { placesTexts } from '../../../texts/places.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { downloadFile } from '../../download.ts';
import { useOffice } from '../../office/office.ts';
import { readTableFile } from '../../office/read-table-file.ts';

const mostShown = 20;

type Read =
  | { kind: 'reading' }
  | { kind: 'change'; change: ListChange }
  | { kind: 'problems'; problems: readonly ListProblem[] }
  | { kind: 'unreadable' }
  | { kind: 'load-failed' }
  | { kind: 'too-long' }
  | { kind: 'taken'; done: number; of: number };

/** CN7: the list of schools from a CSV or xlsx table; told by row before anything is written, nothing half taken. */
export function PlacesFile() {
  const office = useOffice();
  const [read, setRead] = useState<Read | null>(null);

  async function choose(file: File): Promise<void> {
    setRead({ kind: 'reading' });
    setRead(await readFile(file, (rows) => readMunicipalList(rows, office.places.value, office.place.id)));
  }

  async function take({ fresh, changed }: ListChange): Promise<void> {
    const all = [...fresh, ...changed];
    let done = 0;
    for (const place of all) if (await office.write(office.publicHistory, placePathOf(place.id), place)) done += 1;
    setRead({ kind: 'taken', done, of: all.length });
  }

  function saveSample(): void {
    const file = new Blob(
      [municipalListCsv(office.places.value.filter(({ kind }) => kind === 'school' || kind === 'branch'))],
      { type: 'text/csv' },
    );
    downloadFile(file, texts.sampleName);
  }

  return (
    <details>
      <summary>{texts.title}</summary>
      <div class="stack">
        <p>{texts.lead}</p>
        <div class="row">
          <label class="btn">
            <Icon sign="file" />
            {texts.choose}
            <input
              class="vh"
              type="file"
              accept=".csv,.xlsx,text/csv"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file) void choose(file);
                currentTarget.value = '';
              }}
            />
          </label>
          <button type="button" class="btn link" onClick={saveSample}>
            {texts.sample}
          </button>
        </div>
        <Outcome read={read} onTake={take} />
      </div>
    </details>
  );
}

async function readFile(
  file: File,
  judge: (rows: Sheet['rows']) => ReturnType<typeof readMunicipalList>,
): Promise<Read> {
  const read = await readTableFile(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok)
    return read.problem.code === 'csv'
      ? { kind: 'problems', problems: [read.problem.problem] }
      : { kind: read.problem.code };
  const judged = judge(read.value[0]?.rows ?? []);
  return judged.ok ? { kind: 'change', change: judged.value } : { kind: 'problems', problems: judged.problem };
}

function Outcome({ read, onTake }: { read: Read | null; onTake: (change: ListChange) => void }) {
  if (read === null) return null;
  if (read.kind === 'reading') return <p role="status">{texts.reading}</p>;
  if (read.kind === 'unreadable') return <Message sign="stop" tone="bad" title={texts.unreadable} />;
  if (read.kind === 'too-long') return <Message sign="stop" tone="bad" title={tableTexts.problems['too-long']} />;
  if (read.kind === 'load-failed') return <Message sign="warn" tone="warn" title={texts.loadFailed} />;
  if (read.kind === 'problems') return <Problems problems={read.problems} />;
  if (read.kind === 'taken')
    return read.done === read.of ? (
      <Message sign="yes" tone="ok" title={texts.taken(read.done)} />
    ) : (
      <Message sign="warn" tone="warn" title={texts.notTaken(read.done, read.of)} />
    );
  const { fresh, changed, same } = read.change;
  return (
    <div class="stack" role="status">
      <p>{texts.found(fresh.length, changed.length, same)}</p>
      <ul>
        {[...fresh, ...changed].slice(0, mostShown).map(({ id, shortName, address }) => (
          <li key={id}>{[shortName, address].filter(Boolean).join(', ')}</li>
        ))}
      </ul>
      {fresh.length + changed.length > mostShown ? (
        <p>{texts.more(fresh.length + changed.length - mostShown)}</p>
      ) : null}
      {fresh.length + changed.length === 0 ? (
        <p>{texts.nothingNew}</p>
      ) : (
        <button type="button" class="btn" onClick={() => onTake(read.change)}>
          {texts.take}
        </button>
      )}
    </div>
  );
}

function Problems({ problems }: { problems: readonly ListProblem[] }) {
  return (
    <Message sign="stop" tone="bad" title={placesTexts.nothingTaken}>
      <ul>
        {problems.slice(0, mostShown).map((problem, at) => (
          <li key={`${problem.row} ${at}`}>{wordsOf(problem)}</li>
        ))}
      </ul>
      {problems.length > mostShown ? <p>{texts.more(problems.length - mostShown)}</p> : null}
    </Message>
  );
}

const wordsOf = (problem: ListProblem): string =>
  problem.code === 'not-below' ? placesTexts.row(problem.row, texts.notBelow(problem.id)) : placesProblemWords(problem);
