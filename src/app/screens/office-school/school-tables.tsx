import { useMemo, useState } from 'preact/hooks';
import { filledForm } from '../../../reports/filled-form.ts';
import type { ReportDocument } from '../../../reports/report-document.ts';
import { reviewTexts as words } from '../../../texts/review.ts';
import { useOffice } from '../../office/office.ts';
import type { SchoolOnScreen } from '../../office/use-school.ts';
import { ReportSheets } from '../../paper/report-sheets.tsx';
import { useProgram } from '../../program.ts';
import { schoolReportInput } from './school-sheet.tsx';

/** The passport, months, exams and the year's closing as the school filled them in; nothing is judged there. */
export function SchoolTables({ school }: { school: SchoolOnScreen }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="noprint" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <span>{words.passportAndTables}</span>
      </summary>
      {isOpen ? <Tables school={school} /> : null}
    </details>
  );
}

function Tables({ school }: { school: SchoolOnScreen }) {
  const program = useProgram();
  const office = useOffice();
  const report = useMemo((): ReportDocument => {
    const whole = filledForm(schoolReportInput(school, program, office));
    return { ...whole, sections: whole.sections.filter((_, at) => at !== 1) }; // the indicators stand in the table above
  }, [school.standing]);
  return <ReportSheets report={report} label={words.passportAndTables} />;
}
