import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { answeredCampaigns, type Campaign, campaignOfYear, campaignsOf, isFor } from '../core/submission/campaigns.ts';
import type { Registers } from '../core/submission/registers.ts';
import { campaignOfDay } from '../core/submission/school-year.ts';
import { computedView } from './computed-view.ts';

/** Which campaign is on screen, and which others have answers or were announced. */
export type Periods = {
  campaign: ReadonlySignal<Campaign>;
  /** every other campaign there is something of, with the number of answers; nothing typed is ever out of reach */
  others: ReadonlySignal<readonly { campaign: Campaign; answers: number }[]>;
  choose: (campaignId: string) => void;
};

export type PeriodsParts = {
  registers: ReadonlySignal<Registers>;
  published: ReadonlySignal<readonly Registers[]>;
  /** the school this device belongs to; null: not known yet */
  school: ReadonlySignal<string | null>;
  /** YYYY-MM-DD */
  today: string;
  chosen: { read: () => string | null; write: (id: string) => void };
};

/** CA1, CA2, CA3: the campaign the person chose, else the latest announced, else the school year of the device's date. */
export function createPeriods({ registers, published, school, today, chosen }: PeriodsParts): Periods {
  const choice = signal(chosen.read());
  const answered = computed(() => answeredCampaigns(registers.value));
  const announced = computed(() =>
    campaignsOf(published.value).filter(
      (one) => isFor(one, school.value) || answered.value.has(one.id) || one.id === choice.value,
    ),
  );
  const known = computed(() => {
    const all = new Map(announced.value.map((campaign) => [campaign.id, campaign]));
    for (const id of answered.value.keys())
      if (!all.has(id) && /^\d{4}-\d\d$/.test(id)) all.set(id, campaignOfYear(id, today));
    return all;
  });
  // every answer asks for the campaigns anew, and every screen follows this one
  const campaign = computedView<Campaign>(
    () => known.value.get(choice.value ?? '') ?? announced.value[0] ?? campaignOfDay(today),
  );
  const others = computed(() =>
    [...known.value.values()]
      .filter(({ id }) => id !== campaign.value.id)
      .map((other) => ({ campaign: other, answers: answered.value.get(other.id) ?? 0 })),
  );
  return {
    campaign,
    others,
    choose: (id) => {
      choice.value = id;
      chosen.write(id);
    },
  };
}
