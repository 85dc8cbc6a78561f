import { sha256 } from '@noble/hashes/sha2.js';
import { useComputed, useSignal } from '@preact/signals';
import type { Campaign } from '../../../core/submission/campaigns.ts';
import { collects, submittedForms } from '../../../core/submission/collected-forms.ts';
import { firstValue } from '../../../core/submission/facts.ts';
import { type ReportInput, reportInputOf } from '../../../reports/report-input.ts';
import { reports } from '../../../reports/reports.ts';
import { dateText } from '../../../texts/numbers.ts';
import { printTexts } from '../../../texts/print.ts';
import { Icon } from '../../../ui/icon.tsx';
import { previousFindings } from '../../municipality/previous-findings.ts';
import { ReportSheets } from '../../paper/report-sheets.tsx';
import { contactsInDoubt } from '../../private-values/contacts.ts';
import { type Program, useProgram } from '../../program.ts';

/** What is printed, shown as the sheets it will come out as; the browser prints exactly these. */
export function PrintScreen() {
  const program = useProgram();
  const printed = printedIn(program.campaign);
  const chosen = useSignal(printed.find(({ name }) => location.search === `?${name}`) ?? printed[0] ?? reports[0]);
  const asSubmitted = useSignal(false);
  const input = useComputed(() => inputOf(program, asSubmitted.value && hasChanged(program)));
  const report = useComputed(() => chosen.value.documentOf(input.value));
  const { name, title } = chosen.value;
  const { unsent } = input.value;
  return (
    <div class="stack">
      <div class="stack noprint">
        <h1>{printTexts.title}</h1>
        <fieldset>
          <legend class="vh">{printTexts.what}</legend>
          <div class="opts">
            {printed.map((one) => (
              <label key={one.name} class="opt">
                <input
                  type="radio"
                  name="report"
                  checked={one.name === name}
                  onChange={() => {
                    chosen.value = one;
                  }}
                />
                <span>{one.title}</span>
              </label>
            ))}
          </div>
        </fieldset>
        {name !== 'blank-form' && hasChanged(program) ? (
          <fieldset>
            <legend class="vh">{printTexts.which}</legend>
            <div class="opts">
              {[false, true].map((one) => (
                <label key={String(one)} class="opt">
                  <input
                    type="radio"
                    name="which"
                    checked={asSubmitted.value === one}
                    onChange={() => {
                      asSubmitted.value = one;
                    }}
                  />
                  <span>{one ? printTexts.asSubmitted(submittedOn(program)) : printTexts.asNow}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ) : null}
        <p>
          {printTexts.lead[name]} {name === 'blank-form' || unsent === 0 ? null : printTexts.notSent}
        </p>
        <p>
          <button type="button" class="btn main" onClick={() => print()}>
            <Icon sign="print" />
            {printTexts.print}
          </button>
        </p>
      </div>
      <ReportSheets report={report.value} label={printTexts.preview(title)} />
    </div>
  );
}

/** MS1: the papers of the forms this campaign collects. */
const printedIn = (campaign: Campaign) => reports.filter(({ formId }) => collects(campaign, formId));

/** SB2: something was changed after it had been submitted, so there are two sheets to choose from. */
const hasChanged = ({ status }: Program): boolean =>
  status.value !== null && status.value.state !== 'draft' && status.value.changed.length > 0;

const submittedOn = ({ status }: Program): string => dateText(status.value?.submittedAt?.slice(0, 10) ?? '');

function inputOf(program: Program, asSubmitted: boolean): ReportInput {
  const { form, registers, facts, campaign, delivery, revisionCount } = program;
  const { enrolment, unsent, sent, refused, contacts } = delivery.value;
  const name = firstValue(facts.value, '-/passport/shortName') ?? enrolment?.place.shortName;
  return reportInputOf({
    form,
    published: program.published.value,
    schoolId: enrolment?.own ?? null,
    registers: asSubmitted ? program.asSubmitted() : registers.value,
    campaign,
    forms: submittedForms(campaign, program.status.value),
    previous: previousFindings(program),
    reportDate: campaign.asOf,
    revisionCount: revisionCount.value,
    // RP5: only what was seen back counts as delivered
    unsent: enrolment === null ? null : unsent + sent + refused.length + contactsInDoubt(contacts),
    placeName: typeof name === 'string' ? name : '',
    sha256,
  });
}
