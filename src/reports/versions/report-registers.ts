import type { Json } from '../../core/json.ts';
import { propertiesOf } from '../../core/submission/answer.ts';
import type { Registers } from '../../core/submission/registers.ts';
import type { Edit, Part, ReportSettings } from '../municipal/municipal-input.ts';

/** Where the officer's own words for one sentence stand, in the municipality's office history. */
export const sentencePathOf = (campaignId: string, sentenceId: string): string =>
  `${campaignId}/report/sentence:${sentenceId}`;

/** Report date, signer and free paragraphs of a campaign's report. */
export const reportSettingsPathOf = (campaignId: string): string => `${campaignId}/report/settings`;

/** What an officer settled about the report of a campaign. */
export type SettledReport = ReportSettings & {
  /** YYYY-MM-DD; absent: the campaign's */
  reportDate?: string;
};

/** RE1: what the register of an edited sentence holds: the words, beside what stood there when they were written. */
export const editValueOf = ({ text, generated, figures }: Edit): Json => ({ text, generated, figures });

/** RE1: the officer's sentences by sentence id; one that was taken back is none; of several the first shown counts. */
export function editsOf(officeRegisters: Registers, campaignId: string): ReadonlyMap<string, Edit> {
  const prefix = sentencePathOf(campaignId, '');
  const edits = new Map<string, Edit>();
  for (const [path, heads] of officeRegisters) {
    const edit = path.startsWith(prefix) ? readEdit(heads[0]?.value ?? null) : null;
    if (edit) edits.set(path.slice(prefix.length), edit);
  }
  return edits;
}

function readEdit(value: Json): Edit | null {
  const { text, generated, figures } = propertiesOf(value);
  return typeof text === 'string' && typeof generated === 'string' && typeof figures === 'string'
    ? { text, generated, figures }
    : null;
}

/** RE2: what was settled; what is unknown or unreadable is left out. */
export function settledReportOf(officeRegisters: Registers, campaignId: string): SettledReport {
  const value = officeRegisters.get(reportSettingsPathOf(campaignId))?.[0]?.value ?? null;
  const { reportDate, signer, notes } = propertiesOf(value);
  const { position, name } = propertiesOf(signer ?? null);
  const written = Object.entries(propertiesOf(notes ?? null)).flatMap(([part, text]): [Part, string][] =>
    typeof text === 'string' && text.trim() !== '' ? [[part as Part, text]] : [],
  );
  return {
    ...(typeof reportDate === 'string' && /^\d{4}-\d\d-\d\d$/.test(reportDate) ? { reportDate } : {}),
    signer: {
      ...(typeof position === 'string' && position !== '' ? { position } : {}),
      ...(typeof name === 'string' && name !== '' ? { name } : {}),
    },
    notes: Object.fromEntries(written),
  };
}

/** What the register of what was settled holds. */
export const settledValueOf = ({ reportDate, signer = {}, notes = {} }: SettledReport): Json => ({
  ...(reportDate ? { reportDate } : {}),
  signer: { ...signer },
  notes: { ...notes },
});
