import { twoBranches } from '../../../core/monitoring/branch-twins.ts';
import type { BranchRow } from '../../../core/monitoring/column-rows.ts';
import type { RowsStanding } from '../../../core/monitoring/rows-standing.ts';
import { monitoringScreenTexts } from '../../../texts/monitoring-screen.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import type { Monitoring } from '../../monitoring/use-monitoring.ts';
import { useProgram } from '../../program.ts';

const texts = monitoringScreenTexts.twins;

type Twin = RowsStanding['twins'][number];

/** CX3: rows that may be of one branch: the school says which counts, or that they are two; a branch's device is told when its row does not. */
export function Twins({ monitoring }: { monitoring: Monitoring }) {
  const { standing, branchId, isLeftOut } = monitoring;
  if (branchId !== null)
    return isLeftOut ? (
      <Message sign="warn" tone="warn" title={texts.leftOut}>
        <p>{texts.leftOutText}</p>
      </Message>
    ) : null;
  return standing.twins.map((twin) =>
    twin.isDecided ? (
      <Decided key={twin.key} twin={twin} monitoring={monitoring} />
    ) : (
      <Asked key={twin.key} twin={twin} monitoring={monitoring} />
    ),
  );
}

type Props = { twin: Twin; monitoring: Monitoring };

const nameOf = ({ name, address }: BranchRow): string => texts.row(name, address);

function Asked({ twin, monitoring: { pathOf } }: Props) {
  const { answer } = useProgram();
  const say = (value: string) => answer(pathOf(twin.key), value);
  return (
    <div class="msg warn">
      <Icon sign="clash" />
      <div>
        <h2>{texts.title(twin.rows[0]?.name ?? '')}</h2>
        <p>{texts.lead}</p>
        <div class="pick">
          {twin.rows.map((one) => (
            <div key={one.id} class="card stack tight">
              <p class="b">{nameOf(one)}</p>
              <p class="s q">
                {texts.filled(one.row.size)}, {texts.figures(figure(one, '8'), figure(one, '15'))}
                {one.id === twin.counted ? `, ${texts.countsNow}` : ''}
              </p>
              <button type="button" class="btn sm" aria-label={texts.countFor(nameOf(one))} onClick={() => say(one.id)}>
                {texts.count}
              </button>
            </div>
          ))}
        </div>
        <p class="row">
          <button type="button" class="btn sm" onClick={() => say(twoBranches)}>
            {texts.two}
          </button>
        </p>
      </div>
    </div>
  );
}

const figure = ({ row }: BranchRow, id: string): string => String(row.get(id) ?? '—');

function Decided({ twin: { key, rows, counted }, monitoring: { pathOf } }: Props) {
  const { answer } = useProgram();
  const [one, other] = counted !== null && rows[1]?.id === counted ? [rows[1], rows[0]] : rows;
  if (!one || !other) return null;
  return (
    <p class="s q">
      {counted === null ? texts.twoDecided(nameOf(one), nameOf(other)) : texts.oneDecided(nameOf(one), nameOf(other))}{' '}
      <button type="button" class="btn sm link" onClick={() => answer(pathOf(key), null)}>
        {texts.again}
      </button>
    </p>
  );
}
