import { dueOf } from '../../../core/submission/campaigns.ts';
import { frameTexts } from '../../../texts/frame.ts';
import { monitoringScreenTexts as texts } from '../../../texts/monitoring-screen.ts';
import { dateText } from '../../../texts/numbers.ts';
import { Tag } from '../../../ui/mark.tsx';
import { monitoringForm } from '../../monitoring/monitoring-form.ts';
import { type Monitoring, placeName } from '../../monitoring/use-monitoring.ts';
import { useProgram } from '../../program.ts';
import { useRegister } from '../../use-view.ts';

/** Whose form it is, until when, how much of it is filled in, and which keys help. */
export function Heading({ monitoring }: { monitoring: Monitoring }) {
  const { campaign, registers, delivery } = useProgram();
  const { standing, branchId, places } = monitoring;
  const typed = useRegister('-/passport/shortName')[0]?.value;
  const school = typeof typed === 'string' ? typed : (delivery.value.enrolment?.place.shortName ?? frameTexts.school);
  const { missing, filled, of } = standing.progress;
  const mine = missing.filter(({ branch }) => branch === branchId).length;
  const due = dueOf(campaign, registers.value);
  const kind = branchId !== null ? 'branch' : places.length > 1 ? 'branches' : 'alone';
  const twice = standing.conflicts.filter((key) => key.endsWith(`@${branchId}`)).length;
  const isTwice = twice > 0;
  const isWhole = branchId === null ? missing.length === 0 : mine === 0 && !isTwice;
  return (
    <div class="stack">
      <p class="crumb">
        {texts.crumb(monitoringForm.columns.length, dateText(campaign.asOf), due ? dateText(due) : null)}
      </p>
      <div class="row">
        <h1>{branchId === null ? texts.heading(school, places.length - 1) : placeName(monitoring, branchId)}</h1>
        <Tag sign={isWhole ? 'yes' : 'pen'} {...(isWhole ? { tone: 'ok' as const } : {})}>
          {branchId === null
            ? texts.filled(filled, of)
            : isWhole
              ? texts.wholeColumn
              : isTwice
                ? texts.twice(twice)
                : texts.missing(mine)}
        </Tag>
      </div>
      <p class="lead">{texts.lead[kind]}</p>
      <p class="s q keys">
        {texts.keys.map(([names, words]) => (
          <span key={words}>
            {names.map((name, at) => (
              <span key={name}>
                {at > 0 ? ' + ' : ''}
                <kbd>{name}</kbd>
              </span>
            ))}{' '}
            {words}{' '}
          </span>
        ))}
      </p>
    </div>
  );
}
