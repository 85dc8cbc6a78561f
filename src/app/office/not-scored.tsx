import type { Campaign } from '../../core/submission/campaigns.ts';
import { collects } from '../../core/submission/collected-forms.ts';
import { officeTexts as words } from '../../texts/office.ts';

/** What stands in the place of a screen of scores while the campaign on screen collects none: what it collects, and where that is seen. */
export function NotScored({ campaign }: { campaign: Campaign }) {
  const isMonitoring = collects(campaign, 'monitoring');
  return (
    <div class="stack">
      <h1>{words.notScored(campaign.title ?? campaign.schoolYear)}</h1>
      <p class="lead">{words.notScoredText}</p>
      <p>
        <a class="btn main" href={isMonitoring ? '/monitoring-rows' : '/network'}>
          {isMonitoring ? words.toMonitoring : words.toNetwork}
        </a>
      </p>
    </div>
  );
}
