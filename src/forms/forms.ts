import monitoring1 from './monitoring/1.json' with { type: 'json' };
import readiness1 from './readiness/1.json' with { type: 'json' };
import siteReport1 from './site-report/1.json' with { type: 'json' };

/** Every published version of the scored form, as written; each is checked by a test (FM1, WD1). */
export const publishedForms = [readiness1] as const;

/** Every published form that is one row a school, as written (FM5). */
export const columnForms = [monitoring1] as const;

/** Every published form of sections, as written (SR1). */
export const sectionForms = [siteReport1] as const;

/** Every form a campaign may collect, in the order an officer is shown them (MS2). */
export const collectableForms = [...publishedForms, ...columnForms, ...sectionForms] as const;
