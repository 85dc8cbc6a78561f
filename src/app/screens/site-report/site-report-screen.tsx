import { dueOf } from '../../../core/submission/campaigns.ts';
import { dateText } from '../../../texts/numbers.ts';
import { siteReportTexts as texts } from '../../../texts/site-report.ts';
import { Bar } from '../../../ui/bar.tsx';
import { Message } from '../../../ui/message.tsx';
import { useProgram } from '../../program.ts';
import { isSiteReportCollected } from '../../site-report/is-collected.ts';
import { siteReportForm } from '../../site-report/site-report-form.ts';
import { useSiteReport } from '../../site-report/use-site-report.ts';
import { useView } from '../../use-view.ts';
import { FieldSection } from './field-section.tsx';
import { SiteHeader } from './site-header.tsx';

/** SR7: the annual report of a project site, built from the form's data: sections with their fields, every one saved by itself. */
export function SiteReportScreen() {
  return isSiteReportCollected(useProgram().campaign) ? <Report /> : <NotCollected />;
}

function NotCollected() {
  return (
    <div class="stack">
      <h1>{texts.notCollected}</h1>
      <p class="lead">{texts.notCollectedText}</p>
      <p>
        <a class="btn main" href="/">
          {texts.toOverview}
        </a>
      </p>
    </div>
  );
}

function Report() {
  const program = useProgram();
  const { campaign } = program;
  const report = useSiteReport();
  const { answered, of } = report.progress;
  const due = useView(() => dueOf(campaign, program.registers.value) ?? '', [program, campaign]);
  const firstRemark = report.messages[0]?.fieldId;
  return (
    <div class="stack wide">
      <div class="stack">
        <p class="crumb">{texts.crumb(campaign.schoolYear, dateText(due))}</p>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <p class="b" role="status">
          {texts.progress(answered, of)}
        </p>
        <Bar percent={(100 * answered) / of} {...(answered === of ? { tone: 'ok' as const } : {})} />
        <SiteHeader />
        {firstRemark ? (
          <Message
            sign="warn"
            tone="warn"
            title={texts.remarks(report.messages.length)}
            actions={<a href={`/site-report#${firstRemark}`}>{texts.toRemark}</a>}
          />
        ) : null}
        <nav class="row jump" aria-label={texts.sections}>
          {siteReportForm.sections.map(({ id, title }) => (
            <a key={id} href={`/site-report#${id}`}>
              {title}
            </a>
          ))}
        </nav>
      </div>
      {siteReportForm.sections.map(({ id, title, fields }, at) => (
        <section key={id} id={id} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>
            {at + 1}. {title}
          </h2>
          {fields.map((field) => {
            const answer = report.answers.find((one) => one.field.id === field.id);
            return answer ? <FieldSection key={field.id} answer={answer} report={report} /> : null;
          })}
        </section>
      ))}
      <p>
        <a class="btn main" href="/sending">
          {texts.toSending}
        </a>
      </p>
    </div>
  );
}
