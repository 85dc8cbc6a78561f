import type { FileCampaign } from '../../../core/answers-file/file-campaign.ts';
import { keptUntil } from '../../../core/private-values/private-values.ts';
import { dueOf } from '../../../core/submission/campaigns.ts';
import type { Office } from '../../office/office.ts';

/** PV4: the last day a school's contacts of a campaign are kept, its own later last day counted. */
export function contactsUntil(office: Office, campaign: FileCampaign, schoolId: string): string {
  const announced = office.campaigns.value.find(({ id }) => id === campaign.id);
  const last = announced && dueOf(announced, office.registersOf(schoolId).value);
  return keptUntil(last ?? campaign.asOf);
}
