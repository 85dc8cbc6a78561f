import type { Indicator } from '../../../core/form/form.ts';
import type { Finding, IndicatorLine } from '../../../core/scoring/assessment.ts';
import { deadlineOf } from '../../../core/scoring/deadline.ts';
import { answerTexts } from '../../../texts/answers.ts';
import { criterionTexts } from '../../../texts/criterion.ts';
import { dateText, shownId } from '../../../texts/numbers.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { type Program, useProgram } from '../../program.ts';
import { useView } from '../../use-view.ts';
import { AnswerInput } from './answer-input.tsx';
import { Conflict } from './conflict.tsx';
import { Evidence } from './evidence.tsx';
import { Foot } from './foot.tsx';
import { WriteFailed } from './write-failed.tsx';

/** One indicator as a line of the ledger: number in the margin, question, answer, advice, evidence, foot. */
export function IndicatorSection({ indicator }: { indicator: Indicator }) {
  const program = useProgram();
  const { line, finding, next } = useView(() => viewOf(program, indicator.id), [program, indicator]);
  if (line.state === 'hidden') return <HiddenNote indicator={indicator} />;
  const empty = line.state === 'empty' && indicator.kind !== 'derived';
  return (
    <section
      class={['ind', indicator.critical && 'crit', !indicator.critical && next && 'now'].filter(Boolean).join(' ')}
      id={indicator.id}
    >
      <p class="no">
        <span>{shownId(indicator.id)}</span>
        {indicator.critical ? (
          <span class="bad mark">
            <Icon sign="crit" />
            {criterionTexts.critical}
          </span>
        ) : null}
        <span>{criterionTexts.weight(indicator.points)}</span>
        {empty ? <Mark sign="empty">{answerTexts.empty}</Mark> : null}
      </p>
      {line.state === 'conflict' ? (
        <Conflict indicator={indicator} line={line} />
      ) : (
        <AnswerInput indicator={indicator} line={line} />
      )}
      <WriteFailed registerKey={indicator.id} />
      {finding ? <Advice indicator={indicator} share={line.share ?? 1} finding={finding} /> : null}
      {indicator.kind === 'derived' ? null : <Evidence indicatorId={indicator.id} />}
      <Foot indicator={indicator} line={line} />
    </section>
  );
}

type View = {
  line: IndicatorLine;
  finding: Finding | null;
  /** the first unanswered of its criterion */
  next: boolean;
};

/** All that a section shows of the assessment, looked up anew at every change. */
function viewOf({ assessment }: Program, indicatorId: string): View {
  const { criteria, findings, unanswered } = assessment.value;
  const line = criteria.flatMap(({ lines }) => lines).find((one) => one.indicatorId === indicatorId);
  if (!line) throw new Error(`an indicator outside the form: ${indicatorId}`);
  const finding = findings.find((one) => one.indicatorId === indicatorId) ?? null;
  const criterionId = indicatorId.slice(0, 2);
  return { line, finding, next: unanswered.find((key) => key.startsWith(criterionId)) === indicatorId };
}

function HiddenNote({ indicator }: { indicator: Indicator }) {
  const words = indicator.showIf?.in.map((answer) => `«${answer === 'yes' ? 'да' : 'частично'}»`).join(' или ') ?? '';
  return (
    <p class="hint ind">
      {criterionTexts.hidden(shownId(indicator.id), shownId(indicator.showIf?.indicator ?? ''), words)}
    </p>
  );
}

/** What to do, right after an answer that earns less than everything; focus stays where it is. */
function Advice({ indicator, share, finding }: { indicator: Indicator; share: number; finding: Finding }) {
  const { campaign } = useProgram();
  const deadline = dateText(deadlineOf(indicator.id, campaign.asOf, campaign.deadlines));
  return (
    <div class="do" role="status">
      <p class="b">{finding.finding}</p>
      <p>
        {criterionTexts.toDo} {finding.recommendation.replace('{deadline}', deadline)}
      </p>
      {indicator.critical && share < 1 ? (
        <p class="bad mark">
          <Icon sign="crit" />
          {share < 0.5 ? criterionTexts.blocks : criterionTexts.caps}
        </p>
      ) : null}
    </div>
  );
}
