import { useMemo, useState } from 'preact/hooks';
import { formWithSystems } from '../../../core/systems/form-with-systems.ts';
import { broughtListTexts } from '../../../texts/brought-lists.ts';
import { monitoringOfficeTexts as words } from '../../../texts/monitoring-office.ts';
import { monitoringForm } from '../../office/column-blocks.ts';
import { monitoringCampaigns } from '../../office/monitoring-campaigns.ts';
import { useOffice } from '../../office/office.ts';
import { useProgram } from '../../program.ts';
import { useSystems } from '../../use-systems.ts';
import { ChecksCard } from './checks-card.tsx';
import { schoolLines } from './monitoring-state.ts';
import { MunicipalityRows } from './municipality-rows.tsx';
import { PassOnCard } from './pass-on-card.tsx';
import { ReportsCard } from './reports-card.tsx';
import { SchoolFigures } from './school-figures.tsx';
import { SchoolRows } from './school-rows.tsx';

/** PN1–PN4: the schools' rows of the monitoring checked by the municipality and passed on; the region sees it by municipality. */
export function OfficeMonitoringScreen() {
  const office = useOffice();
  const { published } = useProgram();
  const systems = useSystems();
  const form = useMemo(() => formWithSystems(monitoringForm(), systems), [systems]);
  const campaigns = monitoringCampaigns(office.campaigns.value, form);
  const [chosen, setChosen] = useState<string | null>(null);
  const [below, setBelow] = useState<string | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const campaign = campaigns.find(({ id }) => id === chosen) ?? campaigns[0];
  if (!campaign)
    return (
      <div class="stack">
        <h1>{words.title}</h1>
        <p>{words.none}</p>
      </div>
    );
  const isRegion = office.places.value.some(({ id, kind }) => id === office.place.id && kind === 'region');
  const placeId = below ?? (isRegion ? null : office.place.id);
  const of = { office, published: published.value, form, campaign };
  const lines = placeId === null ? [] : schoolLines(of, placeId);
  const line = lines.find(({ place }) => place.id === shown);
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <label class="f">
        <span>{words.campaign}</span>
        <select value={campaign.id} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
          {campaigns.map(({ id, title, schoolYear }) => (
            <option key={id} value={id}>
              {title ?? schoolYear}
            </option>
          ))}
        </select>
      </label>
      <p>
        <a href="/lists">{broughtListTexts.open}</a>
      </p>
      {isRegion ? <MunicipalityRows of={of} onOpen={setBelow} /> : null}
      {placeId === null ? null : <SchoolRows placeId={placeId} lines={lines} takesFocus={isRegion} onShow={setShown} />}
      {line ? (
        <SchoolFigures key={line.place.id} line={line} form={form} campaign={campaign} onClose={() => setShown(null)} />
      ) : null}
      <ChecksCard />
      <ReportsCard key={`reports ${campaign.id}`} form={form} campaign={campaign} />
      {isRegion ? null : <PassOnCard key={campaign.id} campaignId={campaign.id} lines={lines} />}
    </div>
  );
}
