import type { Indicator } from '../../../core/form/form.ts';
import type { Json } from '../../../core/json.ts';
import type { IndicatorLine } from '../../../core/scoring/assessment.ts';
import { propertiesOf, readAnswer } from '../../../core/submission/answer.ts';
import { looksPersonal } from '../../../core/submission/personal-data.ts';
import { type ReadText, readCount, readDay, readFigure, readPlain } from '../../../core/submission/typed-text.ts';
import { answerTexts, totalTexts } from '../../../texts/answers.ts';
import { criterionTexts } from '../../../texts/criterion.ts';
import { fieldTexts } from '../../../texts/fields.ts';
import { dateText, decimal, percent } from '../../../texts/numbers.ts';
import { plural } from '../../../texts/plural.ts';
import { Mark } from '../../../ui/mark.tsx';
import { useTextRegister } from '../../fields/use-text-register.ts';
import { problemWords } from '../../problem-words.ts';
import { useProgram } from '../../program.ts';
import { AfterAnswer, ProblemLine } from './after-answer.tsx';
import { HeldText } from './held-text.tsx';

type Props = { indicator: Indicator; line: IndicatorLine };
type TypedKind = 'ratio' | 'number' | 'figure' | 'date' | 'text';
type Reading = { read: ReadText; show: (value: Json) => string };

const readings: Record<TypedKind, Reading> = {
  ratio: {
    read: (text) => {
      const value = readCount(text);
      return typeof value === 'number' ? { n: value } : value;
    },
    show: (value) => String(propertiesOf(value).n ?? ''),
  },
  number: { read: readCount, show: String },
  figure: { read: readFigure, show: (value) => (typeof value === 'number' ? decimal(value, 6) : String(value)) },
  date: { read: readDay, show: (value) => dateText(String(value)) },
  text: { read: readPlain, show: String },
};

/** A count, a number, a day or words in a field; «не применимо» and «не представлено» beside it. */
export function TypedInput({ indicator, line }: Props) {
  const program = useProgram();
  const kind = indicator.kind as TypedKind;
  const { read, show } = readings[kind];
  const field = useTextRegister({
    registerKey: indicator.id,
    read,
    show: (value) => (readAnswer(value).state === 'value' ? show(value) : ''),
    ...(kind === 'text' ? { mayKeep: (text: string) => !looksPersonal(text) } : {}),
  });
  const choose = (value: Json) => program.answer(indicator.id, value);
  const [hintId, problemId, fieldId] = [`${indicator.id}-h`, `${indicator.id}-e`, `${indicator.id}-f`];
  const problem = line.problem && line.problem.code !== 'na-without-reason' ? problemWords(line.problem) : null;
  const state = readAnswer(line.value).state;
  const shared = {
    id: fieldId,
    autocomplete: 'off' as const,
    'aria-invalid': problem ? ('true' as const) : undefined,
    'aria-describedby': problem || field.held ? `${hintId} ${problemId}` : hintId,
    ...field.inputProps,
  };
  return (
    <>
      <h2>
        <label for={fieldId}>{indicator.question}</label>
      </h2>
      {indicator.evidence ? (
        <p class="hint" id={hintId}>
          {indicator.evidence}
        </p>
      ) : null}
      {kind === 'text' ? <textarea rows={2} {...shared} /> : null}
      <div class="row">
        {kind === 'text' ? null : (
          <input
            type="text"
            class={kind === 'date' ? 'd' : 'n'}
            inputMode={kind === 'figure' && indicator.decimal ? 'decimal' : kind === 'figure' ? 'text' : 'numeric'}
            placeholder={kind === 'date' ? fieldTexts.dayPlaceholder : undefined}
            {...shared}
          />
        )}
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
      {problem ? <ProblemLine id={problemId} words={problem} /> : null}
      {field.held ? <HeldText id={problemId} onKeep={field.keepAnyway} /> : null}
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

function Earned({ line, kind }: { line: IndicatorLine; kind: TypedKind }) {
  const share = line.share;
  if (share === null || line.points === 0) return null;
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
