import { useId } from 'preact/hooks';
import { isChanged, type OverlayField } from '../../../core/form/overlay-fields.ts';
import { overlayTexts as texts } from '../../../texts/campaign.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { Drafting, DraftProblems } from './use-campaign-draft.ts';

/** One figure or text of the form with the campaign's own over it. */
export function OverlayFieldView({ field, drafting }: { field: OverlayField; drafting: Drafting }) {
  const id = useId();
  const { draft, change, keep, problems } = drafting;
  const { key, kind, own } = field;
  const value = draft.overlay[key] ?? own;
  const differs = isChanged(field, draft.overlay);
  const problem = differs ? problemOf(key, problems.overlay) : null;
  const set = (text: string | null) => {
    const { [key]: _before, ...others } = draft.overlay;
    change({ overlay: text === null ? others : { ...others, [key]: text } });
  };
  const props = {
    id,
    value,
    autocomplete: 'off' as const,
    'aria-invalid': problem ? ('true' as const) : undefined,
    'aria-describedby': `${id}h${problem ? ` ${id}e` : ''}`,
    onInput: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value),
    onBlur: keep,
  };
  return (
    <div class="f">
      <label class="lab" for={id}>
        {texts.fieldOf(key.split('/'))}
      </label>
      {kind === 'text' ? (
        <textarea rows={3} maxLength={4000} {...props} />
      ) : (
        <input type="text" class="n" inputMode={kind === 'day' ? 'numeric' : 'decimal'} maxLength={20} {...props} />
      )}
      <p class="hint row" id={`${id}h`}>
        {differs ? (
          <>
            <span>{texts.own(own)}</span>
            <button
              type="button"
              class="btn sm link"
              onClick={() => {
                set(null);
                keep();
              }}
            >
              {texts.back}
              <span class="vh">: {texts.fieldOf(key.split('/'))}</span>
            </button>
          </>
        ) : null}
      </p>
      {problem ? (
        <p class="err" id={`${id}e`}>
          <Icon sign="stop" />
          <span>{texts.problems[problem]}</span>
        </p>
      ) : null}
    </div>
  );
}

/** What is wrong with this field, or with the figures it is one of. */
function problemOf(key: string, problems: DraftProblems['overlay']): keyof typeof texts.problems | null {
  const [group = '', id = ''] = key.split('/');
  const found = problems.find((problem) => {
    if ('key' in problem) return problem.key === key;
    return 'id' in problem && group !== 'texts' && [id, group].includes(problem.id);
  });
  return found?.code ?? null;
}
