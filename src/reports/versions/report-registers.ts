import { canonicalJson, type Json } from '../../core/json.ts';
import { propertiesOf } from '../../core/submission/answer.ts';
import type { Campaign } from '../../core/submission/campaigns.ts';
import { type Registers, type RegisterView, valuesOf } from '../../core/submission/registers.ts';
import type { Edit, MunicipalInput, ReportSettings } from '../municipal/municipal-input.ts';
import { editsOf, settingsOf } from '../municipal/stored-report.ts';

/** Report date, signer and free paragraphs of a campaign's report. */
export const reportSettingsPathOf = (campaignId: string): string => `${campaignId}/report/settings`;

/** What an officer settled about the report of a campaign. */
export type SettledReport = ReportSettings & {
  /** days that go before the campaign's own, YYYY-MM-DD */
  deadlines?: { acts?: string; yearEnd?: string };
};

/** RE1: what the register of an edited sentence holds: the words, beside what stood there when they were written. */
export const editValueOf = ({ text, generated, figures }: Edit): Json => ({ text, generated, figures });

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
  const { acts, yearEnd } = propertiesOf(propertiesOf(value).deadlines ?? null);
  return {
    ...settingsOf(officeRegisters, campaignId),
    deadlines: { ...(isDay(acts) ? { acts } : {}), ...(isDay(yearEnd) ? { yearEnd } : {}) },
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

type Unsettled = Pick<MunicipalInput, 'form' | 'municipality' | 'region' | 'schools'> & {
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
