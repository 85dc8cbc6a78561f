import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { collectsScored, scoredFormId } from '../../../core/submission/collected-forms.ts';
import type { MunicipalInput, MunicipalReport } from '../../../reports/municipal/municipal-input.ts';
import { draftOf } from '../../../reports/versions/draft-document.ts';
import { documentSettingsOf, withSignatures } from '../../../reports/versions/paper-document.ts';
import { letterheadPath, paperSettingsOf } from '../../../reports/versions/paper-settings.ts';
import { nextVersionNumber, type Version } from '../../../reports/versions/version.ts';
import { municipalTexts } from '../../../texts/municipal-report.ts';
import { reportEditorTexts as words } from '../../../texts/report-editor.ts';
import { Message } from '../../../ui/message.tsx';
import { NotScored } from '../../office/not-scored.tsx';
import { useOffice } from '../../office/office.ts';
import { DocumentButtons } from '../../paper/document-buttons.tsx';
import { OfficeSheets } from '../../paper/office-sheets.tsx';
import { useView } from '../../use-view.ts';
import { BeforeSigning } from './before-signing.tsx';
import { PublishCard } from './publish-card.tsx';
import { partAnchor, partNames, ReportParts } from './report-parts.tsx';
import { createReportState, isDecided, type ReportState } from './report-state.ts';
import { sentenceAnchor } from './sentence-view.tsx';
import { SettledCard } from './settled-card.tsx';
import { VersionView } from './version-view.tsx';
import { VersionsCard } from './versions-card.tsx';

/** The municipality's report: edited sentence by sentence, seen as it will be printed, saved, and frozen as versions. */
export function OfficeReportScreen() {
  const office = useOffice();
  const state = useMemo(() => createReportState(office), [office]);
  const opened = useSignal<Version | null>(null);
  const [input, report] = [state.input.value, state.report.value];
  const computing = office.progress.value;
  if (state.campaign.value && computing && !input)
    return (
      <div class="stack">
        <h1>{words.heading}</h1>
        <p role="status">{words.progress(computing.done, computing.of)}</p>
      </div>
    );
  if (office.campaign.value && !collectsScored(office.campaign.value))
    return <NotScored campaign={office.campaign.value} />;
  if (state.campaign.value && office.form.value.id !== scoredFormId)
    return (
      <div class="stack">
        <h1>{words.otherForm}</h1>
        <p class="lead">{words.otherFormText(office.form.value.title)}</p>
        <p>
          <a class="btn main" href="/picture">
            {words.toPicture}
          </a>
        </p>
      </div>
    );
  if (!input || !report)
    return (
      <div class="stack">
        <h1>{words.noCampaign}</h1>
        <p class="lead">{words.noCampaignText}</p>
        <p>
          <a class="btn main" href="/campaign">
            {words.toCampaign}
          </a>
        </p>
      </div>
    );
  if (opened.value)
    return (
      <VersionView
        state={state}
        version={opened.value}
        onClose={() => {
          opened.value = null;
        }}
      />
    );
  return (
    <Draft
      state={state}
      input={input}
      report={report}
      onOpen={(version) => {
        opened.value = version;
      }}
    />
  );
}

type DraftProps = {
  state: ReportState;
  input: MunicipalInput;
  report: MunicipalReport;
  onOpen: (version: Version) => void;
};

function Draft({ state, input, report, onOpen }: DraftProps) {
  const { progress, registersOf, officeHistory } = useOffice();
  const asSheets = useSignal(false);
  const undecided = state.undecided.value;
  const isWhole = progress.value === null;
  const isFinal = isDecided(undecided) && isWhole;
  const registers = registersOf(officeHistory).value;
  const look = useView(() => paperSettingsOf(registersOf(officeHistory).value), [registersOf, officeHistory]);
  const letterhead = registers.get(letterheadPath);
  const settings = useMemo(() => documentSettingsOf(registers), [look, letterhead]);
  const document = useMemo(() => {
    const signed = withSignatures(report.document, look);
    return isFinal ? signed : draftOf(signed);
  }, [report, isFinal, look]);
  // a long report is not looked through again whenever a version, a call or a note is written
  const parts = useMemo(() => <ReportParts state={state} input={input} report={report} />, [state, input, report]);
  const sent = input.schools.filter(({ facts }) => facts !== null).length;
  return (
    <div class="cols">
      <div class="stack wide">
        <div class="stack noprint">
          <p class="crumb">{words.crumb(sent, input.schools.length, nextVersionNumber(state.versions.value))}</p>
          <h1>{words.heading}</h1>
          <p class="lead">{report.document.title}</p>
          {sent === 0 && isWhole ? (
            <Message sign="info" title={words.nobody}>
              <p>{words.nobodyText}</p>
            </Message>
          ) : null}
          {isDecided(undecided) ? null : <ToDecide state={state} />}
          <DocumentButtons
            document={document}
            name={`spravka-${input.campaign.id}`}
            isDraft={!isFinal}
            settings={settings}
            onPrint={() => {
              asSheets.value = true;
              requestAnimationFrame(() => requestAnimationFrame(() => print()));
            }}
          />
          <fieldset class="row">
            <legend class="vh">{words.mode}</legend>
            {[false, true].map((sheets) => (
              <button
                key={String(sheets)}
                type="button"
                class="btn sm"
                aria-pressed={asSheets.value === sheets}
                onClick={() => {
                  asSheets.value = sheets;
                }}
              >
                {sheets ? words.sheets : words.edit}
              </button>
            ))}
          </fieldset>
        </div>
        {asSheets.value ? (
          <OfficeSheets report={document} label={words.preview(report.document.title)} settings={settings} />
        ) : (
          <>
            <SettledCard state={state} input={input} />
            {parts}
          </>
        )}
      </div>
      <aside class="stack noprint long">
        <BeforeSigning input={input} undecided={undecided} />
        <nav class="s" aria-label={words.parts}>
          {partNames.map((part, at) => (
            <p key={part}>
              <a href={`/report#${partAnchor(part)}`}>
                {at + 1}. {municipalTexts.headings[part]}
              </a>
            </p>
          ))}
        </nav>
        <VersionsCard state={state} mayFreeze={isFinal} onOpen={onOpen} />
        <PublishCard input={input} report={report} />
        <p class="s">
          <a href="/report/paper">{words.toPaper}</a>
        </p>
      </aside>
    </div>
  );
}

function ToDecide({ state }: { state: ReportState }) {
  const { stale, torn, passed } = state.undecided.value;
  const [first] = [...stale, ...torn];
  const go = () => {
    const place = first === undefined ? null : document.getElementById(sentenceAnchor(first));
    const field = place?.querySelector('textarea') ?? document.querySelector<HTMLElement>('.d[aria-invalid]');
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  };
  return (
    <Message
      sign="warn"
      tone="warn"
      title={words.check(stale.length, passed, torn.length)}
      actions={
        <button type="button" class="btn sm" onClick={go}>
          {words.toFirst}
        </button>
      }
    >
      <p>{words.checkText}</p>
    </Message>
  );
}
