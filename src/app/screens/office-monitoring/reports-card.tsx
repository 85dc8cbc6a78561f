import { useEffect, useRef, useState } from 'preact/hooks';
import type { ColumnForm } from '../../../core/form/column-form.ts';
import { monitoringTable } from '../../../reports/region/monitoring-table.ts';
import { regionSummary } from '../../../reports/region/region-summary.ts';
import type { ReportDocument } from '../../../reports/report-document.ts';
import { monitoringOfficeTexts as words } from '../../../texts/monitoring-office.ts';
import { useOffice } from '../../office/office.ts';
import { DocumentButtons } from '../../paper/document-buttons.tsx';
import { ReportSheets } from '../../paper/report-sheets.tsx';
import { useProgram } from '../../program.ts';
import { localDay } from '../../time.ts';
import { collectedHere } from './collected-here.ts';

type Name = 'summary' | 'table';
type Made = { name: Name; document: ReportDocument };

/** RG5, RG7: the summary and the table of 25 columns, made on this device from what is here, when the officer asks. */
export function ReportsCard({ form, campaignId }: { form: ColumnForm; campaignId: string }) {
  const office = useOffice();
  const program = useProgram();
  const [made, setMade] = useState<Made | null>(null);
  const [making, setMaking] = useState<Name | null>(null);
  const wanted = useRef(0);
  useEffect(
    () => () => {
      wanted.current += 1;
    },
    [],
  );

  async function make(name: Name): Promise<void> {
    wanted.current += 1;
    const own = wanted.current;
    const isStale = () => wanted.current !== own;
    setMaking(name);
    const found = await collectedHere(office, form, campaignId, isStale);
    if (isStale()) return;
    setMaking(null);
    if (!found) return;
    const input = { form, ...found, reportDate: localDay(program.now()) };
    setMade({ name, document: name === 'summary' ? regionSummary(input) : monitoringTable(input) });
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
        <p role="status">{making ? words.making : ''}</p>
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
