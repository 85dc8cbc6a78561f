import { useRef } from 'preact/hooks';
import type { Json } from '../../../core/json.ts';
import { openQuestions, type TableReading } from '../../../core/monitoring-table/table-reading.ts';
import { choiceWords, type TableNames } from '../../../reports/table-words.ts';
import { tableTexts as words } from '../../../texts/monitoring-table.ts';
import { DoubtForm } from './doubt-form.tsx';

type Props = {
  reading: TableReading;
  names: TableNames;
  onDecide: (key: string, value: Json | undefined) => Promise<void>;
};

/** XT4: one doubt at a time, in the order of the table; what is decided can be decided anew. */
export function Doubts({ reading, names, onDecide }: Props) {
  const moved = useRef(false);
  const { questions } = reading;
  const [first] = openQuestions(reading);
  const decided = questions.filter((question) => 'decided' in question);
  const decide = (key: string, value: Json | undefined) => {
    moved.current = true;
    void onDecide(key, value);
  };
  return (
    <>
      {first ? (
        <DoubtForm
          key={first.key}
          question={first}
          number={questions.indexOf(first) + 1}
          of={questions.length}
          names={names}
          takesFocus={moved.current}
          onDecide={(value) => decide(first.key, value)}
        />
      ) : null}
      {decided.length > 0 ? (
        <details>
          <summary>
            <span>
              {words.all}: {decided.length}
            </span>
          </summary>
          <ul class="s">
            {decided.map((question) => (
              <li key={question.key}>
                {words.decidedLine(
                  question.key,
                  question.stood,
                  choiceWords(question, question.decided ?? null, names),
                )}{' '}
                <button
                  type="button"
                  class="btn link"
                  aria-label={words.againFor(question.key)}
                  onClick={() => decide(question.key, undefined)}
                >
                  {words.again}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
