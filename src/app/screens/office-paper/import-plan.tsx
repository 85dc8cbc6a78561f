import type { SchoolOutcome } from '../../../core/answers-file/read-school.ts';
import { answersProblemWords, answersWarningWords } from '../../../reports/import-words.ts';
import { importTexts as words } from '../../../texts/paper-entry.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { Message } from '../../../ui/message.tsx';
import type { AnswersPlan } from '../../office/take-answers.ts';

type Props = { plan: AnswersPlan; isTaken: boolean; onTake: () => void };

/** What would be taken of each school, what is worth knowing, and why nothing is taken of one. */
export function ImportPlan({ plan, isTaken, onTake }: Props) {
  const { file, campaign, fresh } = plan;
  const sound = [...fresh.values()].filter((entries) => entries.length > 0).length;
  if (campaign === 'foreign') return <Message sign="stop" tone="bad" title={words.foreignCampaign} />;
  return (
    <>
      <p>
        {words.campaign(file.campaign.title ?? file.campaign.id)}
        {campaign === 'new' ? ` ${words.newCampaign}` : ''}
      </p>
      <ul class="plain stack">
        {file.schools.map((school, at) => (
          <li key={at} class="stack tight">
            <School school={school} count={fresh.get(idOf(school))?.length ?? 0} />
          </li>
        ))}
      </ul>
      {isTaken ? null : sound === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <p>
          <button type="button" class="btn main" onClick={onTake}>
            <Icon sign="file" />
            {words.take(sound)}
          </button>
        </p>
      )}
    </>
  );
}

const idOf = ({ place }: SchoolOutcome): string => (typeof place === 'string' ? place : (place?.id ?? ''));

function School({ school, count }: { school: SchoolOutcome; count: number }) {
  if ('problems' in school)
    return (
      <>
        <p>
          <b>{school.place ?? words.unreadable}</b>:{' '}
          <Mark sign="stop" tone="bad">
            {words.refusedSchool}
          </Mark>
        </p>
        <ul class="s">
          {school.problems.map((problem, at) => (
            <li key={at}>{answersProblemWords(problem)}</li>
          ))}
        </ul>
      </>
    );
  const { place, isNew, warnings } = school;
  return (
    <>
      <p>
        <b>{place.shortName}</b>: {count > 0 ? words.willTake(count) : words.same}
        {isNew ? `, ${words.isNew}` : ''}
      </p>
      {warnings.length > 0 ? (
        <details>
          <summary>
            <span>{words.warnings(warnings.length)}</span>
          </summary>
          <ul class="s">
            {warnings.map((warning, at) => (
              <li key={at}>{answersWarningWords(warning)}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
