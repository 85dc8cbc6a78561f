import { deadlineOf } from '../../../core/scoring/deadline.ts';
import { type Task, tasksOf } from '../../../reports/board/tasks.ts';
import { campaignTexts as texts } from '../../../texts/campaign.ts';
import { dateText, shownId } from '../../../texts/numbers.ts';
import { Mark } from '../../../ui/mark.tsx';
import { type Office, type OfficeSchool, useOffice } from '../../office/office.ts';

/** CN8: what the last report proposed to every school, and whether it was done. */
export function TasksSection() {
  const office = useOffice();
  const campaign = office.campaign.value;
  if (!campaign?.previous) return null;
  const schools = office.schools.value
    .map((school) => ({
      school,
      tasks: tasksOf(office.form.value, office.previousOf(school.place.id)?.findings ?? [], assessed(school)),
    }))
    .filter(({ tasks }) => tasks.length > 0);
  const before = campaignNamed(office, campaign.previous);
  const dueOf = (id: string) =>
    deadlineOf(id, before?.reportDate ?? before?.asOf ?? campaign.asOf, before ? before.deadlines : campaign.deadlines);
  const done = (tasks: readonly Task[]) => tasks.filter(({ state }) => state === 'done').length;
  return (
    <section class="stack" aria-labelledby="tasks-part">
      <h2 id="tasks-part">{texts.sections.tasks}</h2>
      {schools.length === 0 ? <p>{texts.noTasks}</p> : null}
      {schools.map(({ school: { place }, tasks }) => (
        <details key={place.id}>
          <summary>
            {place.shortName}: {texts.tasks(done(tasks), tasks.length)}
          </summary>
          <ul class="plain stack tight">
            {tasks.map((task) => (
              <li key={task.indicatorId}>
                <TaskState state={task.state} /> {shownId(task.indicatorId)}.{' '}
                {task.text.replace('{deadline}', dateText(dueOf(task.indicatorId)))}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

const campaignNamed = (office: Office, name: string | undefined) =>
  office.campaigns.value.find(({ id }) => id === name);

const assessed = ({ standing }: OfficeSchool) => standing.verified ?? standing.assessment;

function TaskState({ state }: Pick<Task, 'state'>) {
  if (state === 'done')
    return (
      <Mark sign="yes" tone="ok">
        {texts.taskDone}
      </Mark>
    );
  return state === 'open' ? (
    <Mark sign="no" tone="bad">
      {texts.taskOpen}
    </Mark>
  ) : (
    <Mark sign="empty">{texts.taskUnknown}</Mark>
  );
}
