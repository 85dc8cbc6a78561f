import * as z from 'zod/mini';
import type { Registers } from './registers.ts';
import { campaignOfDay } from './school-year.ts';

const campaignSchema = z.object({
  id: z.string(),
  title: z.optional(z.string()),
  /** "2025/2026" */
  schoolYear: z.string(),
  /** YYYY-MM-DD */
  asOf: z.string(),
  /** YYYY-MM-DD, the last day to submit */
  due: z.optional(z.string()),
  /** the order or letter it rests on */
  basis: z.optional(z.string()),
});

/** A campaign as far as a school's device needs it. */
export type Campaign = z.infer<typeof campaignSchema>;

/** Where a campaign stands in the public history of whoever announced it. */
export const campaignPathOf = (campaignId: string): string => `-/campaign:${campaignId}`;

/** CA2: the campaigns of public histories, the one with the latest as-of date first; of several values the first shown counts. */
export function campaignsOf(publicRegisters: readonly Registers[]): Campaign[] {
  const found = new Map<string, Campaign>();
  for (const registers of publicRegisters)
    for (const [path, heads] of registers) {
      if (!/^-\/campaign:[^/#]+$/.test(path)) continue;
      const campaign = campaignSchema.safeParse(heads[0]?.value).data;
      if (campaign && !found.has(campaign.id)) found.set(campaign.id, campaign);
    }
  return [...found.values()].sort((a, b) => (a.asOf === b.asOf ? (a.id < b.id ? 1 : -1) : a.asOf < b.asOf ? 1 : -1));
}

/** CA1 for a school year that is not the present one: judged as of today, but never after its own end. */
export function campaignOfYear(id: string, today: string): Campaign {
  const present = campaignOfDay(today);
  if (present.id === id) return present;
  const first = Number(id.slice(0, 4));
  const end = `${first + 1}-08-31`;
  return { id, schoolYear: `${first}/${first + 1}`, asOf: today < end ? today : end };
}

/** The campaigns answers of a form were given in, with how many registers each has. */
export function answeredCampaigns(registers: Registers, formId: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [path, heads] of registers) {
    const [campaignId = '', form] = path.split('/');
    if (form === formId && heads.some((head) => head.value !== null))
      counts.set(campaignId, (counts.get(campaignId) ?? 0) + 1);
  }
  return counts;
}
