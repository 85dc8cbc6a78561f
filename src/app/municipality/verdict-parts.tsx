import { sha256 } from '@noble/hashes/sha2.js';
import { indicatorsOf } from '../../core/form/form.ts';
import type { Assessment } from '../../core/scoring/assessment.ts';
import { carryOver } from '../../core/verification/carry-over.ts';
import { standingOf } from '../../core/verification/standing.ts';
import { doneValueOf, type Task, taskPathOf, tasksOf } from '../../core/verification/tasks.ts';
import { answerWords } from '../../reports/answer-words.ts';
import { levelTexts } from '../../texts/answers.ts';
import { municipalityTexts as texts } from '../../texts/municipality.ts';
import { dateText, percent, shownId } from '../../texts/numbers.ts';
import { verdictTexts } from '../../texts/verdict.ts';
import { type Program, useProgram } from '../program.ts';
import { addressOf } from '../routes.ts';
import { localDay } from '../time.ts';
import { useView } from '../use-view.ts';
import { previousFindings } from './previous-findings.ts';

/** What stands under the findings: what became of last year's, and the report's proposals. */
export function Followed() {
  return (
    <>
      <SinceLastYear />
      <Tasks />
    </>
  );
}

function standing({ form, campaign, registers, revisions }: Program) {
  void registers.value; // it changes with them
  return standingOf({ form, campaign, revisions: revisions(), sha256 });
}

/** VF5: the verified total beside the school's own, and every answer where they differ. */
export function Verified() {
  const program = useProgram();
  const shown = useView(() => {
    const { assessment, verified, checks, checked, verifiedFacts, facts } = standing(program);
    if (verified === null) return null;
    const differing = indicatorsOf(program.form).flatMap((indicator) => {
      const check = checks.get(indicator.id);
      if (check?.state !== 'disputed' || check.isStale) return [];
      const words = (from: typeof facts) => answerWords(indicator, from.get(indicator.id)?.[0] ?? null, null);
      return [{ id: indicator.id, own: words(facts), other: words(verifiedFacts), reason: check.reason }];
    });
    return { rows: [rowOf(assessment), rowOf(verified)], checked, differing };
  }, [program, program.form]);
  if (shown === null) return null;
  const [own, verified] = shown.rows;
  const [first, level, total] = texts.both;
  return (
    <section class="stack" aria-labelledby="verified">
      <h2 id="verified">{texts.verified}</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <td>{first}</td>
              <th scope="col">{level}</th>
              <th scope="col" class="num">
                {total}
              </th>
            </tr>
          </thead>
          <tbody>
            {[own, verified].map((row, at) => (
              <tr key={at === 0 ? 'own' : 'verified'}>
                <th scope="row">{at === 0 ? texts.self : texts.byCheck}</th>
                <td>{row?.level}</td>
                <td class="num nw">{row?.total}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        {texts.checkedCount(shown.checked.done, shown.checked.of)}{' '}
        {shown.differing.length === 0 ? texts.noDifferences : ''}
      </p>
      {shown.differing.length > 0 ? (
        <>
          <h3>{texts.differences}</h3>
          <ul class="list">
            {shown.differing.map(({ id, own: mine, other, reason }) => (
              <li key={id}>
                <a href={addressOf(program.form, id)}>
                  <span>
                    <b>{shownId(id)}</b> {texts.yours.toLowerCase()}: {mine}; {texts.byCheck.toLowerCase()}: {other}
                    {reason ? <span class="q">. {texts.quote(reason)}</span> : null}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

const rowOf = ({ level, total }: Assessment) => ({
  level: level === null ? texts.noLevel : levelTexts[level],
  total: total === null ? verdictTexts.nothing : percent(total),
});

/** CO2: what became of last year's findings. */
function SinceLastYear() {
  const program = useProgram();
  const shown = useView(() => {
    const previous = previousFindings(program);
    return previous && carryOver(previous, program.assessment.value);
  }, [program, program.form]);
  if (shown === null) return null;
  const lists = [
    [texts.fixed, shown.fixed],
    [texts.carriedOver, shown.carriedOver],
    [texts.fresh, shown.new],
  ] as const;
  return (
    <section class="stack" aria-labelledby="since">
      <h2 id="since">{texts.since(shown.fixed.length, shown.carriedOver.length, shown.new.length)}</h2>
      <ul class="plain stack tight">
        {lists.map(([words, ids]) => (
          <li key={words}>
            <b>{words}</b>{' '}
            {ids.length === 0
              ? texts.none
              : ids.map((id, at) => (
                  <span key={id}>
                    {at > 0 ? ', ' : ''}
                    <a href={addressOf(program.form, id)}>{shownId(id)}</a>
                  </span>
                ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** TK1: what the municipality's report proposed to this school, each with a tick for done. */
function Tasks() {
  const program = useProgram();
  const { answer, now } = program;
  const tasks = useView(() => tasksFor(program), [program]);
  if (tasks.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="tasks">
      <h2 id="tasks">{texts.tasks}</h2>
      <p>{texts.tasksText}</p>
      <ul class="plain stack">
        {tasks.map(({ campaignId, id, text, deadline, done, doneOn }) => (
          <li key={`${campaignId}/${id}`}>
            <label class="tick">
              <input
                type="checkbox"
                checked={done}
                onChange={(event) =>
                  answer(taskPathOf(campaignId, id), doneValueOf(event.currentTarget.checked, localDay(now())))
                }
              />{' '}
              {texts.task(id, text)}{' '}
              <span class="q">
                {done && doneOn ? texts.taskDone(dateText(doneOn)) : deadline ? texts.taskDue(dateText(deadline)) : ''}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

function tasksFor({ published, campaign, periods, registers, delivery }: Program): Task[] {
  const before = periods.others.value.map((one) => one.campaign).filter(({ asOf }) => asOf <= campaign.asOf);
  const ids = [campaign, ...before].map(({ id }) => id);
  return tasksOf(published.value, ids, delivery.value.enrolment?.place.id ?? null, registers.value);
}
