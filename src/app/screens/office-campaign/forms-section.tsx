import { formTitles } from 'virtual:form';
import { formNameOf } from '../../../core/form/form-name.ts';
import { otherFormIds, scoredFormId, scoredFormOf } from '../../../core/submission/collected-forms.ts';
import { campaignTexts as texts } from '../../../texts/campaign.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useOffice } from '../../office/office.ts';
import type { Drafting } from './use-campaign-draft.ts';

const scoredOnes = formTitles.filter(({ id }) => !otherFormIds.includes(id));
const otherOnes = formTitles.filter(({ id }) => otherFormIds.includes(id));

/** MS2, FP5: which forms a campaign collects: at most one with a score, the program's or a published one, and any others; what this program does not know stays as it was. */
export function FormsSection({ drafting, isTold }: { drafting: Drafting; isTold: boolean }) {
  const { draft, change, keep, submitted, problems } = drafting;
  const published = useOffice().forms.all.value;
  const chosen = draft.forms ?? scoredOnes.filter(({ id }) => id === scoredFormId).map(formNameOf);
  const scored = scoredFormOf({ forms: chosen.length > 0 ? chosen : otherFormIds });
  const others = chosen.filter((name) => name !== scored);
  const choose = (forms: readonly string[]) => {
    change({ forms });
    keep();
  };
  const chooseScored = (name: string | null) => choose([...(name === null ? [] : [name]), ...others]);
  const tick = (name: string, isOn: boolean) => {
    const without = others.filter((one) => one.split('@')[0] !== name.split('@')[0]);
    choose([...(scored === null ? [] : [scored]), ...without, ...(isOn ? [name] : [])]);
  };
  const isIn = (id: string) => others.some((name) => name.startsWith(`${id}@`));
  const found = problems.campaign.find(({ field }) => field === 'forms');
  const isLocked = submitted > 0;
  return (
    <fieldset class="stack tight">
      <legend class="lab">{texts.forms}</legend>
      <ul class="plain">
        {published.length === 0
          ? scoredOnes.map((form) => (
              <Choice
                key={form.id}
                type="checkbox"
                isLocked={isLocked}
                isChosen={scored === formNameOf(form)}
                title={form.title}
                onChoose={(isOn) => chooseScored(isOn ? formNameOf(form) : null)}
              />
            ))
          : [...scoredOnes.map((form) => ({ ...form, hash: '' })), ...published].map((form) => (
              <Choice
                key={form.hash}
                type="radio"
                isLocked={isLocked}
                isChosen={scored === formNameOf(form)}
                title={texts.formVersion(form.title, form.version)}
                onChoose={() => chooseScored(formNameOf(form))}
              />
            ))}
        {published.length === 0 ? null : (
          <Choice
            type="radio"
            isLocked={isLocked}
            isChosen={scored === null}
            title={texts.noScoredForm}
            onChoose={() => chooseScored(null)}
          />
        )}
        {otherOnes.map((form) => (
          <Choice
            key={form.id}
            type="checkbox"
            isLocked={isLocked}
            isChosen={isIn(form.id)}
            title={form.title}
            onChoose={(isOn) => tick(formNameOf(form), isOn)}
          />
        ))}
      </ul>
      {found && isTold ? (
        <p class="err">
          <Icon sign="stop" />
          <span>{texts.problems[found.code]}</span>
        </p>
      ) : null}
      <p>
        <a href="/forms">{texts.toForms}</a>
      </p>
    </fieldset>
  );
}

type ChoiceProps = {
  type: 'radio' | 'checkbox';
  isLocked: boolean;
  isChosen: boolean;
  title: string;
  onChoose: (isOn: boolean) => void;
};

function Choice({ type, isLocked, isChosen, title, onChoose }: ChoiceProps) {
  return (
    <li>
      <label class="tick">
        <input
          type={type}
          name={type === 'radio' ? 'scored-form' : undefined}
          disabled={isLocked}
          checked={isChosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
        {title}
      </label>
    </li>
  );
}
