import { useMemo, useState } from 'preact/hooks';
import { isAwaited } from '../../../core/form/awaited-form.ts';
import { collectsScored } from '../../../core/submission/collected-forms.ts';
import { cellAfter } from '../../../core/verification/site-grid.ts';
import { siteCheckTexts as words } from '../../../texts/site-checks.ts';
import { NotScored } from '../../office/not-scored.tsx';
import { useOffice } from '../../office/office.ts';
import { useQuickKeys } from '../../office/quick-keys.ts';
import { useJudgedCampaign } from '../../office/use-school.ts';
import { ChosenCell } from './chosen-cell.tsx';
import { KeysNote } from './keys-note.tsx';
import { Remarks } from './remarks.tsx';
import { SiteTable } from './site-table.tsx';
import { type KnownSites, sitesOf } from './sites-of.ts';

/** SI1–SI4: the pages of all schools checked from one grid. */
export function OfficeSitesScreen() {
  const office = useOffice();
  const campaign = useJudgedCampaign();
  const form = office.form.value;
  const [cell, setCell] = useState({ row: 0, column: 0 });
  const [failed, setFailed] = useState(false);
  const keys = useQuickKeys();
  const known = useMemo<KnownSites>(() => new WeakMap(), [form, campaign]);
  const sites = sitesOf(office, campaign.id, known);

  async function mark(row: number, column: number, state: string | null): Promise<void> {
    const [site, check] = [sites[row], form.site.checks[column]];
    if (!site || !check) return;
    const path = `${campaign.id}/${form.id}/SITE:${check.id}#state`;
    setFailed(!(await office.write(site.place.id, path, state)));
  }

  if (office.campaign.value && !collectsScored(office.campaign.value))
    return <NotScored campaign={office.campaign.value} />;
  if (form.site.checks.length === 0)
    return (
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="lead">{isAwaited(form) ? words.awaited : words.noChecks(form.title)}</p>
      </div>
    );
  if (sites.length === 0)
    return (
      <div class="stack">
        <h1>{words.title}</h1>
        <p role="status">{office.progress.value ? words.loading : words.none}</p>
      </div>
    );
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <KeysNote site={form.site} keys={keys} />
      {failed ? (
        <p class="err" role="alert">
          {words.notWritten}
        </p>
      ) : null}
      <SiteTable sites={sites} form={form} cell={cell} digits={keys.on} onCell={setCell} onMark={mark} />
      <ChosenCell
        site={sites[cell.row]}
        form={form}
        check={form.site.checks[cell.column]}
        onMark={(state) => {
          void mark(cell.row, cell.column, state);
          if (state !== null) setCell(cellAfter(cell, sites.length, form.site.checks.length));
        }}
      />
      <Remarks sites={sites} site={form.site} />
    </div>
  );
}
