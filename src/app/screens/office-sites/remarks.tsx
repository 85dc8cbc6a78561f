import type { Form } from '../../../core/form/form.ts';
import { remarkGroups, remarksOf } from '../../../core/verification/site-grid.ts';
import { siteCheckTexts as words } from '../../../texts/site-checks.ts';
import type { SchoolSite } from './sites-of.ts';

/** SI4: which remark stands at how many of the schools checked. */
export function Remarks({ sites, site }: { sites: readonly SchoolSite[]; site: Form['site'] }) {
  const checked = sites.filter(({ score }) => score.states.size > 0);
  const rows = remarkGroups
    .map((group) => ({ group, schools: checked.filter(({ score }) => remarksOf(site, score).has(group)) }))
    .filter(({ schools }) => schools.length > 0);
  const [remark, count, which] = words.groupHead;
  return (
    <section class="stack" aria-labelledby="remarks">
      <h2 id="remarks">{words.groups}</h2>
      {rows.length === 0 ? (
        <p>{words.noRemarks}</p>
      ) : (
        <div class="scroll fold dense">
          <table>
            <thead>
              <tr>
                <th scope="col">{remark}</th>
                <th scope="col">{count}</th>
                <th scope="col">{which}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ group, schools }) => (
                <tr key={group}>
                  <th scope="row">{words.remarks[group]}</th>
                  <td class="nw" data-l={count}>
                    {words.of(schools.length, checked.length)}
                  </td>
                  <td data-l={which}>{schools.map(({ place }) => place.shortName).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
