import type { Assessment } from '../core/scoring/assessment.ts';
import { deadlineOf } from '../core/scoring/deadline.ts';
import { dateText, shownId } from '../texts/numbers.ts';
import { overviewTexts } from '../texts/overview.ts';
import { Icon } from '../ui/icon.tsx';
import { useProgram } from './program.ts';
import { addressOf } from './routes.ts';

/** The colour of the verdict: of its level once there is one, else of what already decides it. */
export function toneOf({ level, blockedBy, cappedBy }: Assessment): 'ok' | 'warn' | 'bad' | 'acc' {
  if (level) return level === 'ready' ? 'ok' : level === 'notReady' ? 'bad' : 'warn';
  return blockedBy.length > 0 ? 'bad' : cappedBy.length > 0 ? 'warn' : 'acc';
}

/** What blocks or caps the verdict, in words with what to do. Nothing when nothing does. */
export function Blockers() {
  const { assessment, campaign, form } = useProgram();
  const { findings, blockedBy, cappedBy } = assessment.value;
  const deciding = findings.filter((one) => [...blockedBy, ...cappedBy].includes(one.indicatorId));
  if (deciding.length === 0) return null;
  return (
    <ul class="list">
      {deciding.map((one) => (
        <li key={one.indicatorId}>
          <div>
            <span>
              <b class="bad mark">
                <Icon sign="crit" />
                {one.finding}
              </b>
              <br />
              {one.recommendation.replace(
                '{deadline}',
                dateText(deadlineOf(one.indicatorId, campaign.asOf, campaign.deadlines)),
              )}
            </span>
            <a href={addressOf(form, one.indicatorId)}>{overviewTexts.fix(shownId(one.indicatorId))}</a>
          </div>
        </li>
      ))}
    </ul>
  );
}
