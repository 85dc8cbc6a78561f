import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FileCampaign } from '../../../core/answers-file/file-campaign.ts';
import type { ColumnForm } from '../../../core/form/column-form.ts';
import { formWithSystems } from '../../../core/systems/form-with-systems.ts';
import { broughtListTexts } from '../../../texts/brought-lists.ts';
import { monitoringOfficeTexts as words } from '../../../texts/monitoring-office.ts';
import { officeTexts } from '../../../texts/office.ts';
import { monitoringForm } from '../../office/column-blocks.ts';
import { monitoringCampaigns } from '../../office/monitoring-campaigns.ts';
import { useOffice } from '../../office/office.ts';
import { useProgram } from '../../program.ts';
import { useSystems } from '../../use-systems.ts';
import { ChecksCard } from './checks-card.tsx';
import { createMonitoringState } from './monitoring-state.ts';
import { MunicipalityRows } from './municipality-rows.tsx';
import { PassOnCard } from './pass-on-card.tsx';
import { ReportsCard } from './reports-card.tsx';
import { SchoolFigures } from './school-figures.tsx';
import { SchoolRows } from './school-rows.tsx';
import { TotalsPart } from './totals-part.tsx';

/** PN1–PN4, RG13: the figures of the monitoring, the schools' rows checked by the municipality and passed on; the region sees it by municipality. */
export function OfficeMonitoringScreen() {
  const office = useOffice();
  const systems = useSystems();
  const form = useMemo(() => formWithSystems(monitoringForm(), systems), [systems]);
  const campaigns = monitoringCampaigns(office.campaigns.value, form);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = office.campaign.value?.id;
  const campaign = [chosen, shown].flatMap((id) => campaigns.find((one) => one.id === id) ?? [])[0] ?? campaigns[0];
  if (!campaign)
    return (
      <div class="stack">
        <h1>{words.title}</h1>
        <p>{words.none}</p>
      </div>
    );
  return (
    <div class="stack wide">
      <h1>{words.title}</h1>
      <label class="f noprint">
        <span>{words.campaign}</span>
        <select value={campaign.id} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
          {campaigns.map(({ id, title, schoolYear }) => (
            <option key={id} value={id}>
              {title ? words.campaignOf(title, schoolYear) : schoolYear}
            </option>
          ))}
        </select>
      </label>
      <p class="noprint">
        <a href="/lists">{broughtListTexts.open}</a>
      </p>
      <Campaign key={campaign.id} form={form} campaign={campaign} />
    </div>
  );
}

function Campaign({ form, campaign }: { form: ColumnForm; campaign: FileCampaign }) {
  const office = useOffice();
  const { published } = useProgram();
  const state = useMemo(
    () => createMonitoringState(office, published, form, campaign),
    [office, published, form, campaign.id],
  );
  useEffect(() => state.stop, [state]);
  const [below, setBelow] = useState<string | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const isRegion = office.places.value.some(({ id, kind }) => id === office.place.id && kind === 'region');
  const placeId = below ?? (isRegion ? null : office.place.id);
  const lines = placeId === null ? null : state.linesBelow(placeId);
  const line = lines?.find(({ place }) => place.id === shown);
  const totals = state.totals.value;
  const progress = state.progress.value ?? office.progress.value;
  const isComputing = progress !== null;
  return (
    <>
      {office.toldAt.value === null ? <p>{`${officeTexts.notTold}. ${officeTexts.notToldText}`}</p> : null}
      <p role="status">{progress ? words.computing(progress.done, progress.of) : ''}</p>
      {totals ? <TotalsPart form={form} totals={totals} /> : null}
      {isRegion && totals ? (
        <MunicipalityRows state={state} totals={totals} campaign={campaign} onOpen={setBelow} />
      ) : null}
      {placeId !== null && lines ? (
        <SchoolRows placeId={placeId} lines={lines} takesFocus={isRegion} onShow={setShown} />
      ) : null}
      {line ? (
        <SchoolFigures key={line.place.id} line={line} form={form} campaign={campaign} onClose={() => setShown(null)} />
      ) : null}
      <ChecksCard />
      {totals ? <ReportsCard form={form} totals={totals} campaign={campaign} isComputing={isComputing} /> : null}
      {isRegion || !lines ? null : <PassOnCard campaignId={campaign.id} lines={lines} isComputing={isComputing} />}
    </>
  );
}
