import type { Assessment } from '../../../core/scoring/assessment.ts';
import { levelTexts } from '../../../texts/answers.ts';
import { dateText, percent } from '../../../texts/numbers.ts';
import { reviewTexts as words } from '../../../texts/review.ts';
import { Tag, type Tone } from '../../../ui/mark.tsx';
import type { Sign } from '../../../ui/signs.tsx';
import type { SchoolOnScreen } from '../../office/use-school.ts';

const tags: Record<keyof typeof words.states, { sign: Sign; tone?: Tone }> = {
  neverOpened: { sign: 'empty' },
  filling: { sign: 'pen' },
  submitted: { sign: 'doc' },
  returned: { sign: 'back', tone: 'warn' },
  accepted: { sign: 'yes', tone: 'ok' },
};

/** Name, how far the submission has come, and both totals side by side; MS1: without the self-assessment no total and no verdict. */
export function SchoolHead({ school, scored }: { school: SchoolOnScreen; scored: boolean }) {
  const { place, standing } = school;
  const { assessment, verified, checked, changed, progress } = standing;
  const after = verified ?? assessment;
  const isSame = after.level === assessment.level;
  return (
    <div class="stack">
      <p class="crumb">
        <a href="/">{words.crumb}</a> / {place.shortName}
      </p>
      <div class="row">
        <h1>{place.shortName}</h1>
        <StateTags school={school} />
      </div>
      {scored ? (
        <dl class="kpis">
          <Figure name={words.selfScore} value={totalWords(assessment)} />
          <Figure name={words.verifiedScore} value={verified ? totalWords(verified) : '—'} />
          <Figure
            name={isSame ? words.verdictBoth : words.verdict}
            value={levelWords(assessment)}
            bad={isBad(assessment)}
          />
          {isSame ? null : <Figure name={words.verdictAfter} value={levelWords(after)} bad={isBad(after)} />}
          <Figure name={words.checked} value={words.of(checked.done, checked.of)} />
          <Figure name={words.late} value={String(changed.length)} />
        </dl>
      ) : (
        <dl class="kpis">
          <Figure name={words.filled} value={words.of(progress.answered, progress.of)} />
          <Figure name={words.late} value={String(changed.length)} />
        </dl>
      )}
    </div>
  );
}

function StateTags({ school: { standing, contact } }: { school: SchoolOnScreen }) {
  const { state, submittedAt, status } = standing;
  const { sign, tone } = tags[state];
  const waiting = [...standing.returns.values()].filter(({ isAnswered }) => !isAnswered).length;
  return (
    <>
      {state === 'submitted' ? null : (
        <Tag sign={sign} {...(tone ? { tone } : {})}>
          {words.states[state]}
        </Tag>
      )}
      {waiting > 0 ? (
        <Tag sign="back" tone="warn">
          {words.returnedCount(waiting)}
        </Tag>
      ) : null}
      {submittedAt === null && (state === 'accepted' || state === 'returned') ? null : (
        <Tag sign="doc">
          {submittedAt === null
            ? words.notSubmitted
            : `${words.submitted(dateText(submittedAt.slice(0, 10)))}${status?.signing ? words.signed : words.notSigned}${
                contact.road === 'paper' ? words.fromPaper : ''
              }`}
        </Tag>
      )}
    </>
  );
}

function Figure({ name, value, bad }: { name: string; value: string; bad?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class={bad ? 'bad' : undefined}>{value}</dd>
    </div>
  );
}

const totalWords = ({ total, progress }: Assessment): string =>
  total === null ? words.unfinished(progress.answered, progress.of) : percent(total);

const levelWords = ({ level }: Assessment): string => (level === null ? '—' : levelTexts[level]);

const isBad = ({ level }: Assessment): boolean => level === 'notReady';
