import type { ComponentChildren } from 'preact';
import { siteReportTexts as texts } from '../../texts/site-report.ts';
import { useSiteReport } from './use-site-report.ts';

/** SR4: what keeps a site's report from being submitted, with the way there; else what is inside. Remarks keep nobody back (SR3). */
export function SiteReportBeforeSubmitting({ children }: { children: ComponentChildren }) {
  const { progress, conflicts } = useSiteReport();
  const missing = progress.of - progress.answered;
  if (missing === 0 && conflicts.length === 0) return <>{children}</>;
  return (
    <div class="stack tight">
      <p class="b">{texts.notYet}</p>
      <ul>
        {missing > 0 ? <li>{texts.missing(missing)}</li> : null}
        {conflicts.length > 0 ? <li>{texts.twice(conflicts.length)}</li> : null}
      </ul>
      <p>
        <a href="/site-report">{texts.toReport}</a>
      </p>
    </div>
  );
}
