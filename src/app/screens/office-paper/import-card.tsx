import { useState } from 'preact/hooks';
import type { AnswersProblem } from '../../../core/answers-file/answers-problem.ts';
import type { Result } from '../../../core/result.ts';
import { answersProblemWords } from '../../../reports/import-words.ts';
import { tableTexts } from '../../../texts/monitoring-table.ts';
import { importTexts as words } from '../../../texts/paper-entry.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { columnBlocks } from '../../office/column-blocks.ts';
import { useOffice } from '../../office/office.ts';
import { type AnswersPlan, planAnswers, takeAnswers } from '../../office/take-answers.ts';
import { useProgram } from '../../program.ts';
import { ImportPlan } from './import-plan.tsx';

type Chosen = { name: string; plan: Result<AnswersPlan, AnswersProblem[]> | 'not-json' };
type Taken = { done: number; of: number; isDone: boolean };

/** IA1, IA2: a file of answers chosen, shown as what it would do, and taken by the officer's word. */
export function ImportCard() {
  const office = useOffice();
  const { published } = useProgram();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);

  async function choose(file: File | undefined): Promise<void> {
    if (!file) return;
    setTaken(null);
    const json = parseJson(await file.text());
    const blocks = columnBlocks(published.value);
    const plan = json === undefined ? 'not-json' : planAnswers(json, office, blocks);
    setChosen({ name: file.name, plan });
  }
  async function take(plan: AnswersPlan): Promise<void> {
    const { kept, of } = await takeAnswers(plan, office, (done, all) => setTaken({ done, of: all, isDone: false }));
    setTaken({ done: kept, of, isDone: true });
  }

  return (
    <section class="stack" aria-labelledby="import">
      <h2 id="import">{words.title}</h2>
      <p>{words.lead}</p>
      <p>
        <label class="btn">
          <Icon sign="file" />
          {words.choose}
          <input
            class="vh"
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              void choose(currentTarget.files?.[0]);
              currentTarget.value = '';
            }}
          />
        </label>
      </p>
      <p>
        <a href="/monitoring-table">{tableTexts.open}</a> · <a href="/monitoring-rows">{tableTexts.rows}</a>
      </p>
      {chosen === null ? null : (
        <div class="card stack">
          <h3>
            <bdi>{chosen.name}</bdi>
          </h3>
          <Plan plan={chosen.plan} taken={taken} onTake={take} />
        </div>
      )}
    </section>
  );
}

type PlanProps = { plan: Chosen['plan']; taken: Taken | null; onTake: (plan: AnswersPlan) => void };

function Plan({ plan, taken, onTake }: PlanProps) {
  if (plan === 'not-json') return <Message sign="stop" tone="bad" title={words.notJson} />;
  if (!plan.ok)
    return (
      <Message sign="stop" tone="bad" title={words.fileRefused}>
        <ul>
          {plan.problem.map((problem) => (
            <li key={problem.path + problem.code}>{answersProblemWords(problem)}</li>
          ))}
        </ul>
      </Message>
    );
  return (
    <>
      <ImportPlan plan={plan.value} isTaken={taken !== null} onTake={() => onTake(plan.value)} />
      {taken === null ? null : taken.isDone ? (
        <Message
          sign={taken.done === taken.of ? 'yes' : 'warn'}
          tone={taken.done === taken.of ? 'ok' : 'warn'}
          title={taken.done === taken.of ? words.taken(taken.done) : words.partly(taken.done)}
        />
      ) : (
        <p role="status">{words.taking(taken.done, taken.of)}</p>
      )}
    </>
  );
}

/** Undefined: it cannot be read. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
