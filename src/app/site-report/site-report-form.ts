import { parseSectionForm, type SectionForm } from '../../core/form/section-form.ts';
import { siteReportProgressOf } from '../../core/site-report/site-report.ts';
import type { OtherForm } from '../../core/submission/other-form.ts';
import siteReport1 from '../../forms/site-report/1.json' with { type: 'json' };

const parsed = parseSectionForm(siteReport1);
if (!parsed.ok) throw new Error(parsed.problem.code);

/** SR7: the report of a project site this program was built with; in a file of its own, brought where a campaign collects it. */
export const siteReportForm: SectionForm = parsed.value;

/** MS1: it, where the forms of a campaign are counted together. */
export const countedSiteReport: OtherForm = {
  id: siteReportForm.id,
  progressOf: (facts) => siteReportProgressOf(siteReportForm, facts),
};
