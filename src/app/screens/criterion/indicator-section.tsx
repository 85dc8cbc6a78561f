import type { Indicator } from '../../../core/form/form.ts';
import type { IndicatorLine } from '../../../core/scoring/assessment.ts';
import { deadlineOf } from '../../../core/scoring/deadline.ts';
import { answerTexts } from '../../../texts/answers.ts';
import { criterionTexts } from '../../../texts/criterion.ts';
import { dateText, shownId } from '../../../texts/numbers.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { type Program, useProgram } from '../../program.ts';
import { AnswerInput } from './answer-input.tsx';
import { Conflict } from './conflict.tsx';
import { Evidence } from './evidence.tsx';
import { Foot } from './foot.tsx';
import { WriteFailed } from './write-failed.tsx';

/** One indicator as a line of the ledger: number in the margin, question, answer, advice, evidence, foot. */
export function IndicatorSection({ indicator }: { indicator: Indicator }) {
  const program = useProgram();
  const line = lineOf(program, indicator.id);
  if (line.state === 'hidden') return <HiddenNote indicator={indicator} />;
  const empty = line.state === 'empty' && indicator.kind !== 'derived';
  const criterionId = indicator.id.slice(0, 2);
  const next = program.assessment.value.unanswered.find((key) => key.startsWith(criterionId)) === indicator.id;
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
      <Advice indicator={indicator} line={line} />
      {indicator.kind === 'derived' ? null : <Evidence indicatorId={indicator.id} />}
      <Foot indicator={indicator} line={line} />
    </section>
  );
}

/** The line of one indicator, looked up anew at every change. */
function lineOf(program: Program, indicatorId: string): IndicatorLine {
  const lines = program.assessment.value.criteria.flatMap((criterion) => criterion.lines);
  const line = lines.find((one) => one.indicatorId === indicatorId);
  if (!line) throw new Error(`an indicator outside the form: ${indicatorId}`);
  return line;
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
function Advice({ indicator, line }: { indicator: Indicator; line: IndicatorLine }) {
  const { campaign, assessment } = useProgram();
  const finding = assessment.value.findings.find((one) => one.indicatorId === indicator.id);
  if (!finding) return null;
  const deadline = dateText(deadlineOf(indicator.id, campaign.asOf));
  const share = line.share ?? 1;
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
