import { movementOf, projectSitesOf } from '../../../core/site-report/project.ts';
import { broughtListTexts as texts } from '../../../texts/brought-lists.ts';
import { dateText } from '../../../texts/numbers.ts';
import { useOffice } from '../../office/office.ts';

/** NR2: the register of project sites since the previous campaign, or since the school year began: who left, who joined. */
export function Movement() {
  const { campaign, campaigns, places, registersOf, publicHistory } = useOffice();
  const current = campaign.value;
  const sites = [...projectSitesOf(registersOf(publicHistory).value).values()];
  if (!current || sites.length === 0) return null;
  const earlier = campaigns.value.map(({ asOf }) => asOf).filter((asOf) => asOf < current.asOf);
  const since = earlier.sort().at(-1) ?? `${current.schoolYear.slice(0, 4)}-09-01`;
  const { before, left, joined, now } = movementOf(sites, since, current.asOf);
  const names = (ids: readonly string[]) =>
    ids.map((id) => places.value.find((place) => place.id === id)?.shortName ?? id).join(', ');
  return (
    <section aria-labelledby="movement">
      <h2 id="movement">{texts.movement}</h2>
      <p>{texts.moved(dateText(since), before.length, left.length, joined.length, now.length)}</p>
      {left.length > 0 ? <p>{texts.whoLeft(names(left))}</p> : null}
      {joined.length > 0 ? <p>{texts.whoJoined(names(joined))}</p> : null}
    </section>
  );
}
