import type { Json } from '../json.ts';
import { propertiesOf } from './answer.ts';
import type { Registers } from './registers.ts';
import { campaignOfDay } from './school-year.ts';

/** A campaign as far as a school's device needs it. */
export type Campaign = {
  id: string;
  title?: string;
  /** "2025/2026" */
  schoolYear: string;
  /** YYYY-MM-DD */
  asOf: string;
  /** YYYY-MM-DD, the last day to submit */
  due?: string;
  /** the order or letter it rests on */
  basis?: string;
};

/** Where a campaign stands in the public history of whoever announced it. */
export const campaignPathOf = (campaignId: string): string => `-/campaign:${campaignId}`;

/** CA2: the campaigns of public histories, the one with the latest as-of date first; of several values the first shown counts. */
export function campaignsOf(publicRegisters: readonly Registers[]): Campaign[] {
  const found = new Map<string, Campaign>();
  for (const registers of publicRegisters)
    for (const [path, heads] of registers) {
      if (!/^-\/campaign:[^/#]+$/.test(path)) continue;
      const campaign = readCampaign(heads[0]?.value ?? null);
      if (campaign && !found.has(campaign.id)) found.set(campaign.id, campaign);
    }
  return [...found.values()].sort((a, b) => (a.asOf === b.asOf ? (a.id < b.id ? 1 : -1) : a.asOf < b.asOf ? 1 : -1));
}

/** Only what is known of a campaign is read; null: it is none. */
function readCampaign(value: Json): Campaign | null {
  const { id, schoolYear, asOf, ...rest } = propertiesOf(value);
  if (typeof id !== 'string' || typeof schoolYear !== 'string' || typeof asOf !== 'string') return null;
  const campaign: Campaign = { id, schoolYear, asOf };
  for (const name of ['title', 'due', 'basis'] as const) {
    const text = rest[name];
    if (typeof text === 'string') campaign[name] = text;
    else if (text !== undefined) return null;
  }
  return campaign;
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
