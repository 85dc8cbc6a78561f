import { callList } from '../../../reports/board/call-list.ts';
import { callListTexts as texts } from '../../../texts/board.ts';
import { useOffice } from '../../office/office.ts';
import { useBoard } from '../../office/use-board.ts';
import { PaperPage } from '../../paper/paper-page.tsx';

/** BD5: the list of calls as it will be printed. */
export function CallListScreen() {
  const { place, campaign } = useOffice();
  const { board, calls, noted, phoneOf, today } = useBoard();
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

  return (
    <PaperPage
      head={
        <>
          <p class="crumb">
            <a href="/">{texts.back}</a>
          </p>
          <h1>{texts.title}</h1>
          <p>{texts.lead}</p>
        </>
      }
      report={report}
      name={texts.fileName(today)}
      preview={texts.preview}
    />
  );
}
