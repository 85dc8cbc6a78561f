import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { FileCampaign } from '../../../core/answers-file/file-campaign.ts';
import type { ColumnForm } from '../../../core/form/column-form.ts';
import { contactsNamedIn } from '../../../core/monitoring/contacts.ts';
import { keptUntil } from '../../../core/private-values/private-values.ts';
import { monitoringTable } from '../../../reports/region/monitoring-table.ts';
import { regionSummary } from '../../../reports/region/region-summary.ts';
import type { ReportDocument } from '../../../reports/report-document.ts';
import { monitoringOfficeTexts as words } from '../../../texts/monitoring-office.ts';
import { dateText } from '../../../texts/numbers.ts';
import { useOffice } from '../../office/office.ts';
import { DocumentButtons } from '../../paper/document-buttons.tsx';
import { ReportSheets } from '../../paper/report-sheets.tsx';
import type { PrivateValues } from '../../private-values/private-values.ts';
import { useProgram } from '../../program.ts';
import { localDay } from '../../time.ts';
import { contactsUntil } from './contacts-term.ts';
import type { Totals } from './monitoring-state.ts';

type Name = 'summary' | 'table';
/** A document, the figures it was made of, and whether every contact that stands in it is still here. */
type Made = { name: Name; document: ReportDocument; totals: Totals; isKept: () => boolean };

/** `isComputing`: rows are being computed anew, and `totals` are those of before. */
type Props = { form: ColumnForm; campaign: FileCampaign; totals: Totals; isComputing: boolean };

/** RG5, RG7, PV8: the summary and the table of 25 columns, made on this device from what is here, when the officer asks. */
export function ReportsCard({ form, campaign, totals, isComputing }: Props) {
  const office = useOffice();
  const program = useProgram();
  const id = useId();
  const [made, setMade] = useState<Made | null>(null);
  const [contacts, setContacts] = useState(false);
  const [told, setTold] = useState('');
  const run = useRef(0);
  useEffect(
    () => () => {
      run.current += 1;
    },
    [],
  );

  const today = localDay(program.now());
  const untilOf = (schoolId: string) => contactsUntil(office, campaign, schoolId);
  const until = keptUntil(campaign.due ?? campaign.asOf);
  const isErased = made !== null && !made.isKept(); // PV3
  const shown = isErased ? null : made;
  const isOld = made !== null && made.totals !== totals;

  /** Contacts by hash, those of schools whose term is not over (PV4), with what has to be said of the others. */
  async function gather(): Promise<{ privateOf: PrivateValues['valueOf']; here: readonly string[]; told: string }> {
    const wanted = contactsNamedIn(form, totals.collected);
    const asked = new Map([...wanted].filter(([schoolId]) => untilOf(schoolId) >= today));
    const kept = await program.privateValues().catch(() => null);
    const answered = await kept?.ask(asked, untilOf).catch(() => null);
    const open = new Set([...asked.values()].flat());
    const privateOf = (hash: string) => (open.has(hash) ? (kept?.valueOf(hash) ?? null) : null);
    const hashes = [...wanted.values()].flat();
    const here = hashes.filter((hash) => privateOf(hash) !== null);
    const { closed, nobody } = words.contacts;
    const missing = hashes.length - here.length;
    const told = [
      answered ? (answered.isWhole ? '' : nobody) : closed,
      missing > 0 ? words.contactsMissing(missing) : '',
    ];
    return { privateOf, here, told: told.join(' ').trim() };
  }

  async function make(name: Name): Promise<void> {
    if (isComputing) return;
    run.current += 1;
    const own = run.current;
    const isStale = () => run.current !== own;
    setTold('');
    const { collected, previous } = totals;
    const input = { form, collected, previous, reportDate: today };
    const one = { name, totals, isKept: () => true };
    if (name === 'summary') return setMade({ ...one, document: regionSummary(input) });
    if (!contacts) return setMade({ ...one, document: monitoringTable(input) });
    setTold(words.gathering);
    const { privateOf, here, told: said } = await gather();
    if (isStale()) return;
    setTold(said);
    const isKept = () => here.every((hash) => privateOf(hash) !== null);
    setMade({ ...one, document: monitoringTable(input, privateOf), isKept });
  }

  return (
    <section class="stack" aria-labelledby="monitoring-reports">
      <div class="stack noprint">
        <h2 id="monitoring-reports">{words.reports}</h2>
        <p class="row">
          {(['summary', 'table'] as const).map((name) => (
            <button
              key={name}
              type="button"
              class="btn"
              aria-pressed={shown?.name === name}
              aria-disabled={isComputing}
              onClick={() => void make(name)}
            >
              {words.reportNames[name]}
            </button>
          ))}
        </p>
        {until < today ? (
          <p class="hint">{words.contactsOver(dateText(until))}</p>
        ) : (
          <>
            <label class="tick">
              <input
                type="checkbox"
                checked={contacts}
                aria-describedby={id}
                onChange={(event) => {
                  setContacts(event.currentTarget.checked);
                  setMade(null); // what stands there was made the other way
                }}
              />
              {words.withContacts}
            </label>
            <p class="hint" id={id}>
              {words.withContactsHint(dateText(until))}
            </p>
          </>
        )}
        <p role="status">{isErased ? words.erasedContacts : [isOld ? words.oldFigures : '', told].join(' ').trim()}</p>
        {shown ? (
          <DocumentButtons
            key={shown.name}
            document={shown.document}
            name={words.reportFiles[shown.name]}
            onPrint={() => print()}
          />
        ) : null}
      </div>
      {shown ? <ReportSheets report={shown.document} label={shown.document.title} /> : null}
    </section>
  );
}
