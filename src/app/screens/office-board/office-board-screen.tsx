import { useState } from 'preact/hooks';
import { collects } from '../../../core/submission/collected-forms.ts';
import { type Board, boardStates } from '../../../reports/board/board.ts';
import { boardTexts } from '../../../texts/board.ts';
import { monitoringOfficeTexts } from '../../../texts/monitoring-office.ts';
import { dateText } from '../../../texts/numbers.ts';
import { officeTexts } from '../../../texts/office.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { shortMoment } from '../../moment-text.ts';
import { useOffice } from '../../office/office.ts';
import { OfficeMessages } from '../../office/office-messages.tsx';
import { useBoard } from '../../office/use-board.ts';
import { BoardTable } from './board-table.tsx';
import { CallCard } from './call-card.tsx';
import { DeliveriesCard } from './deliveries-card.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import { SchoolDialog } from './school-dialog.tsx';
import { signOf, toneOf } from './state-tag.tsx';

/** What an officer's device opens with: who has come how far, who is late, whom to call. */
export function OfficeBoardScreen() {
  const { campaign, progress } = useOffice();
  const { board, today } = useBoard();
  const [opened, setOpened] = useState<string | null>(null);
  const row = board.rows.find(({ school }) => school.place.id === opened);
  const isEmpty = board.rows.length === 0 && progress.value === null;
  return (
    <div class="stack wide">
      <div class="stack">
        <Crumb />
        {campaign.value ? (
          <h1>{boardTexts.heading(board.daysLeft, board.submitted, board.rows.length)}</h1>
        ) : (
          <NoCampaign />
        )}
        <Loading />
        <OfficeMessages />
        <Figures board={board} />
      </div>
      {isEmpty ? (
        <Message sign="info" title={boardTexts.noSchools} actions={<ToCampaign />}>
          <p>{boardTexts.noSchoolsText}</p>
        </Message>
      ) : (
        <div class={campaign.value ? 'cols' : undefined}>
          <BoardTable rows={board.rows} today={today} onOpen={setOpened} />
          {campaign.value ? <Aside board={board} onOpen={setOpened} /> : null}
        </div>
      )}
      {row ? <SchoolDialog key={opened} row={row} onClose={() => setOpened(null)} /> : null}
    </div>
  );
}

function Figures({ board }: { board: Board }) {
  return (
    <dl class="kpis">
      {boardStates.map((state) => (
        <div key={state}>
          <dt class={toneOf[state]}>
            <Icon sign={signOf[state]} /> {boardTexts.states[state]}
          </dt>
          <dd>{board.counts[state]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Aside({ board, onOpen }: { board: Board; onOpen: (placeId: string) => void }) {
  const [extending, setExtending] = useState(false);
  return (
    <aside class="stack">
      <CallCard onOpen={onOpen} />
      <p class="noprint">
        <button type="button" class="btn" onClick={() => setExtending(true)}>
          <Icon sign="clock" />
          {boardTexts.extend}
        </button>
      </p>
      <DeliveriesCard board={board} />
      {extending ? <ExtendDialog onClose={() => setExtending(false)} /> : null}
    </aside>
  );
}

function Crumb() {
  const { place, campaign, campaigns, toldAt, refresh } = useOffice();
  const current = campaign.value;
  const hasMonitoring = campaigns.value.some((one) => collects(one, 'monitoring'));
  return (
    <>
      <p class="crumb">
        {current
          ? `${boardTexts.crumb(current.title ?? current.schoolYear, current.basis)} ${boardTexts.asOf(dateText(current.asOf))}`
          : `${place.name}.`}{' '}
        {toldAt.value === null
          ? `${officeTexts.notTold}. ${officeTexts.notToldText}`
          : boardTexts.told(shortMoment(toldAt.value))}
      </p>
      <p class="row noprint">
        {current ? <a href="/campaign">{boardTexts.editCampaign}</a> : null}
        {hasMonitoring ? <a href="/monitoring-rows">{monitoringOfficeTexts.title}</a> : null}
        <a href="/vendor-requests">{boardTexts.vendorRequests}</a>
        <button type="button" class="btn sm link" onClick={refresh}>
          {officeTexts.askNow}
        </button>
      </p>
    </>
  );
}

function Loading() {
  const { progress } = useOffice();
  const at = progress.value;
  return <p role="status">{at ? officeTexts.progress(at.done, at.of) : ''}</p>;
}

const ToCampaign = () => (
  <a class="btn" href="/campaign">
    {boardTexts.editCampaign}
  </a>
);

function NoCampaign() {
  return (
    <>
      <h1>{boardTexts.noCampaign}</h1>
      <p class="lead">{boardTexts.noCampaignText}</p>
      <p>
        <a class="btn main" href="/campaign">
          {boardTexts.toCampaign}
        </a>
      </p>
    </>
  );
}
