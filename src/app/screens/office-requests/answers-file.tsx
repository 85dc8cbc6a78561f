import { useState } from 'preact/hooks';
import {
  type AnswersTable,
  type AnswersTableProblem,
  readAnswersTable,
} from '../../../core/requests/read-answers-table.ts';
import { answerPathOf, type NotedRequest } from '../../../core/requests/vendor-requests.ts';
import { tableTexts } from '../../../texts/monitoring-table.ts';
import { requestsTexts as texts } from '../../../texts/requests.ts';
import { Message } from '../../../ui/message.tsx';
import { FileButton } from '../../fields/file-button.tsx';
import { useOffice } from '../../office/office.ts';
import { readTableFile } from '../../office/read-table-file.ts';

const words = texts.office;

type State =
  | { kind: 'reading' }
  | { kind: 'unreadable' }
  | { kind: 'load-failed' }
  | { kind: 'too-long' }
  | { kind: 'no-table' }
  | { kind: 'read'; table: AnswersTable }
  | { kind: 'taken'; done: number; of: number };

/** VR3: the vendor's table comes back: what is in it is told first and written when the officer says so. */
export function AnswersFile({ requests }: { requests: readonly NotedRequest[] }) {
  const office = useOffice();
  const [state, setState] = useState<State | null>(null);

  async function choose(file: File): Promise<void> {
    setState({ kind: 'reading' });
    const read = await readTableFile(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) return setState({ kind: read.problem.code === 'csv' ? 'unreadable' : read.problem.code });
    const rows = read.value.flatMap((sheet) => sheet.rows);
    const table = readAnswersTable(rows, texts.list.heads, requests);
    setState(table ? { kind: 'read', table } : { kind: 'no-table' });
  }

  async function take({ answers }: AnswersTable): Promise<void> {
    let done = 0;
    for (const [id, answer] of answers)
      if (await office.write(office.publicHistory, answerPathOf(id), answer)) done += 1;
    setState({ kind: 'taken', done, of: answers.size });
  }

  return (
    <div class="stack tight noprint">
      <p>
        <FileButton accept=".xlsx,.csv,text/csv" onFiles={([file]) => file && void choose(file)}>
          {words.takeAnswers}
        </FileButton>
      </p>
      {state ? <Told state={state} onTake={take} /> : null}
    </div>
  );
}

function Told({ state, onTake }: { state: State; onTake: (table: AnswersTable) => void }) {
  if (state.kind === 'read') return <Read table={state.table} onTake={onTake} />;
  if (state.kind === 'reading') return <p role="status">{words.reading}</p>;
  if (state.kind === 'unreadable') return <Message sign="stop" tone="bad" title={words.unreadable} />;
  if (state.kind === 'no-table') return <Message sign="stop" tone="bad" title={words.noTable} />;
  if (state.kind === 'too-long') return <Message sign="stop" tone="bad" title={tableTexts.problems['too-long']} />;
  if (state.kind === 'load-failed') return <Message sign="warn" tone="warn" title={words.loadFailed} />;
  return state.done === state.of ? (
    <Message sign="yes" tone="ok" title={words.taken(state.done)} />
  ) : (
    <Message sign="warn" tone="warn" title={words.takenPartly(state.done, state.of)} />
  );
}

function Read({ table, onTake }: { table: AnswersTable; onTake: (table: AnswersTable) => void }) {
  const { answers, known, silent, problems } = table;
  return (
    <Message
      sign={problems.length > 0 ? 'warn' : 'info'}
      {...(problems.length > 0 && { tone: 'warn' as const })}
      title={words.found(answers.size, known, silent)}
      actions={
        answers.size > 0 ? (
          <button type="button" class="btn main" onClick={() => onTake(table)}>
            {words.take(answers.size)}
          </button>
        ) : null
      }
    >
      {problems.length > 0 ? (
        <>
          <p>{words.problems}</p>
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.code}${problem.id}`}>{wordsOf(problem)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Message>
  );
}

const wordsOf = (problem: AnswersTableProblem): string =>
  problem.code === 'not-a-day' ? words.problemWords['not-a-day'](problem) : words.problemWords[problem.code](problem);
