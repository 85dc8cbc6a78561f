import { campaignTexts as texts } from '../../../texts/campaign.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useOffice } from '../../office/office.ts';
import { PlacesFile } from './places-file.tsx';
import type { Drafting } from './use-campaign-draft.ts';

/** The schools a campaign is for: all, or those ticked; and the list they are taken from. */
export function SchoolsSection({ drafting, isTold }: { drafting: Drafting; isTold: boolean }) {
  const { places, place } = useOffice();
  const { draft, change, keep, submitted, problems } = drafting;
  const schools = places.value.filter(({ kind }) => kind === 'school');
  const chosen = draft.schools ?? schools.map(({ id }) => id);
  const found = problems.campaign.find(({ field }) => field === 'schools');
  const isLocked = submitted > 0;
  const choose = (next: readonly string[] | null) => {
    change({ schools: next });
    keep();
  };
  // in the order of the list, whatever order they were ticked in
  const tick = (id: string, isIn: boolean) =>
    choose(schools.map((one) => one.id).filter((one) => (one === id ? isIn : chosen.includes(one))));
  return (
    <section class="stack" aria-labelledby="schools-part">
      <h2 id="schools-part">{texts.sections.schools}</h2>
      {schools.length === 0 ? <p>{texts.noPlaces}</p> : null}
      <fieldset>
        <legend class="vh">{texts.sections.schools}</legend>
        <label class="tick">
          <input
            type="checkbox"
            disabled={isLocked}
            checked={draft.schools === null}
            onChange={(event) => choose(event.currentTarget.checked ? null : chosen)}
          />
          {place.kind === 'region' ? texts.allSchoolsOfRegion : texts.allSchools}
        </label>
        {draft.schools === null ? null : (
          <>
            <p role="status">{texts.chosen(chosen.length, schools.length)}</p>
            <ul class="plain ticks">
              {schools.map(({ id, shortName }) => (
                <li key={id}>
                  <label class="tick">
                    <input
                      type="checkbox"
                      disabled={isLocked}
                      checked={chosen.includes(id)}
                      onChange={(event) => tick(id, event.currentTarget.checked)}
                    />
                    {shortName}
                  </label>
                </li>
              ))}
            </ul>
          </>
        )}
      </fieldset>
      {found && (isTold || found.code === 'too-many') ? (
        <p class="err">
          <Icon sign="stop" />
          <span>{texts.problems[found.code]}</span>
        </p>
      ) : null}
      <PlacesFile />
    </section>
  );
}
