import { useRef } from 'preact/hooks';
import { looksPersonal } from '../../../core/submission/personal-data.ts';
import type { Edit, Sentence } from '../../../reports/municipal/municipal-input.ts';
import { reportEditorTexts as words } from '../../../texts/report-editor.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { Message } from '../../../ui/message.tsx';
import { useSavedText } from '../../fields/use-saved-text.ts';
import type { ReportState } from './report-state.ts';
import { Sources } from './sources.tsx';

type Props = { state: ReportState; sentence: Sentence /** its place in print */; at: number; critical: boolean };

export const sentenceAnchor = (sentenceId: string): string => `s-${sentenceId}`;

/** RE1: one sentence as it will be printed, to be typed over; below it its figures, where they come from, and whose words it is. */
export function SentenceView({ state, sentence, at, critical }: Props) {
  const { id, generated, figures, edit, part } = sentence;
  const begun = useRef<{ basis: Pick<Edit, 'generated' | 'figures'>; seen: readonly string[] } | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const field = useSavedText({
    stored: sentence.text,
    mayKeep: (text) => !looksPersonal(text) || looksPersonal(generated),
    onBegin: () => {
      begun.current = { basis: { generated, figures }, seen: state.headsOf(id) };
    },
    save: async (typed) => {
      const { basis, seen } = begun.current ?? { basis: { generated, figures }, seen: state.headsOf(id) };
      const text = typed.trim();
      const isOwn = text !== '' && text !== basis.generated;
      const saved = await state.edit(sentence, isOwn ? { text, ...basis } : null, seen);
      begun.current = { basis, seen: state.headsOf(id) };
      return saved;
    },
  });
  const decide = (kept: Edit | null) => void state.edit(sentence, kept);
  return (
    <div class="phrase" id={sentenceAnchor(id)}>
      <div class="swell" data-text={`${field.text} `}>
        <textarea ref={area} rows={1} aria-label={words.sentence(at)} {...field.inputProps} />
      </div>
      {field.failed ? <Problem>{words.unsaved}</Problem> : null}
      {field.held ? (
        <div class="err" role="status">
          <Icon sign="warn" />
          <span>
            {words.personal}{' '}
            <button type="button" class="btn sm" onClick={field.keepAnyway}>
              {words.keepAnyway}
            </button>
          </span>
        </div>
      ) : null}
      {edit && sentence.isStale ? (
        <Changed sentence={sentence} edit={edit} decide={decide} mend={() => area.current?.focus()} />
      ) : null}
      <Torn texts={state.textsOf(id)} decide={decide} />
      <div class="meta">
        <Sources sentence={sentence} />
        {part === 'recommendations' ? <Mark sign="next">{words.advice}</Mark> : null}
        <Mark sign={edit ? 'pen' : 'yes'}>{edit ? words.byYou : words.byFigures}</Mark>
        {critical ? (
          <Mark sign="crit" tone="bad">
            {words.critical}
          </Mark>
        ) : null}
        {edit ? (
          <button type="button" class="btn sm link" onClick={() => decide(null)}>
            {words.goBack}
          </button>
        ) : null}
      </div>
      {edit && !sentence.isStale ? <p class="hint">{words.generatedNow(generated)}</p> : null}
    </div>
  );
}

function Changed(props: { sentence: Sentence; edit: Edit; decide: (kept: Edit | null) => void; mend: () => void }) {
  const { generated, figures } = props.sentence;
  const { text, figures: was } = props.edit;
  return (
    <Message
      sign="warn"
      tone="warn"
      title={was === figures ? words.changedText : words.changed(was, figures)}
      actions={
        <>
          <button type="button" class="btn sm" onClick={() => props.decide(null)}>
            {words.take}
          </button>
          <button type="button" class="btn sm" onClick={() => props.decide({ text, generated, figures })}>
            {words.keep}
          </button>
          <button type="button" class="btn sm link" onClick={props.mend}>
            {words.mend}
          </button>
        </>
      }
    >
      <p>{words.changedLead(generated)}</p>
    </Message>
  );
}

function Torn({ texts, decide }: { texts: readonly Edit[]; decide: (kept: Edit) => void }) {
  if (texts.length < 2) return null;
  return (
    <Message sign="warn" tone="warn" title={words.twoTexts}>
      <ul class="plain stack tight">
        {texts.map((one) => (
          <li key={one.text} class="row">
            <span>«{one.text}»</span>
            <button type="button" class="btn sm" onClick={() => decide(one)}>
              {words.takeThis}
            </button>
          </li>
        ))}
      </ul>
    </Message>
  );
}

const Problem = ({ children }: { children: string }) => (
  <p class="err" role="alert">
    <Icon sign="stop" />
    <span>{children}</span>
  </p>
);
