import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../../../core/result.ts';
import type { ReportChange } from '../../../reports/versions/compare-reports.ts';
import { compareReports } from '../../../reports/versions/compare-reports.ts';
import type { VersionProblem } from '../../../reports/versions/read-version.ts';
import type { Version } from '../../../reports/versions/version.ts';
import { dateText, percent } from '../../../texts/numbers.ts';
import { pictureTexts } from '../../../texts/picture.ts';
import { reportEditorTexts as words } from '../../../texts/report-editor.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { useOffice } from '../../office/office.ts';
import { DocumentButtons } from '../../paper/document-buttons.tsx';
import { OfficeSheets } from '../../paper/office-sheets.tsx';
import { type OpenedVersion, openVersion } from './frozen-versions.ts';
import type { ReportState } from './report-state.ts';

type Opened = Result<OpenedVersion, VersionProblem>;

/** RE5, RE6, RE7: an old version exactly as it was, proved by its hash, and what changed since. */
export function VersionView({
  state,
  version,
  onClose,
}: {
  state: ReportState;
  version: Version;
  onClose: () => void;
}) {
  const office = useOffice();
  const form = office.forms.published(version.campaign);
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    let isGone = false;
    void openVersion(office, version, form).then((come) => {
      if (!isGone) setOpened(come);
    });
    return () => {
      isGone = true;
    };
  }, [office, version, form]);
  const [input, report] = [state.input.value, state.report.value];
  const title = words.openTitle(version.number, dateText(version.reportDate));
  return (
    <div class="stack">
      <div class="stack noprint">
        <p>
          <button type="button" class="btn sm" onClick={onClose}>
            <Icon sign="back" />
            {words.close}
          </button>
        </p>
        <h1>{title}</h1>
        {opened === null ? (
          <p role="status">{words.opening}</p>
        ) : opened.ok ? (
          <>
            {opened.value.isProved ? (
              <p>{words.proved}</p>
            ) : (
              <Message sign="warn" tone="warn" title={words.notProved}>
                <p>{words.notProvedText}</p>
              </Message>
            )}
            <DocumentButtons
              document={opened.value.document}
              settings={opened.value.settings}
              name={`spravka-${version.campaign.id}-${version.number}`}
              onPrint={() => print()}
            />
            {input && report ? <Changes changes={compareReports(opened.value, { input, report })} /> : null}
          </>
        ) : (
          <Message
            sign="warn"
            tone="warn"
            title={words.problems[opened.problem.code](
              opened.problem.code === 'version-incomplete' ? namesOf(opened.problem.places) : '',
            )}
          />
        )}
      </div>
      {opened?.ok ? (
        <OfficeSheets report={opened.value.document} label={words.preview(title)} settings={opened.value.settings} />
      ) : null}
    </div>
  );

  function namesOf(placeIds: readonly string[]): string {
    return placeIds.map((id) => office.places.value.find((place) => place.id === id)?.shortName ?? id).join(', ');
  }
}

function Changes({ changes }: { changes: readonly ReportChange[] }) {
  return (
    <details>
      <summary>
        {words.changes}: {changes.length}
      </summary>
      {changes.length === 0 ? <p>{words.noChanges}</p> : null}
      <ul class="stack tight">
        {changes.map((change) => (
          <li key={change.kind === 'sentence' ? change.id : change.kind === 'school' ? change.name : 'date'}>
            {wordsOf(change)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function wordsOf(change: ReportChange): string {
  switch (change.kind) {
    case 'date':
      return words.changedDate(dateText(change.was), dateText(change.now));
    case 'school':
      return words.changedSchool(change.name, figuresText(change.was), figuresText(change.now));
    case 'sentence': {
      const { was, now } = change;
      if (was === null) return words.addedSentence(now ?? '');
      return now === null ? words.goneSentence(was) : words.changedSentence(was, now);
    }
  }
}

function figuresText(figures: Extract<ReportChange, { kind: 'school' }>['was']): string {
  if (figures === null) return words.notListed;
  const level = pictureTexts.level[figures.level];
  return figures.total === null ? level : `${percent(figures.total)}, ${level}`;
}
