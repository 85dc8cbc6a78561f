import { sha256 } from '@noble/hashes/sha2.js';
import { useEffect, useMemo } from 'preact/hooks';
import { blankForm } from '../../../reports/blank-form.ts';
import { reportInputOf } from '../../../reports/report-input.ts';
import { paperTexts as words } from '../../../texts/paper-entry.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useOffice } from '../../office/office.ts';
import { useJudgedCampaign } from '../../office/use-school.ts';
import { ReportSheets } from '../../paper/report-sheets.tsx';
import { showAnchor } from '../../show-anchor.ts';

/** RP9: the form a school without a computer fills in by hand, of the campaign on screen and its adjusted texts. */
export function BlankSheets({ onClose }: { onClose: () => void }) {
  const { form } = useOffice();
  const campaign = useJudgedCampaign();
  const report = useMemo(() => {
    const reportDate = campaign.asOf;
    const nothing = { registers: new Map(), placeName: '', revisionCount: 0, unsent: null };
    return blankForm(reportInputOf({ form: form.value, campaign, reportDate, ...nothing, sha256 }));
  }, [form.value, campaign]);
  useEffect(showAnchor, []);
  return (
    <div class="stack">
      <div class="stack noprint">
        <h1>{words.blankTitle}</h1>
        <p class="row">
          <button type="button" class="btn main" onClick={() => print()}>
            <Icon sign="print" />
            {words.print}
          </button>
          <button type="button" class="btn link" onClick={onClose}>
            {words.toList}
          </button>
        </p>
      </div>
      <ReportSheets report={report} label={words.blankTitle} />
    </div>
  );
}
