import { useMemo, useState } from 'preact/hooks';
import { answersTable } from '../../../reports/answers-table/answers-table.ts';
import type { PictureSchool } from '../../../reports/picture/picture-school.ts';
import type { ReportDocument } from '../../../reports/report-document.ts';
import { answersTableTexts as words } from '../../../texts/answers-table.ts';
import { useOffice } from '../../office/office.ts';
import { DocumentButtons } from '../../paper/document-buttons.tsx';
import { useProgram } from '../../program.ts';
import { localDay } from '../../time.ts';

type Props = {
  schools: readonly PictureSchool[];
  print: (report: ReportDocument) => void;
};

/** AT1: the answers of the schools shown, in one table, made when the officer asks. */
export function AnswersCard({ schools, print }: Props) {
  const office = useOffice();
  const program = useProgram();
  const [isAsked, setIsAsked] = useState(false);
  const form = office.form.value;
  const asOf = office.campaign.value?.asOf ?? '';
  const placeName = office.place.shortName;
  const made = useMemo(
    () => (isAsked ? answersTable({ form, placeName, asOf, reportDate: localDay(program.now()), schools }) : null),
    [isAsked, form, placeName, asOf, schools],
  );
  return (
    <section class="stack" aria-labelledby="answers-table">
      <h2 id="answers-table">{words.button}</h2>
      {made ? (
        <DocumentButtons document={made} name={words.fileName} onPrint={() => print(made)} />
      ) : (
        <p class="row">
          <button type="button" class="btn" onClick={() => setIsAsked(true)}>
            {words.make}
          </button>
        </p>
      )}
    </section>
  );
}
