import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { responseOf } from '../../../reports/network/network-figures.ts';
import { networkReport } from '../../../reports/network/network-report.ts';
import { draftOf } from '../../../reports/versions/draft-document.ts';
import { documentSettingsOf, withSignatures } from '../../../reports/versions/paper-document.ts';
import { paperSettingsOf } from '../../../reports/versions/paper-settings.ts';
import { broughtListTexts } from '../../../texts/brought-lists.ts';
import { networkScreenTexts as texts } from '../../../texts/network-screen.ts';
import { useOffice } from '../../office/office.ts';
import { DocumentButtons } from '../../paper/document-buttons.tsx';
import { OfficeSheets } from '../../paper/office-sheets.tsx';
import { siteReportForm } from '../../site-report/site-report-form.ts';
import { createNetworkState, type NetworkState } from './network-state.ts';
import { ProjectCard } from './project-card.tsx';
import { SitesTable } from './sites-table.tsx';

const parts = ['report', 'project', 'sites'] as const;

/** NR3, NR7: a region's project: the network report to look at, print and save, the passport of the project, the register of its sites. */
export function OfficeNetworkScreen() {
  const office = useOffice();
  const state = useMemo(() => createNetworkState(office, siteReportForm), [office]);
  const shown = useSignal<(typeof parts)[number]>('report');
  if (office.place.kind !== 'region')
    return (
      <div class="stack">
        <h1>{texts.title}</h1>
        <p class="lead">{texts.onlyRegion}</p>
        <ListsLink />
      </div>
    );
  return (
    <div class="stack wide">
      <div class="stack noprint">
        <h1>{texts.title}</h1>
        <ListsLink />
        <CampaignChoice state={state} />
        <fieldset class="row">
          <legend class="vh">{texts.parts}</legend>
          {parts.map((part) => (
            <button
              key={part}
              type="button"
              class="btn sm"
              aria-pressed={shown.value === part}
              onClick={() => {
                shown.value = part;
              }}
            >
              {texts.part[part]}
            </button>
          ))}
        </fieldset>
      </div>
      {shown.value === 'report' ? <Report state={state} /> : null}
      {shown.value === 'project' ? <ProjectCard state={state} /> : null}
      {shown.value === 'sites' ? <SitesTable state={state} /> : null}
    </div>
  );
}

const ListsLink = () => (
  <p>
    <a href="/lists">{broughtListTexts.open}</a>
  </p>
);

function CampaignChoice({ state }: { state: NetworkState }) {
  const campaigns = state.campaigns.value;
  if (campaigns.length < 2) return null;
  return (
    <label class="f">
      <span>{texts.campaign}</span>
      <select value={state.campaign.value?.id ?? ''} onChange={(event) => state.choose(event.currentTarget.value)}>
        {campaigns.map(({ id, title, schoolYear }) => (
          <option key={id} value={id}>
            {title ?? id}, {schoolYear}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The report as it will be printed; while schools are still coming it is a draft. */
function Report({ state }: { state: NetworkState }) {
  const { progress, registersOf, officeHistory } = useOffice();
  const input = state.input.value;
  const registers = registersOf(officeHistory).value;
  const settings = useMemo(() => documentSettingsOf(registers), [registers]);
  const isWhole = progress.value === null;
  const document = useMemo(() => {
    if (input === null) return null;
    const signed = withSignatures(networkReport(input), paperSettingsOf(registers));
    return isWhole ? signed : draftOf(signed);
  }, [input, registers, isWhole]);
  if (state.isMaking.value) return <p role="status">{texts.making}</p>;
  if (input === null || document === null) return <p class="lead">{texts.noCampaign}</p>;
  const { inTime, sent } = responseOf(input);
  return (
    <>
      <div class="stack noprint">
        <p class="lead">{texts.response(inTime.n, inTime.of, sent.length)}</p>
        <DocumentButtons
          document={document}
          name={`set-ploshadok-${input.campaign.id}`}
          isDraft={!isWhole}
          settings={settings}
          onPrint={() => print()}
        />
      </div>
      <OfficeSheets report={document} label={texts.preview} settings={settings} />
    </>
  );
}
