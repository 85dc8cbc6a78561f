import { overviewTexts } from '../../../texts/overview.ts';
import { siteReportTexts as texts } from '../../../texts/site-report.ts';
import { useSiteReport } from '../../site-report/use-site-report.ts';
import { Row } from './progress-lists.tsx';

/** The report of a project site with filled m of n. */
export function SiteReportLine() {
  const { progress } = useSiteReport();
  return (
    <section class="stack" aria-labelledby="site-report">
      <h2 id="site-report">{texts.title}</h2>
      <ul class="list crits">
        <Row href="/site-report" title={texts.line} progress={progress} blocks={0} done={overviewTexts.filled} />
      </ul>
    </section>
  );
}
