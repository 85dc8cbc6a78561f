import { useMemo, useState } from 'preact/hooks';
import type { Sheet } from '../../../core/monitoring-table/sheet-cells.ts';
import { textOfCell } from '../../../core/monitoring-table/sheet-cells.ts';
import type { BroughtList } from '../../../core/reconciliation/brought-list.ts';
import {
  type ListColumns,
  listColumnsOf,
  listParts,
  listRowsOf,
  municipalityIn,
} from '../../../core/reconciliation/list-columns.ts';
import { readDay } from '../../../core/submission/typed-text.ts';
import { broughtListTexts as texts } from '../../../texts/brought-lists.ts';
import { tableTexts } from '../../../texts/monitoring-table.ts';
import { dateText } from '../../../texts/numbers.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { FileButton } from '../../fields/file-button.tsx';
import { readTableFile, type TableFileProblem } from '../../office/read-table-file.ts';
import type { Lists } from './lists-state.ts';

const mostRows = 3000;
type Chosen = { name: string; sheet: Sheet; columns: ListColumns };
type State =
  | { kind: 'none' }
  | { kind: 'reading' }
  | { kind: 'told'; text: string; isWrong: boolean }
  | { kind: 'chosen'; file: Chosen };

/** RC1, RC6: a file chosen, its columns shown and changed where need be, taken as a new list or a newer version of one. */
export function ListFile({ state: lists }: { state: Lists }) {
  const [state, setState] = useState<State>({ kind: 'none' });
  async function choose(file: File): Promise<void> {
    setState({ kind: 'reading' });
    const read = await readTableFile(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) return setState({ kind: 'told', text: problemWords(read.problem), isWrong: true });
    const sheet = read.value.find((one) => listColumnsOf(one)) ?? read.value.find(({ rows }) => rows.length > 0);
    if (!sheet) return setState({ kind: 'told', text: tableTexts.problems.unreadable, isWrong: true });
    const columns = listColumnsOf(sheet) ?? { head: -1, name: null, address: null, municipality: null, kind: null };
    setState({ kind: 'chosen', file: { name: file.name.replace(/\.\w+$/, ''), sheet, columns } });
  }
  async function take(list: BroughtList): Promise<void> {
    const kept = await lists.saveList(list);
    setState({ kind: 'told', text: kept ? texts.taken(list.title) : texts.notSaved, isWrong: !kept });
  }
  return (
    <div class="stack">
      <p>
        <FileButton accept=".xlsx,.csv,text/csv" onFiles={([file]) => file && void choose(file)}>
          {texts.choose}
        </FileButton>
      </p>
      {state.kind === 'reading' ? <p role="status">{texts.reading}</p> : null}
      {state.kind === 'told' ? (
        <Message sign={state.isWrong ? 'stop' : 'yes'} tone={state.isWrong ? 'bad' : 'ok'} title={state.text} />
      ) : null}
      {state.kind === 'chosen' ? <TakeList file={state.file} lists={lists} onTake={take} /> : null}
    </div>
  );
}

const problemWords = (problem: TableFileProblem): string =>
  problem.code === 'csv' ? texts.csv(problem.row) : tableTexts.problems[problem.code];

type TakeProps = { file: Chosen; lists: Lists; onTake: (list: BroughtList) => Promise<void> };

function TakeList({ file, lists: { kept, places }, onTake }: TakeProps) {
  const isMunicipality = useMemo(() => municipalityIn(places), [places]);
  const same = kept.find((list) => list.title === file.name);
  const [id, setId] = useState(same?.id ?? '');
  const [title, setTitle] = useState(file.name);
  const [from, setFrom] = useState(same?.from ?? '');
  const [asOf, setAsOf] = useState('');
  const [columns, setColumns] = useState(file.columns);
  const [problem, setProblem] = useState<string | null>(null);
  const read = useMemo(() => listRowsOf(file.sheet, columns, isMunicipality), [file, columns, isMunicipality]);

  function submit(event: Event): void {
    event.preventDefault();
    const day = readDay(asOf);
    if (title.trim() === '') return void setProblem(texts.needsTitle);
    if (day !== null && typeof day !== 'string') return void setProblem(texts.badDay);
    if (columns.name === null) return void setProblem(texts.needsName);
    if (read.rows.length > mostRows) return void setProblem(texts.tooLong);
    const listId = id === '' ? crypto.randomUUID().slice(0, 8) : id;
    void onTake({ id: listId, title: title.trim(), from: from.trim(), asOf: day ?? '', rows: read.rows });
  }
  function chooseList(chosen: string): void {
    const known = kept.find((list) => list.id === chosen);
    setId(chosen);
    setTitle(known?.title ?? file.name);
    setFrom(known?.from ?? '');
    setAsOf(dateText(known?.asOf ?? ''));
  }
  return (
    <form class="card stack" onSubmit={submit}>
      {kept.length > 0 ? (
        <label class="f">
          <span>{texts.which}</span>
          <select value={id} onChange={({ currentTarget }) => chooseList(currentTarget.value)}>
            <option value="">{texts.newList}</option>
            {kept.map((list) => (
              <option key={list.id} value={list.id}>
                {list.title}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <Line label={texts.listTitle} value={title} onType={setTitle} />
      <Line label={texts.from} value={from} onType={setFrom} />
      <Line label={texts.asOf} value={asOf} onType={setAsOf} />
      <p class="hint">{texts.asOfHint}</p>
      <ColumnChoices sheet={file.sheet} columns={columns} onChange={setColumns} />
      <p role="status">{texts.found(read.rows.length, read.nameless, read.apart)}</p>
      {problem ? (
        <p class="err" role="alert">
          <Icon sign="stop" />
          <span>{problem}</span>
        </p>
      ) : null}
      <p>
        <button type="submit" class="btn main">
          {texts.take}
        </button>
      </p>
    </form>
  );
}

const Line = ({ label, value, onType }: { label: string; value: string; onType: (typed: string) => void }) => (
  <label class="f">
    <span>{label}</span>
    <input
      type="text"
      autocomplete="off"
      maxLength={200}
      value={value}
      onInput={({ currentTarget }) => onType(currentTarget.value)}
    />
  </label>
);

type ColumnProps = { sheet: Sheet; columns: ListColumns; onChange: (columns: ListColumns) => void };

function ColumnChoices({ sheet, columns, onChange }: ColumnProps) {
  const width = useMemo(() => sheet.rows.reduce((most, row) => Math.max(most, row.length), 0), [sheet]);
  const head = sheet.rows[columns.head];
  return (
    <fieldset class="stack">
      <legend class="lab">{texts.columns}</legend>
      {listParts.map((part) => (
        <label key={part} class="f">
          <span>{texts.part[part]}</span>
          <select
            value={columns[part] ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...columns, [part]: value === '' ? null : Number(value) })
            }
          >
            <option value="">{texts.nowhere}</option>
            {Array.from({ length: width }, (_, at) => (
              <option key={at} value={at}>
                {texts.column(at + 1, textOfCell(head, at))}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
