import { collectsScored } from '../../../core/submission/collected-forms.ts';
import { totalsOf } from '../../../core/submission/passport.ts';
import { passportTexts } from '../../../texts/passport.ts';
import { Icon } from '../../../ui/icon.tsx';
import { SelectField } from '../../fields/select-field.tsx';
import { TextField } from '../../fields/text-field.tsx';
import { History } from '../../history/history.tsx';
import { useProgram } from '../../program.ts';
import { RegisterConflicts } from '../../register-conflicts.tsx';
import { addressOfCriterion } from '../../routes.ts';
import { BranchesTable, BuildingsTable } from './place-tables.tsx';
import { SystemField } from './system-field.tsx';

/** The school passport: typed once, used by every total. */
export function PassportScreen() {
  const { campaign, form } = useProgram();
  const isScored = collectsScored(campaign);
  return (
    <div class="stack wide">
      <div class="stack">
        <h1>{passportTexts.title}</h1>
        <p class="lead">{passportTexts.lead}</p>
      </div>
      <RegisterConflicts prefix="-/" />
      <Counts />
      <BuildingsTable />
      <BranchesTable />
      <section class="stack" aria-labelledby="school">
        <h2 id="school">{passportTexts.school}</h2>
        <div class="pick">
          <TextField registerKey="-/passport/shortName" kind="text" label={passportTexts.shortName} />
          <SelectField registerKey="-/passport/level" label={passportTexts.level} options={passportTexts.levels} />
          <TextField registerKey="-/passport/address" kind="text" label={passportTexts.address} />
          <TextField registerKey="-/passport/municipality" kind="text" label={passportTexts.municipality} />
          <TextField registerKey="-/passport/siteUrl" kind="url" label={passportTexts.siteUrl} />
          <TextField registerKey="-/passport/inn" kind="text" label={passportTexts.inn} />
        </div>
      </section>
      <section class="stack" aria-labelledby="system">
        <h2 id="system">{passportTexts.system}</h2>
        <div class="pick">
          <SystemField registerKey="-/passport/sedSystem" label={passportTexts.sedSystem} />
          <TextField registerKey="-/passport/sedVendor" kind="text" label={passportTexts.sedVendor} />
          <TextField registerKey="-/passport/sedUrl" kind="url" label={passportTexts.sedUrl} />
          <TextField registerKey="-/passport/operatorRegNo" kind="text" label={passportTexts.operatorRegNo} />
        </div>
        <p>
          <a href="/requests">{passportTexts.toRequests}</a>
        </p>
      </section>
      <History name={passportTexts.title} of={['-/passport/', '-/branch:']} />
      <p>
        <a class="btn main" href={isScored ? addressOfCriterion(form.criteria[0]?.id ?? '') : '/monitoring'}>
          {isScored ? passportTexts.toIndicators : passportTexts.toRegionForm}
          <Icon sign="next" />
        </a>
      </p>
    </div>
  );
}

const names = ['pupils', 'teachers', 'staffWithAccess', 'classes', 'grad9', 'grad11'] as const;

function Counts() {
  const { facts } = useProgram();
  const totals = totalsOf(facts.value);
  return (
    <section class="stack" aria-labelledby="counts">
      <h2 id="counts">{passportTexts.counts}</h2>
      <div class="pick">
        {names.map((name) => {
          const own = facts.value.get(`-/passport/${name}`)?.[0];
          const total = totals[name];
          return (
            <TextField
              key={name}
              registerKey={`-/passport/${name}`}
              kind="count"
              label={passportTexts.countNames[name]}
              {...(total !== null && total !== own ? { hint: passportTexts.withBranches(total) } : {})}
            />
          );
        })}
      </div>
    </section>
  );
}
