import { criterionIdOf, type Indicator, indicatorsOf, isScored } from '../../../core/form/form.ts';
import { formLogicOf } from '../../../core/form/form-logic.ts';
import type { Finding, IndicatorLine } from '../../../core/scoring/assessment.ts';
import { deadlineOf } from '../../../core/scoring/deadline.ts';
import { answerWords } from '../../../reports/answer-words.ts';
import { answerTexts } from '../../../texts/answers.ts';
import { criterionTexts } from '../../../texts/criterion.ts';
import { dateText, shownId } from '../../../texts/numbers.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { later } from '../../later.tsx';
import { type Program, useProgram } from '../../program.ts';
import { useView } from '../../use-view.ts';
import { AnswerInput } from './answer-input.tsx';
import { Conflict } from './conflict.tsx';
import { Evidence } from './evidence.tsx';
import { Foot } from './foot.tsx';
import { WriteFailed } from './write-failed.tsx';

const Judgement = later(() => import('../../municipality/judgement.tsx').then((m) => m.Judgement));
const Offered = later(() => import('../../municipality/offered.tsx').then((m) => m.Offered));

/** One indicator as a line of the ledger: number in the margin, question, answer, advice, evidence, foot. */
export function IndicatorSection({ indicator }: { indicator: Indicator }) {
  const program = useProgram();
  const { line, finding, next, judged, offer } = useView(() => viewOf(program, indicator.id), [program, indicator]);
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
        {isScored(program.form) ? <span>{criterionTexts.weight(indicator.points)}</span> : null}
        {empty ? (
          <Mark sign="empty">{indicator.optional ? criterionTexts.mayStayEmpty : answerTexts.empty}</Mark>
        ) : null}
      </p>
      {indicator.before?.split('\n').map((text) => (
        <p key={text}>{text}</p>
      ))}
      {line.state === 'conflict' ? (
        <Conflict indicator={indicator} line={line} />
      ) : (
        <AnswerInput indicator={indicator} line={line} />
      )}
      {offer ? <Offered indicator={indicator} of={line.of} /> : null}
      {judged ? <Judgement indicator={indicator} of={line.of} /> : null}
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
  /** the municipality has said something of it */
  judged: boolean;
  /** it may be offered what was answered last year */
  offer: boolean;
};

/** All that a section shows of the assessment, looked up anew at every change. */
function viewOf({ assessment, form, registers, periods, pathOf }: Program, indicatorId: string): View {
  const { criteria, findings, unanswered } = assessment.value;
  const line = criteria.flatMap(({ lines }) => lines).find((one) => one.indicatorId === indicatorId);
  if (!line) throw new Error(`an indicator outside the form: ${indicatorId}`);
  const finding = findings.find((one) => one.indicatorId === indicatorId) ?? null;
  const criterionId = criterionIdOf(form, indicatorId);
  const path = pathOf(indicatorId);
  return {
    line,
    finding,
    next: unanswered.find((key) => criterionIdOf(form, key) === criterionId) === indicatorId,
    judged: registers.value.has(`${path}#check`) || registers.value.has(`${path}#return`),
    offer: line.state === 'empty' && periods.others.value.some(({ answers }) => answers > 0),
  };
}

function HiddenNote({ indicator }: { indicator: Indicator }) {
  const { form } = useProgram();
  const { id, showIf } = indicator;
  const source = indicatorsOf(form).find((one) => one.id === showIf?.indicator);
  const words = showIf?.in.map((value) => `«${source ? answerWords(source, value, null).toLowerCase() : value}»`);
  const names = formLogicOf(form).relevant.get(id)?.names ?? [];
  return (
    <p class="hint ind">
      {words
        ? criterionTexts.hidden(shownId(id), shownId(showIf?.indicator ?? ''), words.join(' или '))
        : criterionTexts.hiddenBy(shownId(id), names.map(shownId).join(', '))}
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
