import { shownId } from '../../../texts/numbers.ts';
import { tableTexts } from '../../../texts/tables.ts';
import { moveInTable } from '../../../ui/cell-keys.ts';
import { TextField } from '../../fields/text-field.tsx';
import { History } from '../../history/history.tsx';
import { useProgram } from '../../program.ts';
import { RegisterConflicts } from '../../register-conflicts.tsx';
import { TableHeading } from './table-heading.tsx';

/** Addresses of the pages a municipality will check; they never delay the verdict. */
export function SiteTable() {
  const { form, assessment } = useProgram();
  const [check, address] = tableTexts.siteHead;
  return (
    <section class="stack" id="SITE" aria-labelledby="SITE-title">
      <TableHeading block="SITE" progress={assessment.value.site} />
      <RegisterConflicts prefix="SITE:" />
      <p class="hint">{tableTexts.siteHint}</p>
      <div class="scroll fold cells">
        <table onKeyDown={moveInTable}>
          <thead>
            <tr>
              <th scope="col">{check}</th>
              <th scope="col">{address}</th>
            </tr>
          </thead>
          <tbody>
            {form.site.checks.map((one) => (
              <tr key={one.id}>
                <th scope="row" class="txt s">
                  {shownId(one.id)}. {one.question}
                </th>
                <td data-l="">
                  <TextField
                    registerKey={`SITE:${one.id}#url`}
                    kind="url"
                    hideLabel
                    label={tableTexts.siteAddress(shownId(one.id))}
                    problemOf={(value) => (/^\S+\.\S+$/.test(String(value)) ? null : tableTexts.notAddress)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <History name={tableTexts.titles.SITE} of={['SITE:']} />
    </section>
  );
}
