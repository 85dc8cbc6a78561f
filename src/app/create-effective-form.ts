import { sha256 } from '@noble/hashes/sha2.js';
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { awaitedForm, isOwn } from '../core/form/awaited-form.ts';
import type { CampaignForms } from '../core/form/campaign-form.ts';
import type { Form } from '../core/form/form.ts';
import type { Campaign } from '../core/submission/campaigns.ts';
import { scoredFormOf } from '../core/submission/collected-forms.ts';
import type { Registers } from '../core/submission/registers.ts';

/**
 * CP5, FP4 on a device: the form the campaign is filled in by, with what its overlay changes. What reads a published form and
 * applies an overlay comes in a file of its own, and only where a campaign has one; until it is there a published form stands
 * empty. `ready` resolves once the form of the opening is the effective one.
 */
export function createEffectiveForm(
  own: ReadonlySignal<Form>,
  histories: ReadonlySignal<readonly Registers[]>,
  campaign: ReadonlySignal<Campaign>,
): { form: ReadonlySignal<Form>; formOf: (campaign: Campaign) => Form; ready: Promise<unknown> } {
  const forms = signal<CampaignForms | null>(null);
  /** the name of a campaign's form where that is not the program's own */
  const otherOf = (one: Campaign) => (isOwn(own.value, one) ? null : scoredFormOf(one));
  /** an overlay of any campaign counts: what is carried over from the last one is judged as it was then */
  const isPlain = computed(() => otherOf(campaign.value) === null && !histories.value.some(hasOverlay));
  let ready: Promise<unknown> = Promise.resolve();
  const stop = effect(() => {
    if (isPlain.value) return;
    queueMicrotask(() => stop());
    ready = import('../core/form/campaign-form.ts').then(({ createCampaignForms }) => {
      forms.value = createCampaignForms(() => own.value, sha256);
    }, console.error); // an overlay counts nothing and a published form is awaited until the next start
  });
  const formOf = (one: Campaign): Form => {
    if (forms.value) return forms.value.effective(histories.value, one);
    const name = otherOf(one);
    return name === null ? own.value : awaitedForm(own.value, name);
  };
  return { form: computed(() => formOf(campaign.value)), formOf, ready };
}

const hasOverlay = (registers: Registers): boolean => [...registers.keys()].some((path) => path.endsWith('#overlay'));
