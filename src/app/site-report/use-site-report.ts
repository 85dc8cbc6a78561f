import { checkSiteReport, type SiteReportMessage } from '../../core/site-report/check-site-report.ts';
import { type FieldAnswer, siteReportOf, siteReportProgress } from '../../core/site-report/site-report.ts';
import { factsOf } from '../../core/submission/facts.ts';
import { sectionFormWithSystems } from '../../core/systems/section-form-with-systems.ts';
import { useProgram } from '../program.ts';
import { useSystems } from '../use-systems.ts';
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
  const systems = useSystems();
  const view = useView(() => {
    const facts = factsOf(program.registers.value, id, siteReportForm.id);
    const ticked = siteReportOf(siteReportForm, facts).flatMap((one) => one.ticked);
    const isTicked = (itemId: string) => ticked.some((one) => one.id === itemId);
    const answers = siteReportOf(sectionFormWithSystems(siteReportForm, systems, isTicked), facts);
    return {
      answers,
      progress: siteReportProgress(answers),
      messages: checkSiteReport(answers),
      conflicts: [...facts].flatMap(([key, values]) => (values.length > 1 && !key.startsWith('-/') ? [key] : [])),
    };
  }, [program, id, systems]);
  return { ...view, pathOf: (key) => `${id}/${siteReportForm.id}/${key}` };
}
