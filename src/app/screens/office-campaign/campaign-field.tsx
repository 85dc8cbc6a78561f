import { useId } from 'preact/hooks';
import { alwaysOpen, type CampaignField } from '../../../core/campaign/campaign-draft.ts';
import { looksPersonal } from '../../../core/submission/personal-data.ts';
import { campaignTexts as texts } from '../../../texts/campaign.ts';
import { fieldTexts } from '../../../texts/fields.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { Drafting } from './use-campaign-draft.ts';

type Props = {
  field: CampaignField;
  drafting: Drafting;
  /** what is wrong is told from the first attempt to publish on */
  isTold: boolean;
  kind?: 'line' | 'day' | 'text';
};

/** One field of a campaign; CN2: closed once a school has submitted, but for the last day and the letter. */
export function CampaignFieldView({ field, drafting, isTold, kind = 'line' }: Props) {
  const id = useId();
  const { draft, change, keep, submitted, problems } = drafting;
  const value = draft.texts[field];
  const found = problems.campaign.find((one) => one.field === field);
  // a day that cannot be read is told at once, what is missing only when it is to be published
  const problem = found && (isTold || found.code === 'no-day') ? texts.problems[found.code] : null;
  const hint = texts.hints[field];
  const isPersonal = kind === 'text' && looksPersonal(value);
  const props = {
    id,
    value,
    autocomplete: 'off' as const,
    disabled: submitted > 0 && !alwaysOpen.includes(field),
    'aria-invalid': problem ? ('true' as const) : undefined,
    'aria-describedby':
      [hint ? `${id}h` : '', problem || isPersonal ? `${id}e` : ''].filter(Boolean).join(' ') || undefined,
    onInput: (event: { currentTarget: { value: string } }) =>
      change({ texts: { ...draft.texts, [field]: event.currentTarget.value } }),
    onBlur: keep,
  };
  return (
    <div class={field === 'letterSigner' ? 'f grow' : 'f'}>
      <label class="lab" for={id}>
        {texts.fields[field]}
      </label>
      {kind === 'text' ? (
        <textarea rows={6} maxLength={3900} {...props} />
      ) : (
        <input
          type="text"
          maxLength={1000}
          class={kind === 'day' ? 'd' : undefined}
          inputMode={kind === 'day' ? 'numeric' : 'text'}
          placeholder={kind === 'day' ? fieldTexts.dayPlaceholder : undefined}
          {...props}
        />
      )}
      {hint ? (
        <p class="hint" id={`${id}h`}>
          {hint}
        </p>
      ) : null}
      {problem || isPersonal ? (
        <p class="err" id={`${id}e`}>
          <Icon sign={problem ? 'stop' : 'warn'} />
          <span>{problem ?? texts.personal}</span>
        </p>
      ) : null}
    </div>
  );
}
