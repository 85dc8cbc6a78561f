import { type CampaignForms, createCampaignForms } from '../core/form/campaign-form.ts';
import { sha256 } from '../server/store/histories.ts';
import { readinessForm } from './readiness-form.ts';

/** FP4: the scored form of any campaign: of this program, or published above it. */
export const campaignForms = (): CampaignForms => createCampaignForms(readinessForm, sha256);
