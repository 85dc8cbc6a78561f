import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Form } from '../core/form/form.ts';
import type { Campaign } from '../core/submission/campaigns.ts';
import type { Registers } from '../core/submission/registers.ts';

type Apply = typeof import('../core/form/overlay.ts');

/**
 * CP5 on a device: the form with what the campaign's overlay changes. What applies it comes in a file of its own, and only where
 * a campaign has an overlay; `ready` resolves once the form of the opening is the effective one.
 */
export function createEffectiveForm(
  published: ReadonlySignal<Form>,
  histories: ReadonlySignal<readonly Registers[]>,
  campaign: ReadonlySignal<Campaign>,
): { form: ReadonlySignal<Form>; ready: Promise<unknown> } {
  const overlays = signal<Apply | null>(null);
  const hasOverlay = computed(() => {
    const path = `-/campaign:${campaign.value.id}#overlay`;
    return histories.value.some((registers) => registers.has(path));
  });
  let ready: Promise<unknown> = Promise.resolve();
  const stop = effect(() => {
    if (!hasOverlay.value) return;
    queueMicrotask(() => stop());
    ready = import('../core/form/overlay.ts').then((come) => {
      overlays.value = come;
    }, console.error); // the form counts as published until it is asked for again, at the next start
  });
  const overlay = computed(() => overlays.value?.overlayOf(histories.value, campaign.value.id) ?? null);
  const form = computed(() => overlays.value?.effectiveForm(published.value, overlay.value) ?? published.value);
  return { form, ready };
}
