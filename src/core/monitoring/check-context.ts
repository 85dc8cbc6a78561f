import type { ColumnForm } from '../form/column-form.ts';
import { isSiteOn, projectSitesOf } from '../site-report/project.ts';
import { type Campaign, campaignsOf } from '../submission/campaigns.ts';
import { factsOf } from '../submission/facts.ts';
import type { Registers } from '../submission/registers.ts';
import { checkLevelsOf } from './check-levels.ts';
import type { CheckContext } from './check-rows.ts';
import { type ColumnRow, schoolRowsOf } from './column-rows.ts';
import { mergeRows } from './merge-rows.ts';
import { campaignIdsBefore, collectsForm } from './plan-collection.ts';

type Given = {
  form: ColumnForm;
  campaign: Pick<Campaign, 'id' | 'asOf' | 'previous'>;
  /** of the school's history, with its answers of earlier campaigns */
  registers: Registers;
  /** public histories above the school, nearest first */
  published: readonly Registers[];
  /** null: this device does not know its school */
  schoolId: string | null;
};

/** CX1: what the cross-checks look at besides the rows, the same on every screen and paper: last year's row, the region's list of agreements, what the region has made of each check. */
export function checkContextOf(given: Given): CheckContext {
  return {
    previous: previousRowOf(given),
    hasTwoPartyAgreement: agreementOf(given),
    levels: checkLevelsOf(given.published),
  };
}

/** CX1: the school's row of the campaign before, as it was printed then; a sum some place gave no part of is no figure to compare with. */
function previousRowOf({ form, campaign, registers, published }: Given): ColumnRow | null {
  const known = campaignsOf(published).filter((one) => collectsForm(one, form.id));
  for (const id of campaignIdsBefore(campaign, known)) {
    const rows = schoolRowsOf(form, factsOf(registers, id, form.id));
    // a branch of the passport that gave nothing then was not there yet
    const all = [rows.own, ...rows.branches.map(({ row }) => row)].filter((row) => row.size > 0);
    if (all.length === 0) continue;
    const partly = form.columns.filter(({ id, branch }) => branch === 'sum' && all.some((row) => !row.has(id)));
    const row = new Map(mergeRows(form, rows).row);
    for (const column of partly) row.delete(column.id);
    return row;
  }
  return null;
}

/** CX1: whether the highest place's register has the school under an agreement of two parties on the as-of day; null: it keeps none, or does not say which. */
function agreementOf({ campaign, published, schoolId }: Given): boolean | null {
  const sites = projectSitesOf(published.at(-1) ?? new Map());
  if (sites.size === 0 || schoolId === null) return null;
  const site = sites.get(schoolId);
  if (!site || !isSiteOn(site, campaign.asOf)) return false;
  return site.agreement === null ? null : site.agreement === 'two';
}
