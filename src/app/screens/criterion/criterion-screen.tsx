import { type Criterion, criterionIdOf, hasTables, isScored } from '../../../core/form/form.ts';
import { criterionTexts, searchTexts } from '../../../texts/criterion.ts';
import { frameTexts } from '../../../texts/frame.ts';
import { Bar } from '../../../ui/bar.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { FailedChecks } from '../../failed-checks.tsx';
import { useProgram } from '../../program.ts';
import { addressOf, addressOfCriterion } from '../../routes.ts';
import { IndicatorSearch, KeysHint } from '../../search/indicator-search.tsx';
import { useView } from '../../use-view.ts';
import { IndicatorSection } from './indicator-section.tsx';

/** One criterion on one page: its indicators in order, search and the other criteria beside it. */
export function CriterionScreen({ criterionId }: { criterionId: string }) {
  const { form } = useProgram();
  const at = Math.max(
    0,
    form.criteria.findIndex((one) => one.id === criterionId),
  );
  const criterion = form.criteria[at];
  if (!criterion) return null;
  return (
    <div class="cols">
      <div>
        <div class="stack">
          <p class="crumb">
            <a href="/">{frameTexts.overview}</a> /{' '}
            {criterionTexts.crumb(at + 1, form.criteria.length, isScored(form) ? criterion.weight : null)}
          </p>
          <h1>{criterion.title}</h1>
          <Filled criterion={criterion} at={at} />
        </div>
        <ChecksHere criterionId={criterion.id} />
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

/** How much of the criterion is answered, and the way to what is not. */
function Filled({ criterion, at }: { criterion: Criterion; at: number }) {
  const { assessment, form } = useProgram();
  const { answered, of, next } = useView(() => {
    const { criteria, unanswered } = assessment.value;
    const { answered = 0, of = 0 } = criteria[at]?.progress ?? {};
    return { answered, of, next: unanswered.find((key) => criterionIdOf(form, key) === criterion.id) };
  }, [assessment, form, criterion, at]);
  return (
    <div class="row">
      <b class="nw">{criterionTexts.filled(answered, of)}</b>
      <span class="grow">
        <Bar percent={of === 0 ? 0 : (100 * answered) / of} />
      </span>
      {next ? (
        <a class="s" href={addressOf(form, next)}>
          {criterionTexts.toUnanswered}
        </a>
      ) : null}
    </div>
  );
}

/** SC19: checks about the answers of this page. */
function ChecksHere({ criterionId }: { criterionId: string }) {
  const { assessment, form } = useProgram();
  const here = useView(
    () =>
      assessment.value.checks.filter(({ indicatorIds }) =>
        indicatorIds.some((id) => criterionIdOf(form, id) === criterionId),
      ),
    [assessment, form, criterionId],
  );
  return <FailedChecks checks={here} />;
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
  const { form } = useProgram();
  return (
    <p class="row ind">
      {before ? (
        <a class="btn" href={addressOfCriterion(before.id)}>
          <Icon sign="prev" />
          {at}. {before.title}
        </a>
      ) : null}
      <a class="btn main push" href={after ? addressOfCriterion(after.id) : hasTables(form) ? '/tables' : '/verdict'}>
        {after ? `${at + 2}. ${after.title}` : hasTables(form) ? frameTexts.tables : frameTexts.verdict}
        <Icon sign="next" />
      </a>
    </p>
  );
}

function Rail({ current }: { current: string }) {
  const { form, assessment } = useProgram();
  const progress = useView(() => {
    const { criteria, blockedBy, cappedBy } = assessment.value;
    const blocking = [...blockedBy, ...cappedBy];
    return form.criteria.map(({ id }, at) => {
      const { answered = 0, of = 0 } = criteria[at]?.progress ?? {};
      return { answered, of, blocks: blocking.some((indicatorId) => criterionIdOf(form, indicatorId) === id) };
    });
  }, [form, assessment]);
  return (
    <nav aria-label={searchTexts.criteria}>
      <ul class="list rail">
        {form.criteria.map((criterion, at) => {
          const { answered = 0, of = 0, blocks = false } = progress[at] ?? {};
          return (
            <li key={criterion.id}>
              <a href={addressOfCriterion(criterion.id)} aria-current={criterion.id === current ? 'page' : undefined}>
                <span>
                  {at + 1}. {criterion.title}
                </span>
                <span class="nw s">
                  {blocks ? (
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
