import { useState } from 'preact/hooks';
import type { Indicator } from '../../../core/form/form.ts';
import { looksPersonal } from '../../../core/submission/personal-data.ts';
import { talkOf } from '../../../core/verification/check.ts';
import { shownId } from '../../../texts/numbers.ts';
import { authorWords } from '../../../texts/registers.ts';
import { reviewTexts as words } from '../../../texts/review.ts';
import { momentText } from '../../moment-text.ts';
import type { SchoolOnScreen } from '../../office/use-school.ts';

type Props = {
  indicator: Indicator;
  school: SchoolOnScreen;
  onSay: (indicator: Indicator, text: string) => Promise<boolean>;
};

/** VF4: the conversation under an indicator, both ways. */
export function Talk({ indicator, school, onSay }: Props) {
  const { now, campaign, form } = school;
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<'looks-personal' | 'not-written' | null>(null);
  const said = talkOf(now, campaign.id, form.id, indicator.id);
  const id = `${indicator.id}-talk`;

  async function say(event: Event): Promise<void> {
    event.preventDefault();
    if (text.trim() === '') return;
    if (looksPersonal(text)) return setProblem('looks-personal');
    const isWritten = await onSay(indicator, text.trim());
    setProblem(isWritten ? null : 'not-written');
    if (isWritten) setText('');
  }

  return (
    <section class="stack tight" aria-labelledby={id}>
      <h3 id={id}>{words.talk(shownId(indicator.id))}</h3>
      {said.length === 0 ? <p class="q">{words.noTalk}</p> : null}
      {said.map(({ id: key, who, label, at, value }) => (
        <p key={key}>
          <b>{authorWords(who, label)}</b>, {momentText(at)}: {String(value)}
        </p>
      ))}
      <form class="stack tight" onSubmit={say}>
        <label class="f">
          <span>{words.reply}</span>
          <textarea
            rows={2}
            maxLength={2000}
            value={text}
            aria-describedby={`${id}-h`}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <p class="hint" id={`${id}-h`}>
          {problem ? words.problems[problem] : words.talkHint}
        </p>
        <p>
          <button type="submit" class="btn sm">
            {words.send}
          </button>
        </p>
      </form>
    </section>
  );
}
