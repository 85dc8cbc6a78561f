import type { AnswerProblem } from '../../../answer-kinds/answer-kind.ts';
import type { Indicator } from '../../../core/form/form.ts';
import type { Json } from '../../../core/json.ts';
import type { IndicatorLine } from '../../../core/scoring/assessment.ts';
import { propertiesOf, readAnswer } from '../../../core/submission/answer.ts';
import { readCount, readDay } from '../../../core/submission/typed-text.ts';
import { answerOptionsOf, answerWords } from '../../../reports/answer-words.ts';
import { answerTexts, totalTexts } from '../../../texts/answers.ts';
import { criterionTexts } from '../../../texts/criterion.ts';
import { fieldTexts } from '../../../texts/fields.ts';
import { dateText, decimal, percent } from '../../../texts/numbers.ts';
import { plural } from '../../../texts/plural.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { afterPaint } from '../../after-paint.ts';
import { ClearAnswer } from '../../fields/clear-answer.tsx';
import { TextField } from '../../fields/text-field.tsx';
import { useTextRegister } from '../../fields/use-text-register.ts';
import { useProgram } from '../../program.ts';
import { addressOf } from '../../routes.ts';

type Props = { indicator: Indicator; line: IndicatorLine };

/** The question with its answer, by answer kind. */
export function AnswerInput({ indicator, line }: Props) {
  if (indicator.kind === 'derived') return <Derived indicator={indicator} line={line} />;
  if (indicator.kind === 'ratio' || indicator.kind === 'number' || indicator.kind === 'date')
    return <Typed indicator={indicator} line={line} />;
  return <Options indicator={indicator} line={line} />;
}

/** Radio tiles: yes-no, yes-partial-no and choice, with «Не применимо» (never for a critical one) and «Не представлено». */
function Options({ indicator, line }: Props) {
  const program = useProgram();
  const answer = readAnswer(line.value);
  const chosen = answer.state === 'value' ? String(answer.value) : answer.state;
  const hintId = `${indicator.id}-h`;
  return (
    <>
      <fieldset class="stack tight" aria-describedby={hintId}>
        <legend>
          <h2>{indicator.question}</h2>
        </legend>
        <p class="hint" id={hintId}>
          {indicator.evidence}
        </p>
        <div class={indicator.kind === 'choice' ? 'opts one' : 'opts'}>
          {answerOptionsOf(indicator).map(({ value, words }) => (
            <label key={words} class="opt">
              <input
                type="radio"
                name={indicator.id}
                checked={chosen === (typeof value === 'string' ? value : 'na')}
                onChange={() => program.answer(indicator.id, value, undefined, afterPaint)}
              />
              <span>{words}</span>
            </label>
          ))}
          <ClearAnswer shown={answer.state !== 'empty'} onClear={() => program.answer(indicator.id, null)} />
        </div>
      </fieldset>
      <AfterAnswer indicator={indicator} line={line} />
    </>
  );
}

/** A count or a day in a field; «не применимо» and «не представлено» beside it. */
function Typed({ indicator, line }: Props) {
  const program = useProgram();
  const kind = indicator.kind;
  const field = useTextRegister({
    registerKey: indicator.id,
    read: (text) => {
      const value = kind === 'date' ? readDay(text) : readCount(text);
      return kind === 'ratio' && typeof value === 'number' ? { n: value } : value;
    },
    show: (value) => {
      const answer = readAnswer(value);
      if (answer.state !== 'value') return '';
      return kind === 'ratio'
        ? String(propertiesOf(value).n ?? '')
        : kind === 'date'
          ? dateText(String(value))
          : String(value);
    },
  });
  const choose = (value: Json) => program.answer(indicator.id, value);
  const [hintId, problemId, fieldId] = [`${indicator.id}-h`, `${indicator.id}-e`, `${indicator.id}-f`];
  const problem = line.problem && line.problem.code !== 'na-without-reason' ? problemWords(line.problem) : null;
  const state = readAnswer(line.value).state;
  return (
    <>
      <h2>
        <label for={fieldId}>{indicator.question}</label>
      </h2>
      <p class="hint" id={hintId}>
        {indicator.evidence}
      </p>
      <div class="row">
        <input
          id={fieldId}
          type="text"
          class={kind === 'date' ? 'd' : 'n'}
          inputMode="numeric"
          autocomplete="off"
          placeholder={kind === 'date' ? fieldTexts.dayPlaceholder : undefined}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? `${hintId} ${problemId}` : hintId}
          {...field.inputProps}
        />
        <OfTotal indicator={indicator} line={line} onAll={(n) => choose({ n })} />
        {(['na', 'notProvided'] as const)
          .filter((one) => one === 'notProvided' || !indicator.critical)
          .map((one) => (
            <button
              key={one}
              type="button"
              class="btn sm link"
              aria-pressed={state === one}
              onClick={() => choose(state === one ? null : one === 'na' ? { na: '' } : one)}
            >
              {answerTexts[one]}
            </button>
          ))}
        {state === 'value' && !problem ? <Earned line={line} kind={kind} /> : null}
      </div>
      {problem ? (
        <p class="err" id={problemId}>
          <Icon sign="stop" />
          <span>{problem}</span>
        </p>
      ) : null}
      <AfterAnswer indicator={indicator} line={line} />
    </>
  );
}

function OfTotal({ indicator, line, onAll }: Props & { onAll: (n: number) => void }) {
  if (indicator.kind === 'number') return line.of === null ? null : <span>{criterionTexts.ofBuildings(line.of)}</span>;
  if (indicator.kind !== 'ratio') return null;
  const total = line.of;
  if (total === null) return null;
  const [one, few, many] = totalTexts[indicator.total ?? 'pupils'];
  return (
    <>
      <span>
        из <b>{total}</b> {plural(total, one, few, many)}
      </span>
      <button type="button" class="btn sm" onClick={() => onAll(total)}>
        {criterionTexts.all(total)}
      </button>
    </>
  );
}

function Earned({ line, kind }: { line: IndicatorLine; kind: Indicator['kind'] }) {
  const share = line.share;
  if (share === null) return null;
  if (kind === 'ratio') {
    const n = Number(propertiesOf(line.value).n ?? 0);
    return <b class="push">{percent(line.of ? (100 * n) / line.of : 0)}</b>;
  }
  const { full, half, none, part } = criterionTexts.shares;
  const words = share === 1 ? full : share === 0.5 ? half : share === 0 ? none : part(decimal(share, 2));
  return (
    <Mark sign={share === 1 ? 'yes' : share > 0 ? 'part' : 'no'} tone={share === 1 ? 'ok' : share > 0 ? 'warn' : 'bad'}>
      {words}
    </Mark>
  );
}

/** What an answer asks for next: the reason of «не применимо», what «не представлено» means, the passport's figure. */
function AfterAnswer({ indicator, line }: Props) {
  const state = readAnswer(line.value).state;
  if (state === 'na')
    return (
      <TextField
        registerKey={indicator.id}
        property="na"
        kind="reason"
        label={criterionTexts.naReason}
        hint={criterionTexts.naHint}
        free
        {...(line.problem ? { className: 'f stack tight' } : {})}
      />
    );
  if (state === 'notProvided') return <p class="hint">{criterionTexts.notProvidedHint}</p>;
  if (line.problem && indicator.kind !== 'ratio' && indicator.kind !== 'number' && indicator.kind !== 'date')
    return <p class="err">{problemWords(line.problem)}</p>;
  return null;
}

function problemWords(problem: AnswerProblem): string {
  const words = criterionTexts.problems;
  switch (problem.code) {
    case 'above-total':
      return words['above-total'](problem.count, problem.total);
    case 'date-in-future':
      return words['date-in-future'](dateText(problem.date));
    case 'total-unknown':
      return criterionTexts.needPassport;
    case 'not-a-count':
      return fieldTexts.unreadable.count;
    case 'not-a-date':
      return fieldTexts.unreadable.day;
    case 'unknown-option':
      return words['unknown-value'];
    default:
      return words[problem.code];
  }
}

/** A figure computed from a table, never typed. */
function Derived({ indicator, line }: Props) {
  const table = addressOf(indicator.source?.split('.')[0] ?? 'JRN');
  return (
    <>
      <h2>{indicator.question}</h2>
      <p class="hint">{indicator.evidence}</p>
      <p class="row">
        <b class="lead">
          {line.state === 'empty'
            ? criterionTexts.noTable
            : line.state === 'na'
              ? answerTexts.na
              : line.state === 'notProvided'
                ? answerTexts.notProvided
                : answerWords(indicator, line.value, null)}
        </b>
        <a href={table}>{criterionTexts.openTable}</a>
      </p>
    </>
  );
}
