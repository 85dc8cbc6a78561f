import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { collectsScored } from '../../../core/submission/collected-forms.ts';
import { pictureDocument } from '../../../reports/picture/picture-document.ts';
import { levelsOf, type PictureSchool } from '../../../reports/picture/picture-school.ts';
import type { ReportDocument } from '../../../reports/report-document.ts';
import { pictureTexts as words } from '../../../texts/picture.ts';
import { Message } from '../../../ui/message.tsx';
import { shortMoment } from '../../moment-text.ts';
import { NotScored } from '../../office/not-scored.tsx';
import { useOffice } from '../../office/office.ts';
import { DocumentButtons } from '../../paper/document-buttons.tsx';
import { ReportSheets } from '../../paper/report-sheets.tsx';
import { useProgram } from '../../program.ts';
import { localDay } from '../../time.ts';
import { AnswersCard } from './answers-card.tsx';
import { Filters } from './filters.tsx';
import { HeatView } from './heat-view.tsx';
import { createPictureState } from './picture-state.ts';
import { ChangesTable, FindingsTable, LevelsTable } from './picture-tables.tsx';

/** The municipality at a glance: levels, schools × criteria, findings by frequency, what became of the last campaign's. */
export function OfficePictureScreen() {
  const office = useOffice();
  const program = useProgram();
  const state = useMemo(() => createPictureState(office), [office]);
  useEffect(() => state.stop, [state]);
  const printing = useSignal<ReportDocument | null>(null);
  const printSheets = (one: ReportDocument) => {
    printing.value = one;
    requestAnimationFrame(() => requestAnimationFrame(() => print()));
  };
  const [campaign, form, all, schools] = [
    office.campaign.value,
    office.form.value,
    state.all.value,
    state.schools.value,
  ];
  const computing = office.progress.value;
  const report = useMemo(
    () =>
      pictureDocument({
        form,
        municipality: office.place.shortName,
        schoolYear: campaign?.schoolYear ?? '',
        on: localDay(program.now()),
        schools,
        of: all.length,
      }),
    [form, campaign, schools, all],
  );
  if (campaign && !collectsScored(campaign)) return <NotScored campaign={campaign} />;
  if (!campaign) return <Nothing title={words.noCampaign} />;
  if (all.length === 0 && !computing) return <Nothing title={words.empty} />;
  const sent = all.filter(({ assessment }) => assessment !== null);
  const told = office.toldAt.value;
  return (
    <>
      <div class="stack wide noprint">
        <div class="stack">
          <p class="crumb">
            {words.crumb(
              form.title,
              campaign.schoolYear,
              sent.length,
              all.length,
              told === null ? '' : words.toldAt(shortMoment(told)),
            )}
          </p>
          <h1>{headline(sent)}</h1>
          <Lead schools={all} />
          <p role="status">{computing ? words.loading(computing.done, computing.of) : ''}</p>
          <DocumentButtons document={report} name={`kartina-${campaign.id}`} onPrint={() => printSheets(report)} />
        </div>
        <Filters state={state} form={form} />
        {schools.length === 0 ? (
          <p>{words.noneFits}</p>
        ) : (
          <>
            <LevelsTable schools={schools} />
            <HeatView form={form} schools={schools} shown={state.shown} />
            <FindingsTable form={form} schools={schools} />
            <ChangesTable schools={schools} />
            <AnswersCard key={campaign.id} schools={schools} print={printSheets} />
          </>
        )}
      </div>
      {printing.value ? (
        <div class="onlyprint">
          <ReportSheets report={printing.value} label={printing.value.title} />
        </div>
      ) : null}
    </>
  );
}

const headline = (sent: readonly PictureSchool[]): string => {
  const count = (level: string) => levelsOf(sent).find((one) => one.level === level)?.schools.length ?? 0;
  return words.headline(count('ready') + count('readyWithRemarks'), sent.length, count('notReady'));
};

function Lead({ schools }: { schools: readonly PictureSchool[] }) {
  const blocked = schools.filter(({ assessment }) => (assessment?.blockedBy.length ?? 0) > 0);
  const missing = schools.filter(({ assessment }) => assessment === null);
  const names = (of: readonly PictureSchool[]) => words.names(of.map(({ place }) => place.shortName));
  if (blocked.length === 0 && missing.length === 0) return null;
  return (
    <p class="lead">
      {blocked.length > 0 ? `${words.blockedLead(names(blocked))} ` : ''}
      {missing.length > 0 ? words.notSentLead(names(missing), missing.length) : ''}
    </p>
  );
}

const Nothing = ({ title }: { title: string }) => (
  <div class="stack">
    <h1>{title}</h1>
    <Message
      sign="info"
      title={words.emptyText}
      actions={
        <a class="btn main" href="/campaign">
          {words.toCampaign}
        </a>
      }
    />
  </div>
);
