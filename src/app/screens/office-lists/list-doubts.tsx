import { useId, useState } from 'preact/hooks';
import type { Place } from '../../../core/places/place.ts';
import { type LineStanding, lineKeyOf } from '../../../core/reconciliation/reconcile-list.ts';
import type { ReconciledList } from '../../../reports/reconciliation/differences-report.ts';
import { broughtListTexts as texts } from '../../../texts/brought-lists.ts';
import type { Lists } from './lists-state.ts';

type Props = { one: ReconciledList; state: Lists };
type Doubtful = Extract<LineStanding, { kind: 'doubtful' | 'foreign' }>;

/** so many doubts stand on screen together */
const atOnce = 5;

/** RC4: lines a person decides, one below the other; lines of no school can be given one, too. */
export function ListDoubts({ one: { list, reconciliation }, state }: Props) {
  const { lines } = reconciliation;
  const open = lines.filter(
    (line): line is Doubtful => line.kind === 'doubtful' || (line.kind === 'foreign' && !line.decided),
  );
  const inTurn = [...open].sort((a, b) => Number(a.kind === 'foreign') - Number(b.kind === 'foreign'));
  const decided = lines.filter((line) => 'decided' in line && line.decided);
  const [failed, setFailed] = useState(false);
  const say = async (line: LineStanding, school: string | null | undefined) => {
    const kept = await state.decide(list.id, lineKeyOf(line.row), school);
    setFailed(!kept);
    return kept;
  };
  return (
    <>
      {failed ? (
        <p class="err" role="alert">
          {texts.notSaved}
        </p>
      ) : null}
      {open.length > atOnce ? <p role="status">{texts.left(open.length)}</p> : null}
      {inTurn.slice(0, atOnce).map((line) => (
        <Doubt key={doubtKeyOf(line)} line={line} network={state.network} onSay={(school) => say(line, school)} />
      ))}
      {decided.length > 0 ? (
        <ul class="s">
          {decided.map((line) => (
            <li key={line.row.row}>
              {texts.doubt(line.row.row, line.row.name)} — {'school' in line ? line.school.shortName : texts.none}{' '}
              <button
                type="button"
                class="btn sm link"
                aria-label={texts.again(line.row.row)}
                onClick={() => void say(line, undefined)}
              >
                {texts.againShort}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** A doubt of its own: another line of a newer list, or other candidates, are decided anew. */
const doubtKeyOf = (line: Doubtful): string =>
  [line.row.row, lineKeyOf(line.row), ...(line.kind === 'doubtful' ? line.candidates.map(({ id }) => id) : [])].join(
    '|',
  );

type DoubtProps = { line: Doubtful; network: readonly Place[]; onSay: (school: string | null) => Promise<boolean> };

const [none, other] = ['none', 'other'];
const schoolWords = ({ shortName, address }: Place): string => [shortName, address].filter(Boolean).join(', ');

/** The schools it may be; all the others only where none of them is it. */
function Doubt({ line, network, onSay }: DoubtProps) {
  const candidates = line.kind === 'doubtful' ? line.candidates : [];
  const [chosen, setChosen] = useState(candidates[0]?.id ?? none);
  const [isOther, setIsOther] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const id = useId();
  const others = isOther ? network.filter(({ id }) => candidates.every((one) => one.id !== id)) : [];
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        setIsMissing(chosen === '');
        if (chosen === '') return;
        const after = besideOf(event.currentTarget);
        void onSay(chosen === none ? null : chosen).then((kept) => kept && after?.focus());
      }}
    >
      <label class="f">
        <span class="b">{texts.doubt(line.row.row, [line.row.name, line.row.address].filter(Boolean).join(', '))}</span>
        <span>{texts.pick}</span>
        <select
          value={isOther ? other : chosen}
          onChange={({ currentTarget: { value } }) => {
            setIsOther(value === other);
            setChosen(value === other ? '' : value);
          }}
        >
          {candidates.map((school) => (
            <option key={school.id} value={school.id}>
              {schoolWords(school)}
            </option>
          ))}
          <option value={none}>{texts.none}</option>
          {network.length > candidates.length ? <option value={other}>{texts.other}</option> : null}
        </select>
      </label>
      {isOther ? (
        <label class="f">
          <span>{texts.otherSchool}</span>
          <select
            value={chosen}
            aria-invalid={isMissing ? 'true' : undefined}
            aria-describedby={isMissing ? id : undefined}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          >
            <option value="">{texts.notChosen}</option>
            {others.map((school) => (
              <option key={school.id} value={school.id}>
                {schoolWords(school)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {isMissing && chosen === '' ? (
        <p class="err" id={id} role="alert">
          {texts.needsSchool}
        </p>
      ) : null}
      <p>
        <button type="submit" class="btn">
          {texts.decide}
        </button>
      </p>
    </form>
  );
}

/** Where deciding goes on once a line is decided: the doubt after it, the one before, or the heading. */
function besideOf(form: HTMLFormElement): HTMLElement | null {
  const beside = [form.nextElementSibling, form.previousElementSibling].find((one) => one instanceof HTMLFormElement);
  return beside?.querySelector('select') ?? form.closest('section')?.querySelector('h2') ?? null;
}
