import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { canonicalJson, type Json } from '../../../core/json.ts';
import type { Question } from '../../../core/monitoring-table/table-reading.ts';
import { choiceWords, questionWords, type TableNames } from '../../../reports/table-words.ts';
import { tableTexts as words } from '../../../texts/monitoring-table.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Beside, type Besides, Tile } from './doubt-choices.tsx';

type Props = {
  question: Question;
  number: number;
  of: number;
  names: TableNames;
  /** after another was decided: reading goes on here */
  takesFocus: boolean;
  onDecide: (value: Json) => void;
};

/** The key of a choice: a value, or `other` for the one typed or picked beside. */
const other = 'other';
const mostTiles = 7;

/** XT4: one doubt: what stood there, what it may be, «не брать»; the proposal stands chosen. */
export function DoubtForm({ question, number, of, names, takesFocus, onDecide }: Props) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, stood, proposed } = question;
  const [chosen, setChosen] = useState<string | null>(proposed === null ? null : canonicalJson(proposed));
  const [beside, setBeside] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, []);
  const values = valuesOf(question);
  const tiles = values.length <= mostTiles ? values : [];
  const besides = besideOf(question, tiles.length === 0 ? values : [], names);

  function submit(event: Event): void {
    event.preventDefault();
    if (chosen === null) return void setProblem(words.nothingChosen);
    const value = chosen === other ? typedValue(besides, beside) : (JSON.parse(chosen) as Json);
    if (value === undefined) return void setProblem(besides === 'count' ? words.notFitting : words.nothingChosen);
    onDecide(value);
  }
  const choose = (value: string) => {
    setChosen(value);
    setProblem(null);
  };

  return (
    <form class="card stack" aria-labelledby={`${id}h`} onSubmit={submit}>
      <h3 id={`${id}h`} ref={heading} tabIndex={-1}>
        {words.doubt(number, of)}
      </h3>
      <p>{words.stood(key, stood === '' ? words.empty : stood)}</p>
      <fieldset aria-describedby={problem ? `${id}e` : undefined}>
        <legend class="lab">{questionWords(question, names)}</legend>
        <div class="opts">
          {tiles.map((value) => (
            <Tile key={canonicalJson(value)} name={id} value={canonicalJson(value)} chosen={chosen} onChoose={choose}>
              {choiceWords(question, value, names) +
                (canonicalJson(value) === canonicalJson(proposed) ? ` (${words.proposed})` : '')}
            </Tile>
          ))}
          {besides === null ? null : (
            <Tile name={id} value={other} chosen={chosen} onChoose={choose}>
              {besides === 'count'
                ? words.typedOther
                : question.about.kind === 'school'
                  ? words.otherSchool
                  : questionWords(question, names)}
            </Tile>
          )}
          <Tile name={id} value="null" chosen={chosen} onChoose={choose}>
            {words.notTaken}
          </Tile>
        </div>
      </fieldset>
      {chosen === other && besides !== null ? <Beside besides={besides} value={beside} onType={setBeside} /> : null}
      {problem ? (
        <p class="err" id={`${id}e`} role="alert">
          <Icon sign="stop" />
          <span>{problem}</span>
        </p>
      ) : null}
      <p>
        <button type="submit" class="btn main">
          {words.decide}
        </button>
      </p>
    </form>
  );
}

function valuesOf({ proposed, candidates }: Question): Json[] {
  const all = [...(proposed === null ? [] : [proposed]), ...candidates];
  return [...new Map(all.map((value) => [canonicalJson(value), value])).values()];
}

/** What can be given beside the choices: a figure, or one of a long list. */
function besideOf(question: Question, rest: readonly Json[], names: TableNames): Besides {
  const { about } = question;
  const kind = about.kind === 'cell' ? names.form.columns.find(({ id }) => id === about.column)?.kind : null;
  if (kind === 'count') return 'count';
  const schools = about.kind === 'school' ? [...names.places.values()].filter((place) => place.kind === 'school') : [];
  const values = about.kind === 'school' ? schools.map(({ id }) => id) : rest;
  const options = values.map((value) => ({ value, label: choiceWords(question, value, names) }));
  return options.length > 0 ? options : null;
}

/** Undefined: nothing that could be meant. */
function typedValue(besides: Besides, typed: string): Json | undefined {
  if (besides === 'count') return /^\s*\d{1,9}\s*$/.test(typed) ? Number(typed) : undefined;
  return besides?.find(({ value }) => value === typed)?.value;
}
