import { canonicalJson, type Json } from '../../core/json.ts';
import { propertiesOf } from '../../core/submission/answer.ts';
import type { Campaign } from '../../core/submission/campaigns.ts';
import { type Registers, type RegisterView, valuesOf } from '../../core/submission/registers.ts';
import type { Edit, MunicipalInput, Part, ReportSettings } from '../municipal/municipal-input.ts';

/** Where the officer's own words for one sentence stand, in the municipality's office history. */
export const sentencePathOf = (campaignId: string, sentenceId: string): string =>
  `${campaignId}/report/sentence:${sentenceId}`;

/** Report date, signer and free paragraphs of a campaign's report. */
export const reportSettingsPathOf = (campaignId: string): string => `${campaignId}/report/settings`;

/** What an officer settled about the report of a campaign. */
export type SettledReport = ReportSettings & {
  /** YYYY-MM-DD; absent: the campaign's */
  reportDate?: string;
  /** days that go before the campaign's own, YYYY-MM-DD */
  deadlines?: { acts?: string; yearEnd?: string };
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

/** All different texts of one edited sentence, the one that counts first. */
export function editsIn(heads: RegisterView): Edit[] {
  return valuesOf(heads, canonicalJson).flatMap((value) => readEdit(value) ?? []);
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
  const { reportDate, deadlines, signer, notes } = propertiesOf(value);
  const { acts, yearEnd } = propertiesOf(deadlines ?? null);
  const { position, name } = propertiesOf(signer ?? null);
  const written = Object.entries(propertiesOf(notes ?? null)).flatMap(([part, text]): [Part, string][] =>
    typeof text === 'string' && text.trim() !== '' ? [[part as Part, text]] : [],
  );
  return {
    ...(isDay(reportDate) ? { reportDate } : {}),
    deadlines: { ...(isDay(acts) ? { acts } : {}), ...(isDay(yearEnd) ? { yearEnd } : {}) },
    signer: {
      ...(typeof position === 'string' && position !== '' ? { position } : {}),
      ...(typeof name === 'string' && name !== '' ? { name } : {}),
    },
    notes: Object.fromEntries(written),
  };
}

const isDay = (value: Json | undefined): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

/** What the register of what was settled holds. */
export const settledValueOf = ({ reportDate, deadlines = {}, signer = {}, notes = {} }: SettledReport): Json => ({
  ...(reportDate ? { reportDate } : {}),
  deadlines: { ...deadlines },
  signer: { ...signer },
  notes: { ...notes },
});

type Unsettled = Pick<MunicipalInput, 'form' | 'municipality' | 'schools'> & {
  campaign: Campaign;
  officeRegisters: Registers;
  /** YYYY-MM-DD; absent: as settled, else the campaign's */
  reportDate?: string;
};

/** RE2: what the report is made from, on an officer's device and in the command line: figures and what was settled. */
export function settledInput({ officeRegisters, reportDate, campaign, ...given }: Unsettled): MunicipalInput {
  const { reportDate: settledDate, deadlines, ...settings } = settledReportOf(officeRegisters, campaign.id);
  return {
    ...given,
    campaign: { ...campaign, deadlines: { ...campaign.deadlines, ...deadlines } },
    reportDate: reportDate ?? settledDate ?? campaign.reportDate ?? campaign.asOf,
    edits: editsOf(officeRegisters, campaign.id),
    settings,
  };
}
