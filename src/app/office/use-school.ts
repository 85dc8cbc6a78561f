import type { Form } from '../../core/form/form.ts';
import type { Campaign } from '../../core/submission/campaigns.ts';
import type { Registers } from '../../core/submission/registers.ts';
import { campaignOfDay } from '../../core/submission/school-year.ts';
import { useProgram } from '../program.ts';
import { localDay } from '../time.ts';
import { type OfficeSchool, useOffice } from './office.ts';

/** One school as an officer's screen follows it. */
export type SchoolOnScreen = OfficeSchool & {
  form: Form;
  campaign: Campaign;
  /** as they stand now; `standing.registers` are those submitted */
  now: Registers;
};

/** The campaign schools are judged in: the chosen one, else the school year of today. */
export function useJudgedCampaign(): Campaign {
  const { campaign } = useOffice();
  const { now } = useProgram();
  return campaign.value ?? campaignOfDay(localDay(now()));
}

/** Null: the list has no such school; undefined: the schools are still being read. */
export function useSchool(placeId: string): SchoolOnScreen | null | undefined {
  const office = useOffice();
  const campaign = useJudgedCampaign();
  const now = office.registersOf(placeId).value;
  const school = office.schools.value.find(({ place }) => place.id === placeId);
  if (school) return { ...school, form: office.form.value, campaign, now };
  return office.progress.value === null ? null : undefined;
}
