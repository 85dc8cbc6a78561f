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
import { useProgram } from '../../program.ts';
import { localDay } from '../../time.ts';
import { contactsUntil } from './contacts-term.ts';
import type { Totals } from './monitoring-state.ts';

type Name = 'summary' | 'table';
type Made = { name: Name; document: ReportDocument };

type Props = { form: ColumnForm; campaign: FileCampaign; totals: Totals };

/** RG5, RG7, PV8: the summary and the table of 25 columns, made on this device from what is here, when the officer asks. */
export function ReportsCard({ form, campaign, totals }: Props) {
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

  async function make(name: Name): Promise<void> {
    run.current += 1;
    const own = run.current;
    const isStale = () => run.current !== own;
    setTold('');
    const { collected, previous } = totals;
    const input = { form, collected, previous, reportDate: localDay(program.now()) };
    if (name === 'summary') return setMade({ name, document: regionSummary(input) });
    if (!contacts) return setMade({ name, document: monitoringTable(input) });
    setTold(words.gathering);
    const wanted = contactsNamedIn(form, collected);
    const values = await program.privateValues().catch(() => null);
    const isAnswered = (await values?.ask(wanted, (schoolId) => contactsUntil(office, campaign, schoolId))) ?? false;
    if (isStale()) return;
    const privateOf = (hash: string) => values?.valueOf(hash) ?? null;
    const missing = [...wanted.values()].flat().filter((hash) => privateOf(hash) === null).length;
    setTold(
      [isAnswered ? '' : words.contacts.nobody, missing > 0 ? words.contactsMissing(missing) : ''].join(' ').trim(),
    );
    setMade({ name, document: monitoringTable(input, privateOf) });
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
              aria-pressed={made?.name === name}
              onClick={() => void make(name)}
            >
              {words.reportNames[name]}
            </button>
          ))}
        </p>
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
          {words.withContactsHint(dateText(keptUntil(campaign.due ?? campaign.asOf)))}
        </p>
        <p role="status">{told}</p>
        {made ? (
          <DocumentButtons
            key={made.name}
            document={made.document}
            name={words.reportFiles[made.name]}
            onPrint={() => print()}
          />
        ) : null}
      </div>
      {made ? <ReportSheets report={made.document} label={made.document.title} /> : null}
    </section>
  );
}
