import { useState } from 'preact/hooks';
import type { Json } from '../../../core/json.ts';
import { campaignPathOf } from '../../../core/submission/campaigns.ts';
import type { MunicipalInput, MunicipalReport } from '../../../reports/municipal/municipal-input.ts';
import { publishedRatingOf, publishedTasksOf, ratingDayOf, taskCountOf } from '../../../reports/versions/published.ts';
import { dateText } from '../../../texts/numbers.ts';
import { reportEditorTexts as words } from '../../../texts/report-editor.ts';
import { useOffice } from '../../office/office.ts';

/** RE8: a rating and the proposals reach the schools only when the officer says so, twice. */
export function PublishCard({ input, report }: { input: MunicipalInput; report: MunicipalReport }) {
  const { registersOf, publicHistory } = useOffice();
  const path = campaignPathOf(input.campaign.id);
  const registers = registersOf(publicHistory).value;
  const [rating, tasks] = [`${path}#rating`, `${path}#tasks`].map((one) => registers.get(one)?.[0]?.value ?? null);
  const newRating = publishedRatingOf(input);
  const newTasks = publishedTasksOf(report);
  const ratingDay = ratingDayOf(rating ?? null);
  return (
    <section class="stack tight" aria-labelledby="publishing">
      <h3 id="publishing">{words.publishing}</h3>
      <Published
        title={words.rating}
        state={ratingDay === null ? words.ratingHidden : words.ratingPublished(dateText(ratingDay))}
        action={words.publishRating}
        confirm={words.confirm}
        text={newRating === null ? words.noRating : words.ratingText(newRating.rows.length)}
        value={newRating}
        path={`${path}#rating`}
        isOut={ratingDay !== null}
      />
      <Published
        title={words.tasks}
        state={taskCountOf(tasks ?? null) === 0 ? words.tasksHidden : words.tasksPublished(taskCountOf(tasks ?? null))}
        action={words.publishTasks}
        confirm={words.confirmTasks}
        text={words.tasksText(newTasks.length)}
        value={newTasks}
        path={`${path}#tasks`}
        isOut={taskCountOf(tasks ?? null) > 0}
      />
    </section>
  );
}

type Props = {
  title: string;
  state: string;
  action: string;
  confirm: string;
  /** who will see what */
  text: string;
  /** null: there is nothing to publish */
  value: Json;
  path: string;
  isOut: boolean;
};

function Published({ title, state, action, confirm, text, value, path, isOut }: Props) {
  const { write, publicHistory } = useOffice();
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState(false);
  const put = async (published: Json) => {
    setAsked(false);
    setFailed(!(await write(publicHistory, path, published)));
  };
  return (
    <div class="stack tight s">
      <p>
        <b>{title}</b>: {state}
      </p>
      {asked ? (
        <div class="stack tight" role="status">
          <p>{text}</p>
          <p class="row">
            {value === null ? null : (
              <button type="button" class="btn sm" onClick={() => put(value)}>
                {confirm}
              </button>
            )}
            <button type="button" class="btn sm link" onClick={() => setAsked(false)}>
              {words.cancel}
            </button>
          </p>
        </div>
      ) : (
        <p class="row">
          <button type="button" class="btn sm" onClick={() => setAsked(true)}>
            {action}
          </button>
          {isOut ? (
            <button type="button" class="btn sm link" onClick={() => put(null)}>
              {words.withdraw}
              <span class="vh"> {title}</span>
            </button>
          ) : null}
        </p>
      )}
      {failed ? <p class="err">{words.unsaved}</p> : null}
    </div>
  );
}
