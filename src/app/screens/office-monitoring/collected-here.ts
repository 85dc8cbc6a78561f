import { publicHistoryOf } from '../../../core/access/access.ts';
import type { ColumnForm } from '../../../core/form/column-form.ts';
import { collectSchool } from '../../../core/monitoring/collect-school.ts';
import { type Collected, collectedOf, planCollection } from '../../../core/monitoring/plan-collection.ts';
import { placeTreeOf } from '../../../core/places/place-tree.ts';
import { campaignsOf } from '../../../core/submission/campaigns.ts';
import { RevisionIndex } from '../../../core/submission/revision-index.ts';
import type { Office } from '../../office/office.ts';

/** RG4 on an officer's device: what is here of a campaign and of the one before; null: nobody announced it. */
export function collectedHere(
  office: Office,
  form: ColumnForm,
  campaignId: string,
): { collected: Collected; previous: Collected | null } | null {
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
  return (
    plan &&
    collectedOf(plan, (school, id) => {
      const history = new RevisionIndex();
      history.add(office.revisionsOf(school.id));
      return collectSchool(form, id, school, history);
    })
  );
}
