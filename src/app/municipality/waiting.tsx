import { returnsOf } from '../../core/verification/check.ts';
import { municipalityTexts as texts } from '../../texts/municipality.ts';
import { overviewTexts } from '../../texts/overview.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Sign } from '../../ui/signs.tsx';
import { type Program, useProgram } from '../program.ts';
import { registerName } from '../register-name.ts';
import { addressOf } from '../routes.ts';
import { useView } from '../use-view.ts';

type Item = { key: string; sign: Sign; title: string; text: string };

/** SB6: what awaits a decision of the school: what the municipality gave back first, then registers with two answers. */
export function Waiting() {
  const program = useProgram();
  const items = useView(() => [...returned(program), ...conflicting(program)], [program, program.form]);
  if (items.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="waiting">
      <h2 id="waiting">{overviewTexts.waiting}</h2>
      <ul class="list">
        {items.map(({ key, sign, title, text }) => (
          <li key={key}>
            <a href={addressOf(program.form, key)}>
              <span>
                <b class="mark warn">
                  <Icon sign={sign} />
                  {title}
                </b>
                <br />
                <span class="q">{text}</span>
              </span>
              <Icon sign="next" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** SB6 where the self-assessment is handed in: what was given back and is not answered anew. */
export function StillReturned() {
  const program = useProgram();
  const keys = useView(() => openReturns(program).map(([key]) => key), [program, program.form]);
  if (keys.length === 0) return null;
  return (
    <p>
      {texts.stillReturned}{' '}
      {keys.map((key, at) => (
        <span key={key}>
          {at > 0 ? ', ' : ''}
          <a href={addressOf(program.form, key)}>{registerName(program.form, key)}</a>
        </span>
      ))}
    </p>
  );
}

const openReturns = ({ registers, campaign, form }: Program) =>
  [...returnsOf(registers.value, campaign.id, form.id)].filter(([, { isAnswered }]) => !isAnswered);

function returned(program: Program): Item[] {
  const { form, status } = program;
  const open = openReturns(program);
  const answers = open.map(([key, { reason }]): Item => {
    const title = texts.returnedAnswer(registerName(form, key));
    return { key, sign: 'back', title, text: texts.quote(reason) };
  });
  if (status.value?.state !== 'returned') return answers;
  const text = open.length > 0 ? texts.returnedAllText : texts.answeredAll;
  const { reason } = status.value;
  const whole = { key: 'status', sign: 'back' as const, title: texts.returnedAll };
  return [...answers, { ...whole, text: reason ? `${texts.quote(reason)}. ${text}` : text }];
}

const conflicting = ({ assessment, form }: Program): Item[] =>
  assessment.value.conflicts.map((key) => ({
    key,
    sign: 'clash',
    title: overviewTexts.conflict(registerName(form, key)),
    text: overviewTexts.conflictText,
  }));
