import { useState } from 'preact/hooks';
import type { ColumnForm } from '../../../core/form/column-form.ts';
import { monitoringTable } from '../../../reports/region/monitoring-table.ts';
import { regionSummary } from '../../../reports/region/region-summary.ts';
import type { ReportDocument } from '../../../reports/report-document.ts';
import { monitoringOfficeTexts as words } from '../../../texts/monitoring-office.ts';
import { DocumentButtons } from '../../paper/document-buttons.tsx';
import { ReportSheets } from '../../paper/report-sheets.tsx';
import { useProgram } from '../../program.ts';
import { localDay } from '../../time.ts';
import type { Totals } from './monitoring-state.ts';

type Name = 'summary' | 'table';
type Made = { name: Name; document: ReportDocument };

/** RG5, RG7: the summary and the table of 25 columns, made on this device from what is here, when the officer asks. */
export function ReportsCard({ form, totals }: { form: ColumnForm; totals: Totals }) {
  const program = useProgram();
  const [made, setMade] = useState<Made | null>(null);

  function make(name: Name): void {
    const { collected, previous } = totals;
    const input = { form, collected, previous, reportDate: localDay(program.now()) };
    setMade({ name, document: name === 'summary' ? regionSummary(input) : monitoringTable(input) });
  }

  return (
    <section class="stack" aria-labelledby="monitoring-reports">
      <div class="stack noprint">
        <h2 id="monitoring-reports">{words.reports}</h2>
        <p class="row">
          {(['summary', 'table'] as const).map((name) => (
            <button key={name} type="button" class="btn" aria-pressed={made?.name === name} onClick={() => make(name)}>
              {words.reportNames[name]}
            </button>
          ))}
        </p>
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
