import type { RowsStanding } from '../../../core/monitoring/rows-standing.ts';
import { systemNameIn } from '../../../core/systems/form-with-systems.ts';
import { monitoringTexts } from '../../../texts/monitoring.ts';
import { monitoringScreenTexts as texts } from '../../../texts/monitoring-screen.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { cellAddress, type Monitoring, placeName } from '../../monitoring/use-monitoring.ts';
import { useProgram } from '../../program.ts';

type Told = RowsStanding['messages'][number];
type Props = {
  monitoring: Monitoring;
  /** a narrow screen turns to the place a link leads to */
  onShow: (branchId: string | null) => void;
};

/** Everything that keeps the form from being submitted, errors first, each with the way to its cell; warnings can be confirmed. */
export function ChecksList({ monitoring, onShow }: Props) {
  const { form, standing, branchId } = monitoring;
  const isHere = (id: string | null) => branchId === null || id === branchId;
  const messages = standing.messages.filter((message) => isHere(message.branchId));
  const sorted = [...messages].sort((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'));
  return (
    <section class="stack" id="checks" aria-labelledby="checks-title">
      <h2 id="checks-title">{branchId === null ? texts.checks : texts.checksOfBranch}</h2>
      <ul class="list">
        {sorted.map((message) => (
          <Line
            key={`${message.code} ${message.branchId} ${message.columns[0]}`}
            message={message}
            monitoring={monitoring}
            onShow={onShow}
          />
        ))}
        {messages.length === 0 ? (
          <li>
            <div>
              <Mark sign="yes" tone="ok">
                {texts.nothingWrong}
              </Mark>
            </div>
          </li>
        ) : null}
        {standing.withoutPaper && branchId === null ? (
          <li>
            <div>
              <span class="q">
                {texts.ifNoPaper(monitoringTexts.check(standing.withoutPaper, (id) => systemNameIn(form, id)))}{' '}
                <span class="nw">{texts.wouldStop}</span>
              </span>
            </div>
          </li>
        ) : null}
      </ul>
      <Missing monitoring={monitoring} onShow={onShow} />
    </section>
  );
}

function Line({ message, monitoring, onShow }: Props & { message: Told }) {
  const { answer } = useProgram();
  const { code, level, columns, values, branchId, confirmKey, isConfirmed } = message;
  const [first = ''] = columns;
  const sentence = monitoringTexts.check(message, (id) => systemNameIn(monitoring.form, id));
  const isError = level === 'error';
  const mayConfirm = confirmKey !== null && monitoring.branchId === null;
  return (
    <li>
      <div>
        <span>
          <b class={isError ? 'mark bad' : isConfirmed ? 'mark ok' : 'mark warn'}>
            <Icon sign={isError ? 'stop' : isConfirmed ? 'yes' : 'warn'} />
            <span>{sentence}</span>
          </b>{' '}
          <span class="q">
            {code}, {isError ? texts.stops : isConfirmed ? texts.confirmed : texts.toConfirm}
          </span>
        </span>
        <span class="row">
          <a href={cellAddress(first, branchId)} onClick={() => onShow(branchId)}>
            {texts.toColumn(first)}
          </a>
          {mayConfirm && !isConfirmed ? (
            <button
              type="button"
              class="btn sm"
              aria-label={texts.rightFor(sentence)}
              onClick={() => answer(monitoring.pathOf(confirmKey), [...values])}
            >
              {texts.right}
            </button>
          ) : null}
        </span>
      </div>
    </li>
  );
}

/** What is not filled in, or does not fit, place by place, each a link. */
function Missing({ monitoring, onShow }: Props) {
  const { standing, branchId } = monitoring;
  const here = standing.progress.missing.filter(({ branch }) => branchId === null || branch === branchId);
  const unfit = standing.unfit.filter(({ branch }) => branchId === null || branch === branchId);
  const isUnfit = ({ columnId, branch }: { columnId: string; branch: string | null }) =>
    unfit.some((one) => one.columnId === columnId && one.branch === branch);
  const lists = [
    [texts.unfit(unfit.length), unfit],
    [texts.missing(here.length - unfit.length), here.filter((cell) => !isUnfit(cell))],
  ] as const;
  return (
    <>
      {lists.map(([title, cells]) =>
        cells.length === 0 ? null : (
          <div key={title} class="stack tight">
            <p class="b">{title}</p>
            <ul class="plain">
              {monitoring.places.map((place) => {
                const own = cells.filter(({ branch }) => branch === place.id);
                return own.length === 0 ? null : (
                  <li key={place.id} class="row">
                    <span class="q">{texts.missingIn(placeName(monitoring, place.id))}</span>
                    {own.map(({ columnId }) => (
                      <a key={columnId} href={cellAddress(columnId, place.id)} onClick={() => onShow(place.id)}>
                        {columnId}
                      </a>
                    ))}
                  </li>
                );
              })}
            </ul>
          </div>
        ),
      )}
    </>
  );
}
