import { readAnswer } from '../../../core/submission/answer.ts';
import type { ReviewRow, ReviewState } from '../../../core/verification/review-rows.ts';
import { answerWords, lineWords } from '../../../reports/answer-words.ts';
import { registerWords } from '../../../reports/register-words.ts';
import { dateText, shownId } from '../../../texts/numbers.ts';
import { reviewTexts as words } from '../../../texts/review.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Mark, type Tone } from '../../../ui/mark.tsx';
import type { Sign } from '../../../ui/signs.tsx';
import type { SchoolOnScreen } from '../../office/use-school.ts';
import type { PanelMode } from './row-panel.tsx';

type Props = {
  row: ReviewRow;
  school: SchoolOnScreen;
  mode: PanelMode | null;
  isCurrent: boolean;
  onFocus: () => void;
  onKey: (event: KeyboardEvent) => void;
  onAct: (what: 'confirm' | PanelMode) => void;
};

/** One answer in the table; its number is the button that holds the row's focus. */
export function ReviewLine({ row, school, mode, isCurrent, onFocus, onKey, onAct }: Props) {
  const { indicator } = row;
  const tabIndex = isCurrent ? 0 : -1;
  const button = (label: string, what: 'confirm' | PanelMode) => (
    <button
      type="button"
      class="btn sm"
      tabIndex={tabIndex}
      aria-label={words.named(label, shownId(indicator.id))}
      aria-pressed={what === 'confirm' ? undefined : mode === what}
      onClick={() => onAct(what)}
    >
      {label}
    </button>
  );
  return (
    <tr id={indicator.id} class={mode ? 'open' : undefined} onFocusIn={onFocus}>
      <th scope="row" class="nw">
        <button
          type="button"
          class="btn sm link rowkey"
          tabIndex={tabIndex}
          aria-expanded={mode !== null}
          onKeyDown={onKey}
          onClick={() => onAct(mode ?? 'open')}
        >
          {shownId(indicator.id)}
        </button>
        {indicator.critical ? (
          <span class="bad">
            <Icon sign="crit" label={words.critical} />
          </span>
        ) : null}
      </th>
      <td data-l="">{indicator.question}</td>
      <td data-l={words.head[2]}>
        <Answer row={row} school={school} />
      </td>
      <td class="s" data-l={words.head[3]}>
        {evidenceWords(row, school) || words.noEvidence} {row.isLate ? <b class="nw">{words.afterSubmit}</b> : null}
      </td>
      <td data-l={words.head[4]}>
        <Judgement row={row} />
      </td>
      <td data-l="">
        <span class="row nw">
          {button(words.confirm, 'confirm')}
          {button(words.dispute, 'dispute')}
          {button(words.giveBack, 'return')}
        </span>
      </td>
    </tr>
  );
}

const signs: Readonly<Record<string, { sign: Sign; tone?: Tone }>> = {
  yes: { sign: 'yes', tone: 'ok' },
  partial: { sign: 'part', tone: 'warn' },
  no: { sign: 'no', tone: 'bad' },
};

/** What was submitted, and under it what stands now when that was changed. */
function Answer({ row: { indicator, line, isLate }, school }: { row: ReviewRow; school: SchoolOnScreen }) {
  const { form, campaign, now } = school;
  const text = lineWords(indicator, line);
  const current = (now.get(`${campaign.id}/${form.id}/${indicator.id}`) ?? [])[0];
  const later = isLate && current ? answerWords(indicator, current.value, line.of) : text;
  return (
    <>
      <Signed line={line} text={text} />
      {line.state === 'conflict' || line.state === 'problem' ? (
        <Mark sign={line.state === 'conflict' ? 'clash' : 'warn'} tone="warn" small>
          {words.rowNotes[line.state]}
        </Mark>
      ) : null}
      {later === text ? null : (
        <>
          <br />
          <span class="s">{words.now(later)}</span>
        </>
      )}
    </>
  );
}

function Signed({ line, text }: { line: ReviewRow['line']; text: string }) {
  const answer = readAnswer(line.value);
  if (line.state === 'na') return <Mark sign="na">{text}</Mark>;
  if (line.state === 'notProvided') return <Mark sign="np">{text}</Mark>;
  if (line.state === 'empty' || line.state === 'hidden') return <Mark sign="empty">{text}</Mark>;
  const known = line.state === 'value' && answer.state === 'value' ? signs[String(answer.value)] : undefined;
  return known ? <Mark {...known}>{text}</Mark> : <b>{text}</b>;
}

/** As it stands now: what the school added after submitting is what the officer wants to see. */
function evidenceWords({ indicator }: ReviewRow, { form, campaign, now }: SchoolOnScreen): string {
  const path = `${campaign.id}/${form.id}/${indicator.id}#evidence`;
  const texts = (now.get(path) ?? []).map(({ value }) => (value === null ? '' : registerWords(form, path, value)));
  return [...new Set(texts.filter(Boolean))].join(' / ');
}

const states: Record<ReviewState, { sign: Sign; tone?: Tone }> = {
  unchecked: { sign: 'empty' },
  confirmed: { sign: 'yes', tone: 'ok' },
  disputed: { sign: 'neq', tone: 'warn' },
  stale: { sign: 'clock', tone: 'warn' },
  returned: { sign: 'back', tone: 'warn' },
  corrected: { sign: 'back' },
};

function Judgement({ row: { state, check, returned, indicator, line } }: { row: ReviewRow }) {
  const said = state === 'returned' || state === 'corrected' ? returned?.revision : check?.revision;
  const reason = state === 'returned' || state === 'corrected' ? returned?.reason : check?.reason;
  const value = check?.state === 'disputed' && check.value !== null ? answerWords(indicator, check.value, line.of) : '';
  if (state === 'unchecked') return <span class="q nw">{words.rowStates.unchecked}</span>;
  return (
    <span class="stack tight">
      <Mark {...states[state]}>
        {words.rowStates[state]}
        {state === 'disputed' ? `: ${value}` : ''}
      </Mark>
      <span class="s q clip">
        {[said ? dateText(said.at.slice(0, 10)) : '', reason ?? ''].filter(Boolean).join(', ')}
      </span>
    </span>
  );
}
