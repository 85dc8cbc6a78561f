import { projectSitesOf } from '../../../core/site-report/project.ts';
import { siteReportId } from '../../../core/site-report/site-report.ts';
import { type Receipt, receiptOf } from '../../../core/site-report/site-standing.ts';
import { dueOf } from '../../../core/submission/campaigns.ts';
import { factsOf } from '../../../core/submission/facts.ts';
import { systemTitle } from '../../../core/systems/systems.ts';
import { dateText } from '../../../texts/numbers.ts';
import { passportTexts } from '../../../texts/passport.ts';
import { siteReportTexts as texts } from '../../../texts/site-report.ts';
import { useProgram } from '../../program.ts';
import { useSystems } from '../../use-systems.ts';
import { useRegister, useView } from '../../use-view.ts';

/** What is known of the site without asking: the region's register of sites, the passport's system, when the report was handed in. */
export function SiteHeader() {
  const program = useProgram();
  const system = useRegister('-/passport/sedSystem')[0]?.value ?? null;
  const { site, receipt } = useView(() => {
    const own = program.delivery.value.enrolment?.own ?? '';
    const sites = program.published.value.flatMap((registers) => projectSitesOf(registers).get(own) ?? []);
    const { campaign, registers, status } = program;
    const facts = factsOf(registers.value, campaign.id, siteReportId);
    return {
      site: sites[0] ?? null,
      receipt: receiptOf(status.value, facts, dueOf(campaign, registers.value)),
    };
  }, [program]);
  const systems = useSystems();
  const term = site && (site.from || site.to) ? texts.days(dateText(site.from), dateText(site.to)) : '';
  return (
    <dl class="facts">
      {site ? (
        <>
          <dt>{texts.agreement}</dt>
          <dd>{site.agreement ? texts.agreements[site.agreement] : texts.unknown}</dd>
          <dt>{texts.assignment}</dt>
          <dd>{[site.assignment, term].filter(Boolean).join(', ') || texts.unknown}</dd>
        </>
      ) : null}
      <dt>{texts.system}</dt>
      <dd>
        {typeof system === 'string' ? systemTitle(systems, system) : texts.unknown}{' '}
        <a href="/passport">{passportTexts.title}</a>
      </dd>
      <dt>{texts.received}</dt>
      <dd>{receiptText(receipt)}</dd>
    </dl>
  );
}

function receiptText(receipt: Receipt | null): string {
  if (receipt === null) return texts.notReceived;
  if (receipt.on === null) return texts.receivedSomeDay;
  return (receipt.isOnTime ? texts.inTime : texts.late)(dateText(receipt.on));
}
