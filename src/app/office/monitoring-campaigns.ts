import { type FileCampaign, fileCampaignOf, type PlacedCampaign } from '../../core/answers-file/file-campaign.ts';
import type { ColumnForm } from '../../core/form/column-form.ts';
import type { Campaign } from '../../core/submission/campaigns.ts';

const collects =
  (form: ColumnForm) =>
  (campaign: Campaign): campaign is PlacedCampaign =>
    campaign.municipality !== undefined && campaign.forms?.includes(`${form.id}@${form.version}`) === true;

/** The announced campaigns that collect the monitoring, the latest first. */
export const monitoringCampaigns = (campaigns: readonly Campaign[], form: ColumnForm): FileCampaign[] =>
  campaigns.filter(collects(form)).map(fileCampaignOf);
