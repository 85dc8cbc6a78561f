import type { Criterion } from '../../../core/form/form.ts';
import { criterionTexts, searchTexts } from '../../../texts/criterion.ts';
import { frameTexts } from '../../../texts/frame.ts';
import { Bar } from '../../../ui/bar.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useProgram } from '../../program.ts';
import { addressOf } from '../../routes.ts';
import { IndicatorSearch, KeysHint } from '../../search/indicator-search.tsx';
import { IndicatorSection } from './indicator-section.tsx';

/** One criterion on one page: its indicators in order, search and the other criteria beside it. */
export function CriterionScreen({ criterionId }: { criterionId: string }) {
  const { form, assessment } = useProgram();
  const at = Math.max(
    0,
    form.criteria.findIndex((one) => one.id === criterionId),
  );
  const criterion = form.criteria[at];
  const score = assessment.value.criteria[at];
  if (!criterion || !score) return null;
  const { answered, of } = score.progress;
  const filled = criterionTexts.filled(answered, of);
  const next = assessment.value.unanswered.find((key) => key.startsWith(criterion.id));
  return (
    <div class="cols">
      <div>
        <div class="stack">
          <p class="crumb">
            <a href="/">{frameTexts.overview}</a> /{' '}
            {criterionTexts.crumb(at + 1, form.criteria.length, criterion.weight)}
          </p>
          <h1>{criterion.title}</h1>
          <div class="row">
            <b class="nw">{filled}</b>
            <span class="grow">
              <Bar percent={of === 0 ? 0 : (100 * answered) / of} />
            </span>
            {next ? (
              <a class="s" href={addressOf(next)}>
                {criterionTexts.toUnanswered}
              </a>
            ) : null}
          </div>
        </div>
        {criterion.indicators.map((indicator) => (
          <IndicatorSection key={indicator.id} indicator={indicator} />
        ))}
        <Neighbours before={form.criteria[at - 1]} after={form.criteria[at + 1]} at={at} />
      </div>
      <aside class="stack">
        <IndicatorSearch />
        <Rail current={criterion.id} />
        <KeysHint />
      </aside>
    </div>
  );
}

function Neighbours({
  before,
  after,
  at,
}: {
  before: Criterion | undefined;
  after: Criterion | undefined;
  at: number;
}) {
  return (
    <p class="row ind">
      {before ? (
        <a class="btn" href={`/criterion/${before.id}`}>
          <Icon sign="prev" />
          {at}. {before.title}
        </a>
      ) : null}
      <a class="btn main push" href={after ? `/criterion/${after.id}` : '/tables'}>
        {after ? `${at + 2}. ${after.title}` : frameTexts.tables}
        <Icon sign="next" />
      </a>
    </p>
  );
}

function Rail({ current }: { current: string }) {
  const { form, assessment } = useProgram();
  const blocking = [...assessment.value.blockedBy, ...assessment.value.cappedBy];
  return (
    <nav aria-label={searchTexts.criteria}>
      <ul class="list rail">
        {form.criteria.map((criterion, at) => {
          const { answered, of } = assessment.value.criteria[at]?.progress ?? { answered: 0, of: 0 };
          return (
            <li key={criterion.id}>
              <a href={`/criterion/${criterion.id}`} aria-current={criterion.id === current ? 'page' : undefined}>
                <span>
                  {at + 1}. {criterion.title}
                </span>
                <span class="nw s">
                  {blocking.some((id) => id.startsWith(criterion.id)) ? (
                    <span class="bad">
                      <Icon sign="crit" label={frameTexts.blocks} />{' '}
                    </span>
                  ) : null}
                  {answered} из {of}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
