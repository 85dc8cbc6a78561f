import { useMemo, useState } from 'preact/hooks';
import { branchPrefix } from '../../../core/answers-file/read-passport.ts';
import type { Json } from '../../../core/json.ts';
import { createTableReader } from '../../../core/monitoring-table/read-monitoring-table.ts';
import type { Sheet } from '../../../core/monitoring-table/sheet-cells.ts';
import { openQuestions } from '../../../core/monitoring-table/table-reading.ts';
import { propertiesOf } from '../../../core/submission/answer.ts';
import { factsOf } from '../../../core/submission/facts.ts';
import { rowsOf } from '../../../core/submission/passport.ts';
import type { Registers } from '../../../core/submission/registers.ts';
import { formWithSystems } from '../../../core/systems/form-with-systems.ts';
import { monitoringForm } from '../../office/column-blocks.ts';
import { type Office, useOffice } from '../../office/office.ts';
import { readTableFile, type TableFileProblem } from '../../office/read-table-file.ts';
import { useSystems } from '../../use-systems.ts';

const keptPrefix = '-/table-import:';

type File_ = { name: string; print: string; sheets: readonly Sheet[] };
type State = { kind: 'none' } | { kind: 'reading' } | { kind: 'problem'; problem: TableFileProblem } | { kind: 'read' };

/** A table being taken, with what was decided of it: the decisions are kept, the file, with its contacts, is not. */
export function useTableImport() {
  const office = useOffice();
  const systems = useSystems();
  const form = useMemo(() => formWithSystems(monitoringForm(), systems), [systems]);
  const places = office.places.value;
  const reader = useMemo(
    () => createTableReader({ form, places, branchesOf: (id) => branchesOf(office, id) }),
    [form, places, office],
  );
  const [state, setState] = useState<State>({ kind: 'none' });
  const [file, setFile] = useState<File_ | null>(null);
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Json>>(new Map());
  const [isKept, setIsKept] = useState<boolean | null>(null);
  const reading = useMemo(() => (file ? reader(file.sheets, decisions) : null), [reader, file, decisions]);
  const registers = office.registersOf(office.officeHistory).value;

  async function choose(chosen: File): Promise<void> {
    setState({ kind: 'reading' });
    setIsKept(null);
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    const [read, print] = await Promise.all([readTableFile(bytes), printOf(bytes)]);
    if (!read.ok) return setState({ kind: 'problem', problem: read.problem });
    setDecisions(keptDecisions(registers, print));
    setFile({ name: chosen.name, print, sheets: read.value });
    setState({ kind: 'read' });
  }

  /** XT4: undefined takes a decision back; every one is kept at once. */
  async function decide(key: string, value: Json | undefined): Promise<void> {
    if (!file) return;
    const next = new Map(decisions);
    if (value === undefined) next.delete(key);
    else next.set(key, value);
    setDecisions(next);
    const open = openQuestions(reader(file.sheets, next)).length;
    const kept = { file: file.name, open, said: Object.fromEntries(next) };
    setIsKept(await office.write(office.officeHistory, keptPrefix + file.print, kept));
  }

  async function forget(): Promise<void> {
    if (file && registers.has(keptPrefix + file.print))
      await office.write(office.officeHistory, keptPrefix + file.print, null);
  }

  const unfinished = unfinishedIn(registers).filter(({ print }) => print !== file?.print);
  return { form, state, file, reading, isKept, choose, decide, forget, unfinished };
}

/** The same file is known by its content, so decisions never go to another one of the same name. */
async function printOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function keptDecisions(registers: Registers, print: string): ReadonlyMap<string, Json> {
  const { said } = propertiesOf(registers.get(keptPrefix + print)?.[0]?.value ?? null);
  return new Map(Object.entries(propertiesOf(said ?? null)) as [string, Json][]);
}

/** Tables left half-decided. */
function unfinishedIn(registers: Registers): { print: string; file: string; open: number }[] {
  return [...registers].flatMap(([path, heads]) => {
    const { file, open } = propertiesOf(path.startsWith(keptPrefix) ? (heads[0]?.value ?? null) : null);
    return typeof file === 'string' && typeof open === 'number'
      ? [{ print: path.slice(keptPrefix.length), file, open }]
      : [];
  });
}

function branchesOf({ registersOf, form }: Office, schoolId: string): { id: string; name: string; address: string }[] {
  const facts = factsOf(registersOf(schoolId).value, '-', form.value.id);
  return rowsOf(facts, branchPrefix).map(([id, { name, address }]) => ({
    id,
    name: typeof name === 'string' ? name : '',
    address: typeof address === 'string' ? address : '',
  }));
}
