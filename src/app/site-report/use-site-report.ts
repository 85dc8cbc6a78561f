import { checkSiteReport, type SiteReportMessage } from '../../core/site-report/check-site-report.ts';
import { type FieldAnswer, siteReportOf, siteReportProgress } from '../../core/site-report/site-report.ts';
import { factsOf } from '../../core/submission/facts.ts';
import { useProgram } from '../program.ts';
import { useView } from '../use-view.ts';
import { siteReportForm } from './site-report-form.ts';

type SiteReport = {
  answers: readonly FieldAnswer[];
  progress: { answered: number; of: number };
  messages: readonly SiteReportMessage[];
  /** short keys of the registers that hold several different values */
  conflicts: readonly string[];
  /** full path of a register by its short key */
  pathOf: (key: string) => string;
};

/** The report of the campaign on screen as it stands now. */
export function useSiteReport(): SiteReport {
  const program = useProgram();
  const { id } = program.campaign;
  const view = useView(() => {
    const facts = factsOf(program.registers.value, id, siteReportForm.id);
    const answers = siteReportOf(siteReportForm, facts);
    return {
      answers,
      progress: siteReportProgress(answers),
      messages: checkSiteReport(answers),
      conflicts: [...facts].flatMap(([key, values]) => (values.length > 1 && !key.startsWith('-/') ? [key] : [])),
    };
  }, [program, id]);
  return { ...view, pathOf: (key) => `${id}/${siteReportForm.id}/${key}` };
}
