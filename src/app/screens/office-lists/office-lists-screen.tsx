import { useMemo, useState } from 'preact/hooks';
import type { KeptList } from '../../../core/reconciliation/brought-list.ts';
import {
  agreementRows,
  type DifferenceLine,
  differenceLines,
  differencesReport,
  type ReconciledList,
} from '../../../reports/reconciliation/differences-report.ts';
import { broughtListTexts as texts } from '../../../texts/brought-lists.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { DocumentButtons } from '../../paper/document-buttons.tsx';
import { ReportSheets } from '../../paper/report-sheets.tsx';
import { ListDoubts } from './list-doubts.tsx';
import { ListFile } from './list-file.tsx';
import { type Lists, useLists } from './lists-state.ts';
import { Movement } from './movement.tsx';

/** RC1–RC7: lists kept elsewhere beside the schools: taken, compared, decided, saved as a document. */
export function OfficeListsScreen() {
  const state = useLists();
  const { lists, isReading, network, places } = state;
  const [shown, setShown] = useState<string | null>(null);
  const [removed, setRemoved] = useState<KeptList | null>(null);
  const report = useMemo(() => differencesReport(lists, network, places), [lists, network, places]);
  const one = lists.find(({ list }) => list.id === shown) ?? lists[0];
  const [isPrinting, setIsPrinting] = useState(false);
  return (
    <>
      <div class="stack wide noprint">
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <div>
          <ListFile state={state} />
        </div>
        {removed ? (
          <p role="status">
            {texts.removed(removed.title)}{' '}
            <button
              type="button"
              class="btn sm link"
              onClick={() => {
                void state.bringBack(removed).then((kept) => kept && setRemoved(null));
              }}
            >
              {texts.undo}
            </button>
          </p>
        ) : null}
        <Movement />
        <p role="status">{isReading && lists.length < state.kept.length ? texts.comparing : ''}</p>
        {one ? (
          <>
            <Agreement state={state} />
            <div>
              <DocumentButtons
                document={report}
                name="spiski-i-set"
                onPrint={() => {
                  setIsPrinting(true);
                  requestAnimationFrame(() => requestAnimationFrame(() => print()));
                }}
              />
            </div>
            <div class="row">
              {lists.map(({ list }) => (
                <button
                  key={list.id}
                  type="button"
                  class="btn sm"
                  aria-pressed={list.id === one.list.id}
                  onClick={() => setShown(list.id)}
                >
                  {texts.show(list.title)}
                </button>
              ))}
            </div>
            <Differences
              key={one.list.id}
              one={one}
              state={state}
              onRemove={async () => {
                if (await state.removeList(one.list.id)) setRemoved(one.list);
              }}
            />
          </>
        ) : null}
      </div>
      {isPrinting ? (
        <div class="onlyprint">
          <ReportSheets report={report} label={report.title} />
        </div>
      ) : null}
    </>
  );
}

/** RC5: n of N by list and municipality. */
function Agreement({ state: { lists, network, places } }: { state: Lists }) {
  return (
    <div class="scroll">
      <table>
        <caption>{texts.agreement}</caption>
        <thead>
          <tr>
            {[texts.municipality, ...lists.map(({ list }) => list.title)].map((title, at) => (
              <th key={at} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {agreementRows(lists, network, places).map(([name, ...cells], at) => (
            <tr key={at}>
              <th scope="row">{name}</th>
              {cells.map((cell, list) => (
                <td key={list}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type DifferencesProps = { one: ReconciledList; state: Lists; onRemove: () => Promise<void> };
const classes = ['foreign', 'missing', 'differs', 'twice', 'met'] as const;

function Differences({ one, state, onRemove }: DifferencesProps) {
  const lines = differenceLines(one);
  return (
    <section class="stack" aria-labelledby="differences">
      <h2 id="differences" tabIndex={-1}>
        {texts.differences(one.list.title)}
      </h2>
      {one.list.isWhole ? null : <Message sign="warn" tone="warn" title={texts.partly(one.list.rows.length)} />}
      <ListDoubts one={one} state={state} />
      {classes.map((kind) => (
        <Lines key={kind} kind={kind} lines={lines.filter((line) => line.of === kind)} />
      ))}
      <p>
        <button type="button" class="btn sm link" onClick={() => void onRemove()}>
          <Icon sign="bin" />
          {texts.remove(one.list.title)}
        </button>
      </p>
    </section>
  );
}

/** The lines of one class; drawn while they are shown. */
function Lines({ kind, lines }: { kind: (typeof classes)[number]; lines: readonly DifferenceLine[] }) {
  const [isOpen, setIsOpen] = useState(kind !== 'met' && lines.length > 0 && lines.length <= 50);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>
        <span>
          {texts.kinds[kind]}: {lines.length}
        </span>
      </summary>
      {isOpen ? (
        <ul class="s">
          {lines.map(({ row, inList, inNetwork, note }, at) => (
            <li key={at}>
              {[row === null ? '' : `${row}. ${inList}`, inNetwork].filter(Boolean).join(' → ')}
              {note === '' ? '' : ` (${note})`}
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}
