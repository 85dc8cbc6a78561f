import { useState } from 'preact/hooks';
import { documents } from '../../../documents/documents.ts';
import { callList } from '../../../reports/board/call-list.ts';
import { callListTexts as texts } from '../../../texts/board.ts';
import { Icon } from '../../../ui/icon.tsx';
import { downloadFile } from '../../download.ts';
import { useOffice } from '../../office/office.ts';
import { useBoard } from '../../office/use-board.ts';
import { ReportSheets } from '../../paper/report-sheets.tsx';

/** BD5: the list of calls as it will be printed. */
export function CallListScreen() {
  const { place, campaign } = useOffice();
  const { board, calls, noted, phoneOf, today } = useBoard();
  const [saved, setSaved] = useState('');
  const { title, schoolYear = '', basis } = campaign.value ?? {};
  const report = callList({
    board,
    calls,
    noted,
    phoneOf,
    municipality: place.name,
    campaign: { title: title ?? schoolYear, ...(basis ? { basis } : {}) },
    today,
  });

  async function save(): Promise<void> {
    const { write, contentType } = documents.docx;
    const file = new Blob([(await write(report)) as BlobPart], { type: contentType });
    setSaved(texts.saved(downloadFile(file, texts.fileName(today))));
  }

  return (
    <div class="stack">
      <div class="stack noprint">
        <p class="crumb">
          <a href="/">{texts.back}</a>
        </p>
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
        <p class="row">
          <button type="button" class="btn main" onClick={() => print()}>
            <Icon sign="print" />
            {texts.print}
          </button>
          <button type="button" class="btn" onClick={save}>
            <Icon sign="doc" />
            {texts.save}
          </button>
          <span role="status">{saved}</span>
        </p>
      </div>
      <ReportSheets report={report} label={texts.preview} />
    </div>
  );
}
