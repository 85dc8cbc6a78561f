import { formTitles } from 'virtual:form';
import { scoredFormId } from '../../../core/submission/collected-forms.ts';
import { campaignTexts as texts } from '../../../texts/campaign.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { Drafting } from './use-campaign-draft.ts';

const nameOf = ({ id, version }: { id: string; version: number }): string => `${id}@${version}`;

/** MS2: which of the program's forms a campaign collects; one of another version, or that this program does not know, stays as it was. */
export function FormsSection({ drafting, isTold }: { drafting: Drafting; isTold: boolean }) {
  const { draft, change, keep, submitted, problems } = drafting;
  const byDefault = formTitles.filter(({ id }) => id === scoredFormId).map(nameOf);
  const chosen = draft.forms ?? byDefault;
  const others = chosen.filter((name) => !formTitles.some(({ id }) => name.startsWith(`${id}@`)));
  const isIn = (id: string) => chosen.some((name) => name.startsWith(`${id}@`));
  const tick = (id: string, isOn: boolean) => {
    const next = formTitles.filter((form) => (form.id === id ? isOn : isIn(form.id))).map(nameOf);
    change({ forms: [...next, ...others] });
    keep();
  };
  const found = problems.campaign.find(({ field }) => field === 'forms');
  return (
    <fieldset class="stack tight">
      <legend class="lab">{texts.forms}</legend>
      <ul class="plain">
        {formTitles.map(({ id, title }) => (
          <li key={id}>
            <label class="tick">
              <input
                type="checkbox"
                disabled={submitted > 0}
                checked={isIn(id)}
                onChange={(event) => tick(id, event.currentTarget.checked)}
              />
              {title}
            </label>
          </li>
        ))}
      </ul>
      {found && isTold ? (
        <p class="err">
          <Icon sign="stop" />
          <span>{texts.problems[found.code]}</span>
        </p>
      ) : null}
    </fieldset>
  );
}
