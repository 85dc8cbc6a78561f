import type { Json } from '../../core/json.ts';
import { propertiesOf } from '../../core/submission/answer.ts';
import type { Registers } from '../../core/submission/registers.ts';
import type { Edit, Part, ReportSettings } from './municipal-input.ts';

/** Where an edited sentence stands in the municipality's office history. */
export const sentencePathOf = (campaignId: string, sentenceId: string): string =>
  `${campaignId}/report/sentence:${sentenceId}`;

const settingsPathOf = (campaignId: string): string => `${campaignId}/report/settings`;

/** Sentences officers have put into their own words, by id; one taken back (`null`) is none. Of several values the first shown counts. */
export function editsOf(office: Registers, campaignId: string): Map<string, Edit> {
  const prefix = sentencePathOf(campaignId, '');
  const edits = new Map<string, Edit>();
  for (const [path, heads] of office) {
    if (!path.startsWith(prefix)) continue;
    const { text, generated, figures } = propertiesOf(heads[0]?.value ?? null);
    if (typeof text === 'string' && typeof generated === 'string' && typeof figures === 'string')
      edits.set(path.slice(prefix.length), { text, generated, figures });
  }
  return edits;
}

const isDay = (value: Json | undefined): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

/** What officers set for the report of a campaign; what is not of the kind expected is left out. */
export function settingsOf(office: Registers, campaignId: string): ReportSettings {
  const value = propertiesOf(office.get(settingsPathOf(campaignId))?.[0]?.value ?? null);
  const { position, name } = propertiesOf(value.signer ?? null);
  const notes = Object.entries(propertiesOf(value.notes ?? null)).filter(([, note]) => typeof note === 'string');
  return {
    ...(isDay(value.reportDate) && { reportDate: value.reportDate }),
    signer: { ...(typeof position === 'string' && { position }), ...(typeof name === 'string' && { name }) },
    notes: Object.fromEntries(notes) as Partial<Record<Part, string>>,
  };
}
