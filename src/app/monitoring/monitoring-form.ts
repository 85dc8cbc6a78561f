import type { ColumnForm } from '../../core/form/column-form.ts';
import { countedForm } from '../../core/monitoring/rows-standing.ts';
import published from '../../forms/monitoring/1.json' with { type: 'json' };
import { passportTexts } from '../../texts/passport.ts';

/** The region's monitoring form as published; a test parses it (FM5), so no device has to. */
export const monitoringForm = published as unknown as ColumnForm;

/** What counting it needs to know besides the answers. */
export const monitoringGiven = { nameOf: passportTexts.branch };

/** MS1: it, where the forms of a campaign are counted together. */
export const countedMonitoring = countedForm(monitoringForm, monitoringGiven);
