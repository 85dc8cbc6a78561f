import { useMemo, useState } from 'preact/hooks';
import type { FileCampaign } from '../../../core/answers-file/file-campaign.ts';
import { openQuestions } from '../../../core/monitoring-table/table-reading.ts';
import type { TableNames } from '../../../reports/table-words.ts';
import { tableTexts as words } from '../../../texts/monitoring-table.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { monitoringCampaigns } from '../../office/monitoring-campaigns.ts';
import { useOffice } from '../../office/office.ts';
import type { TableFileProblem } from '../../office/read-table-file.ts';
import { Doubts } from './doubts.tsx';
import { pastCampaign } from './table-campaign.ts';
import { TablePlan } from './table-plan.tsx';
import { Understood } from './understood.tsx';
import { useTableImport } from './use-table-import.ts';

const past = 'past';

/** XT1–XT6: a table of the region's monitoring chosen, shown as what was understood, decided doubt by doubt, and taken. */
export function MonitoringTableScreen() {
  const office = useOffice();
  const table = useTableImport();
  const { form, state, file, reading, isKept, unfinished } = table;
  const known = monitoringCampaigns(office.campaigns.value, form);
  const [chosen, setChosen] = useState<string | null>(null);
  const [year, setYear] = useState('');
  const id = chosen ?? known[0]?.id ?? past;
  const campaign =
    id === past ? pastCampaign(year, form, office.place.id) : (known.find((one) => one.id === id) ?? null);
  const names = useMemo<TableNames>(
    () => ({ form, places: new Map(office.places.value.map((place) => [place.id, place])) }),
    [form, office.places.value],
  );
  const open = reading ? openQuestions(reading).length : 0;
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {unfinished.map(({ print, file: name, open: left }) => (
        <Message key={print} sign="warn" tone="warn" title={words.unfinished(name, left)} />
      ))}
      <CampaignChoice
        known={known}
        id={id}
        year={year}
        isWrong={campaign === null && year !== ''}
        onChoose={setChosen}
        onYear={setYear}
      />
      <p>
        <label class="btn">
          <Icon sign="file" />
          {words.choose}
          <input
            class="vh"
            type="file"
            accept=".xlsx,.csv,text/csv"
            onChange={({ currentTarget }) => {
              const [one] = currentTarget.files ?? [];
              if (one) void table.choose(one);
              currentTarget.value = '';
            }}
          />
        </label>
      </p>
      {state.kind === 'reading' ? <p role="status">{words.reading}</p> : null}
      {state.kind === 'problem' ? <Message sign="stop" tone="bad" title={problemWords(state.problem)} /> : null}
      {state.kind === 'read' && reading && file ? (
        <section class="stack" aria-labelledby="table-file">
          <h2 id="table-file">
            <bdi>{file.name}</bdi>
          </h2>
          <Understood reading={reading} names={names} />
          <Doubts key={file.print} reading={reading} names={names} onDecide={table.decide} />
          {isKept === false ? <Message sign="warn" tone="warn" title={words.notKept} /> : null}
          {isKept && open > 0 ? <p class="s q">{words.kept}</p> : null}
          {open > 0 ? (
            <p>{words.first(open)}</p>
          ) : (
            <TablePlan
              key={`${file.print} ${campaign?.id}`}
              reading={reading}
              form={form}
              campaign={campaign}
              onTaken={table.forget}
            />
          )}
        </section>
      ) : null}
    </div>
  );
}

const problemWords = (problem: TableFileProblem): string =>
  problem.code === 'csv' ? words.problems.csv(problem.row) : words.problems[problem.code];

type ChoiceProps = {
  known: readonly FileCampaign[];
  id: string;
  year: string;
  isWrong: boolean;
  onChoose: (id: string) => void;
  onYear: (year: string) => void;
};

/** The announced campaigns of the monitoring, and a year before them. */
function CampaignChoice({ known, id, year, isWrong, onChoose, onYear }: ChoiceProps) {
  return (
    <div class="stack">
      <label class="f">
        <span>{words.campaign}</span>
        <select value={id} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
          {known.map((campaign) => (
            <option key={campaign.id} value={campaign.id}>
              {campaign.title ?? campaign.schoolYear}
            </option>
          ))}
          <option value={past}>{words.past}</option>
        </select>
      </label>
      {id === past ? (
        <div class="f">
          <label class="lab" for="table-year">
            {words.year}
          </label>
          <input
            id="table-year"
            type="text"
            class="d"
            autocomplete="off"
            value={year}
            aria-invalid={isWrong ? 'true' : undefined}
            aria-describedby={isWrong ? 'table-year-hint table-year-wrong' : 'table-year-hint'}
            onInput={({ currentTarget }) => onYear(currentTarget.value)}
          />
          <p class="hint" id="table-year-hint">
            {words.yearHint}
          </p>
          {isWrong ? (
            <p class="err" id="table-year-wrong">
              <Icon sign="stop" />
              <span>{words.noYear}</span>
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
