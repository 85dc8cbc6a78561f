import { type CollectedForm, collectedIn, municipalityIn } from '../core/answers-file/file-campaign.ts';
import { isAwaited } from '../core/form/awaited-form.ts';
import type { Form } from '../core/form/form.ts';
import { publishedFormsOf } from '../core/form/published-form.ts';
import { campaignsOf } from '../core/submission/campaigns.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { publicRegistersOf } from '../server/find-campaign.ts';
import { campaignForms } from './campaign-forms.ts';
import { readinessForm } from './readiness-form.ts';

/**
 * FP4: the scored form a file of answers is of, by the campaign it names: published above its municipality, or this program's. Where
 * that is not here it is the program's too, and what is of the other is told as a block nobody takes (AF11).
 */
export async function scoredFormFor(
  endpoint: Endpoint,
  json: unknown,
): Promise<{ form: Form; collected: CollectedForm }> {
  const municipality = municipalityIn(json);
  const { lineage, byId } = await endpoint.places();
  const above = byId.has(municipality) ? lineage(municipality) : [];
  const published = await publicRegistersOf(endpoint, above);
  const collected = collectedIn(json, campaignsOf(published), publishedFormsOf(published));
  const form = campaignForms().published(published, collected);
  return { form: isAwaited(form) ? readinessForm() : form, collected };
}
