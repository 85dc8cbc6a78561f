import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { chosenValue, optionsOf } from '../../../core/form/answer-values.ts';
import { criterionIdOf, type Indicator } from '../../../core/form/form.ts';
import type { Json } from '../../../core/json.ts';
import { assess } from '../../../core/scoring/assess.ts';
import { propertiesOf, readAnswer } from '../../../core/submission/answer.ts';
import { looksPersonal } from '../../../core/submission/personal-data.ts';
import { disputedValues, isFigure, readDisputed } from '../../../core/verification/disputed-value.ts';
import { isSameValue, type ReviewRow } from '../../../core/verification/review-rows.ts';
import { judgedValues } from '../../../core/verification/verified-facts.ts';
import { answerWords, chosenOf, optionWords } from '../../../reports/answer-words.ts';
import { dateText, decimal, percent, shownId } from '../../../texts/numbers.ts';
import { reviewTexts as words } from '../../../texts/review.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { SchoolOnScreen } from '../../office/use-school.ts';

type Props = {
  row: ReviewRow;
  school: SchoolOnScreen;
  onWrite: (row: ReviewRow, value: Json, reason: string) => Promise<boolean>;
  onReturn: () => void;
  onDone: () => void;
};
type Problem = keyof typeof words.problems;

/** VS6: the officer's own value by the kind of answer, with the reason the school will see. */
export function DisputeForm({ row, school, onWrite, onReturn, onDone }: Props) {
  const { indicator, line, check } = row;
  const before = check?.state === 'disputed' ? check : null;
  const [chosen, setChosen] = useState<Json>(before && !isTypedValue(row, before.value) ? before.value : null);
  const [typed, setTyped] = useState(before && isTypedValue(row, before.value) ? typedText(row, before.value) : '');
  const [reason, setReason] = useState(before?.reason ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input:checked, input, textarea')?.focus(), []);
  const read = disputedValue(row, chosen, typed, reason);
  const [problemId, name] = [`${indicator.id}-p`, `${indicator.id}-v`];

  async function write(event: Event): Promise<void> {
    event.preventDefault();
    const wrong = typeof read === 'string' ? read : problemOf(row, read.value, reason);
    setProblem(wrong);
    if (wrong !== null || typeof read === 'string') return;
    if (await onWrite(row, read.value, reason.trim())) onDone();
    else setProblem('not-written');
  }

  return (
    <form
      ref={form}
      class="stack"
      aria-label={words.named(words.theirValue, shownId(indicator.id))}
      aria-describedby={problem ? problemId : undefined}
      onSubmit={write}
    >
      <fieldset>
        <legend class="lab">{words.theirValue}</legend>
        <div class="opts">
          {isFigure(indicator) ? (
            <Figure
              row={row}
              typed={typed}
              onType={(text) => {
                setTyped(text);
                setChosen(null);
              }}
            />
          ) : null}
          {indicator.kind === 'choices' ? (
            <Ticks indicator={indicator} chosen={chosenOf(chosen)} onChoose={setChosen} />
          ) : null}
          {disputedValues(indicator, line).map((value) => (
            <label key={JSON.stringify(value)} class="opt">
              <input
                type="radio"
                name={name}
                checked={JSON.stringify(bare(chosen)) === JSON.stringify(value)}
                onChange={() => {
                  setChosen(value);
                  setTyped('');
                }}
              />
              <span>{answerWords(indicator, value, null)}</span>
            </label>
          ))}
        </div>
        {indicator.critical ? <p class="hint">{words.naOnlyHere}</p> : null}
      </fieldset>
      <label class="f">
        <span>{words.reason}</span>
        <textarea rows={2} maxLength={1000} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      {problem ? (
        <p class="err" id={problemId} role="alert">
          <Icon sign="stop" />
          <span>{words.problems[problem]}</span>
        </p>
      ) : null}
      <p class="row">
        <button type="submit" class="btn sm">
          {words.writeValue}
        </button>
        <button type="button" class="btn sm" onClick={onReturn}>
          {words.returnInstead}
        </button>
        <span class="q s">
          {words.stays} {typeof read === 'string' ? '' : effectWords(row, school, read.value)}
        </span>
      </p>
    </form>
  );
}

function Figure({
  row: { indicator, line },
  typed,
  onType,
}: {
  row: ReviewRow;
  typed: string;
  onType: (text: string) => void;
}) {
  const kind = figureKindOf(indicator);
  return (
    <span class="row">
      <label class="row">
        <span class="vh">{words.byFigure[kind]}</span>
        <input
          type="text"
          class={kind === 'date' ? 'd' : kind === 'text' ? undefined : 'n'}
          inputMode={modes[kind]}
          autocomplete="off"
          value={typed}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      </label>
      {kind === 'ratio' && line.of !== null ? words.ofTotal(line.of) : kind === 'percent' ? '%' : ''}
    </span>
  );
}

type FigureKind = 'ratio' | 'number' | 'figure' | 'date' | 'text' | 'percent';
const modes = {
  ratio: 'numeric',
  number: 'numeric',
  figure: 'decimal',
  date: 'numeric',
  text: 'text',
  percent: 'decimal',
} as const;

function figureKindOf({ kind, calculation }: Indicator): FigureKind {
  if (calculation !== undefined) return 'figure';
  return kind === 'derived' ? 'percent' : (kind as FigureKind);
}

/** Ticks for several options. */
function Ticks({
  indicator,
  chosen,
  onChoose,
}: {
  indicator: Indicator;
  chosen: readonly string[];
  onChoose: (value: Json) => void;
}) {
  return optionsOf(indicator).map((option) => (
    <label key={option} class="opt">
      <input
        type="checkbox"
        checked={chosen.includes(option)}
        onChange={(event) =>
          onChoose(
            chosenValue(event.currentTarget.checked ? [...chosen, option] : chosen.filter((one) => one !== option)),
          )
        }
      />
      <span>{optionWords(indicator, option)}</span>
    </label>
  ));
}

/** «Не применимо» is chosen without its reason; it is written with it. */
const bare = (value: Json): Json => (readAnswer(value).state === 'na' ? { na: '' } : value);

function isTypedValue({ indicator }: ReviewRow, value: Json): boolean {
  return isFigure(indicator) && readAnswer(value).state === 'value' && value !== 'no';
}

function typedText({ indicator }: ReviewRow, value: Json): string {
  if (indicator.kind === 'ratio') return String(propertiesOf(value).n ?? '');
  if (indicator.kind === 'date') return dateText(String(value));
  if (indicator.kind === 'figure' || indicator.calculation !== undefined) return decimal(Number(value), 6);
  if (indicator.kind !== 'derived') return String(value);
  return decimal(indicator.source === 'JRN.mean' ? Number(value) : 100 * Number(value));
}

/** What would be written, or why nothing can be. */
function disputedValue(
  { indicator, line }: ReviewRow,
  chosen: Json,
  typed: string,
  reason: string,
): { value: Json } | Problem {
  if (chosen !== null) return { value: readAnswer(chosen).state === 'na' ? { na: reason.trim() } : chosen };
  if (typed.trim() === '') return 'no-value';
  const read = readDisputed(indicator, typed, line.of);
  return read.ok ? { value: read.value } : read.problem;
}

function problemOf({ line }: ReviewRow, value: Json, reason: string): Problem | null {
  if (isSameValue(line, value)) return 'same';
  if (reason.trim() === '') return 'no-reason';
  return looksPersonal(reason) ? 'looks-personal' : null;
}

/** What the value will do to the score of its criterion. */
function effectWords({ indicator, line }: ReviewRow, school: SchoolOnScreen, value: Json): string {
  const { form, campaign, standing } = school;
  const judged = new Map([...judgedValues(standing.checks), [indicator.id, value] as const]);
  const facts = new Map([...standing.verifiedFacts, [indicator.id, [value]] as const]);
  const after = assess(form, facts, campaign, judged);
  const ownCriterion = criterionIdOf(form, indicator.id);
  const scoreOf = (criteria: typeof after.criteria) =>
    criteria.find(({ criterionId }) => criterionId === ownCriterion)?.score ?? null;
  const text = (score: number | null) => (score === null ? words.noScore : percent(score));
  const before = (standing.verified ?? standing.assessment).criteria;
  return words.willCount(
    answerWords(indicator, bare(value), line.of).toLowerCase(),
    shownId(ownCriterion ?? ''),
    text(scoreOf(before)),
    text(scoreOf(after.criteria)),
  );
}
