import { publicHistoryOf } from '../../../core/access/access.ts';
import type { ColumnForm } from '../../../core/form/column-form.ts';
import { type CollectedSchool, collectSchool } from '../../../core/monitoring/collect-school.ts';
import { type Collected, collectedOf, planCollection } from '../../../core/monitoring/plan-collection.ts';
import { placeTreeOf } from '../../../core/places/place-tree.ts';
import { campaignsOf } from '../../../core/submission/campaigns.ts';
import { RevisionIndex } from '../../../core/submission/revision-index.ts';
import type { Office } from '../../office/office.ts';
import { inSlices } from '../../slices.ts';

/**
 * RG4 on an officer's device: what is here of a campaign and of those before, read school by school without keeping keys waiting
 * (OF3); null: nobody announced it, or what is wanted has changed meanwhile.
 */
export async function collectedHere(
  office: Office,
  form: ColumnForm,
  campaignId: string,
  isStale: () => boolean,
): Promise<{ collected: Collected; previous: Collected | null } | null> {
  const places = office.places.value;
  const place = places.find(({ id }) => id === office.place.id) ?? office.place;
  const announcing = [
    ...places.filter(({ kind }) => kind === 'region' || kind === 'municipality').map(({ id }) => id),
    ...(place.parent ? [place.parent] : []),
  ];
  const announced = new Map(
    announcing.map((id) => [id, campaignsOf([office.registersOf(publicHistoryOf(id)).value])] as const),
  );
  const plan = planCollection(form, placeTreeOf(places), place, campaignId, announced);
  if (!plan) return null;
  const found = new Map<string, CollectedSchool>();
  const isWhole = await inSlices(
    plan.schools,
    (school) => {
      const history = new RevisionIndex();
      history.add(office.revisionsOf(school.id));
      for (const { campaign } of plan.campaigns)
        found.set(`${school.id} ${campaign.id}`, collectSchool(form, campaign.id, school, history));
    },
    isStale,
  );
  if (!isWhole) return null;
  return collectedOf(
    plan,
    (school, id) => found.get(`${school.id} ${id}`) ?? { place: school, state: null, sent: null },
  );
}
