import type { Campaign } from '../../core/submission/campaigns.ts';

/** SR7: whether a campaign collects the report of a project site. */
export const isSiteReportCollected = ({ forms = [] }: Pick<Campaign, 'forms'>): boolean =>
  forms.includes('site-report@1');
