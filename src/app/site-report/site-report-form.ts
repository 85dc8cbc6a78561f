import { parseSectionForm, type SectionForm } from '../../core/form/section-form.ts';
import siteReport1 from '../../forms/site-report/1.json' with { type: 'json' };

const parsed = parseSectionForm(siteReport1);
if (!parsed.ok) throw new Error(parsed.problem.code);

/** SR7: the report of a project site this program was built with; in a file of its own, brought where a campaign collects it. */
export const siteReportForm: SectionForm = parsed.value;
