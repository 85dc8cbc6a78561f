import { sha256 } from '@noble/hashes/sha2.js';
import { useMemo, useState } from 'preact/hooks';
import { type Form, indicatorsOf, isScored } from '../../../core/form/form.ts';
import { formEntriesOf, formHashOf, missingEntries } from '../../../core/form/published-form.ts';
import { blankForm } from '../../../reports/blank-form.ts';
import { reportInputOf } from '../../../reports/report-input.ts';
import { formsScreenTexts as words } from '../../../texts/forms-screen.ts';
import { Message } from '../../../ui/message.tsx';
import { useOffice } from '../../office/office.ts';
import { useJudgedCampaign } from '../../office/use-school.ts';
import { ReportSheets } from '../../paper/report-sheets.tsx';
import { FormChanges } from './form-changes.tsx';
import { FormIssues } from './form-issues.tsx';
import type { FormFile } from './read-form-file.ts';

/** What was read out of a file: what is wrong in it, or the form to be looked at and published. */
export function FormFound({ file }: { file: Extract<FormFile, { kind: 'read' }> }) {
  const { form, issues } = file;
  const errors = issues.filter(({ level }) => level === 'error').length;
  return (
    <>
      <div class="stack noprint">
        {form ? (
          <Message sign="yes" tone="ok" title={words.sound(form.title, form.version)} />
        ) : (
          <Message sign="stop" tone="bad" title={words.broken(errors)} alert />
        )}
        <FormIssues issues={issues} />
      </div>
      {form?.format === 'gotovo-form/1' ? (
        <Publishing form={form} />
      ) : form ? (
        <Message sign="info" title={words.onlyScored} />
      ) : null}
    </>
  );
}

type Outcome = 'writing' | 'ready' | 'failed' | null;

/** FP1, FP2: the form on its way to the schools: what it changes, how it looks, and the one button. */
function Publishing({ form }: { form: Form }) {
  const office = useOffice();
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [isShown, setIsShown] = useState(false);
  const hash = useMemo(() => formHashOf(form, sha256), [form]);
  const same = office.forms.all.value.filter(({ id, version }) => id === form.id && version === form.version);
  const isOut = same.some((one) => one.hash === hash);
  const isOwn = isShipped(office.forms.published({}), form);
  const isTaken = !isOut && (same.length > 0 || isOwn);
  async function publish(): Promise<void> {
    setOutcome('writing');
    const registers = office.registersOf(office.publicHistory).peek();
    const entries = missingEntries(formEntriesOf(form, sha256), registers);
    const written = await office.writeAll(office.publicHistory, entries);
    setOutcome(written ? 'ready' : 'failed');
  }
  return (
    <>
      <div class="stack noprint">
        <p>
          {words.size(form.criteria.length, indicatorsOf(form).length)} {isScored(form) ? '' : words.noScores}
        </p>
        <FormChanges form={form} />
        {isTaken ? <Message sign="stop" tone="bad" title={words[isOwn ? 'ofProgram' : 'taken'](form.version)} /> : null}
        {outcome === 'failed' ? <Message sign="stop" tone="bad" title={words.failed} alert /> : null}
        {isOut ? (
          <Message
            sign="yes"
            tone="ok"
            title={outcome === 'ready' ? words.ready(form.title, form.version) : words.already}
            actions={
              <a class="btn sm" href="/campaign">
                {words.toCampaign}
              </a>
            }
          />
        ) : null}
        <p class="row">
          {isOut || isTaken ? null : (
            <button type="button" class="btn main" disabled={outcome === 'writing'} onClick={() => void publish()}>
              {outcome === 'writing' ? words.publishing : words.publish}
            </button>
          )}
          {isShown ? null : (
            <button type="button" class="btn" onClick={() => setIsShown(true)}>
              {words.showPreview}
            </button>
          )}
        </p>
      </div>
      {isShown ? <Preview form={form} /> : null}
    </>
  );
}

/** The program's own form under its own version is published with the program. */
const isShipped = (own: Form, form: Form): boolean => own.id === form.id && own.version === form.version;

function Preview({ form }: { form: Form }) {
  const campaign = useJudgedCampaign();
  const report = useMemo(() => {
    const nothing = { registers: new Map(), placeName: '', revisionCount: 0, unsent: null };
    return blankForm(reportInputOf({ form, campaign, reportDate: campaign.asOf, ...nothing, sha256 }));
  }, [form, campaign]);
  return (
    <div class="stack">
      <h3 class="noprint">{words.preview}</h3>
      <ReportSheets report={report} label={words.preview} />
    </div>
  );
}
