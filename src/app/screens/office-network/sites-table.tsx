import { useId, useState } from 'preact/hooks';
import type { Place } from '../../../core/places/place.ts';
import { agreements, type ProjectSite } from '../../../core/site-report/project.ts';
import { networkScreenTexts as texts } from '../../../texts/network-screen.ts';
import { siteReportTexts } from '../../../texts/site-report.ts';
import { moveInTable } from '../../../ui/cell-keys.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { NetworkState } from './network-state.ts';
import { DayField, LineField } from './saved-fields.tsx';

/** NR2: the register of project sites: a school a row; one taken out can be given back at once. */
export function SitesTable({ state }: { state: NetworkState }) {
  const sites = state.sites.value;
  const [removed, setRemoved] = useState<ProjectSite | null>(null);
  const taken = new Set(sites.map(({ site }) => site.schoolId));
  return (
    <section class="stack" aria-labelledby="sites">
      <h2 id="sites">{texts.sites(sites.length)}</h2>
      <p class="hint">{texts.sitesHint}</p>
      <AddSite state={state} schools={state.schools.value.filter(({ id }) => !taken.has(id))} />
      {removed ? (
        <p role="status">
          {texts.removed}{' '}
          <button
            type="button"
            class="btn sm link"
            onClick={() => {
              void state.saveSite(removed.schoolId, removed);
              setRemoved(null);
            }}
          >
            {texts.undo}
          </button>
        </p>
      ) : null}
      {sites.length > 0 ? (
        <div class="scroll fold cells">
          <table onKeyDown={moveInTable}>
            <thead>
              <tr>
                {texts.head.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
                <th scope="col">
                  <span class="vh">{texts.removing}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sites.map(({ school, site }) => (
                <SiteRow
                  key={site.schoolId}
                  name={school?.shortName ?? texts.noSchool(site.schoolId)}
                  site={site}
                  save={(changes) => state.saveSite(site.schoolId, changes)}
                  onRemove={() => {
                    setRemoved(site);
                    void state.saveSite(site.schoolId, null);
                  }}
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}

function AddSite({ state, schools }: { state: NetworkState; schools: readonly Place[] }) {
  const id = useId();
  const [chosen, setChosen] = useState('');
  const school = schools.some((one) => one.id === chosen) ? chosen : (schools[0]?.id ?? '');
  if (schools.length === 0) return null;
  return (
    <form
      class="card row end"
      onSubmit={(event) => {
        event.preventDefault();
        void state.saveSite(school, {});
      }}
    >
      <div class="f grow">
        <label class="lab" for={id}>
          {texts.school}
        </label>
        <select id={id} value={school} onChange={(event) => setChosen(event.currentTarget.value)}>
          {schools.map((one) => (
            <option key={one.id} value={one.id}>
              {one.shortName}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="btn">
        <Icon sign="plus" />
        {texts.addSite}
      </button>
    </form>
  );
}

type RowProps = {
  name: string;
  site: ProjectSite;
  save: (changes: Partial<ProjectSite>) => Promise<boolean>;
  onRemove: () => void;
};

function SiteRow({ name, site, save, onRemove }: RowProps) {
  const [schoolHead, agreementHead = '', assignmentHead = '', ...dayHeads] = texts.head;
  const label = (column: string) => ({ label: `${name}: ${column}`, hideLabel: true });
  return (
    <tr>
      <th scope="row" class="txt" data-l={schoolHead}>
        {name}
      </th>
      <td data-l={agreementHead}>
        <select
          aria-label={`${name}: ${agreementHead}`}
          value={site.agreement ?? ''}
          onChange={(event) =>
            void save({ agreement: agreements.find((one) => one === event.currentTarget.value) ?? null })
          }
        >
          <option value="">—</option>
          {agreements.map((one) => (
            <option key={one} value={one}>
              {siteReportTexts.agreements[one]}
            </option>
          ))}
        </select>
      </td>
      <td data-l={assignmentHead}>
        <LineField
          {...label(assignmentHead)}
          stored={site.assignment}
          save={(text) => save({ assignment: text.trim() })}
        />
      </td>
      {(['from', 'to', 'joined', 'left'] as const).map((day, at) => (
        <td key={day} data-l={dayHeads[at]}>
          <DayField {...label(dayHeads[at] ?? '')} stored={site[day]} save={(text) => save({ [day]: text })} />
        </td>
      ))}
      <td data-l="">
        <button type="button" class="btn sm link" aria-label={texts.remove(name)} onClick={onRemove}>
          <Icon sign="bin" />
        </button>
      </td>
    </tr>
  );
}
