import { indicatorsOf } from '../../core/form/form.ts';
import { rowsOf } from '../../core/submission/passport.ts';
import { municipalTexts as texts } from '../../texts/municipal-report.ts';
import { shownId } from '../../texts/numbers.ts';
import type { Draft, MunicipalInput, SubmittedSchool } from './municipal-input.ts';
import { expectedOf, idsOf, indicatorStandingOf, mayName, namesOf, submittedOf } from './population.ts';

/** MR13: the three conclusions, only of schools that sent their answers; none of them did: no conclusion. */
export function conclusionsOf(input: MunicipalInput): Draft[] {
  if (submittedOf(input).length === 0) return [];
  return [...technicalReadiness(input), ...internetFunding(input), ...yearsWork(input), ...verdict(input)];
}

type Given = Pick<Draft, 'id' | 'text' | 'figures' | 'sources'> & { schools: readonly SubmittedSchool[] };

const conclusion = ({ schools, ...draft }: Given): Draft => ({
  ...draft,
  part: 'conclusions',
  schools: idsOf(schools.map(({ place }) => place)),
});

/** Schools that fail an indicator, and those it applies to, by place id. */
function standing(input: MunicipalInput, id: string) {
  const indicator = indicatorsOf(input.form).find((one) => one.id === id);
  const { applies, failing } = indicator
    ? indicatorStandingOf(indicator, submittedOf(input))
    : { applies: [], failing: [] };
  return { applies: applies.map(({ place }) => place.id), failing: failing.map(({ place }) => place.id) };
}

/** MR13 (1): access in every building, a local network and workplaces, each in full. */
function technicalReadiness(input: MunicipalInput): Draft[] {
  const sources = ['K2-01', 'K2-02', 'K2-03'];
  const standings = sources.map((id) => standing(input, id));
  const schools = submittedOf(input).filter(({ place }) => standings.some(({ applies }) => applies.includes(place.id)));
  const lacking = schools.filter(({ place }) => standings.some(({ failing }) => failing.includes(place.id)));
  if (schools.length === 0) return [];
  const ready = schools.length - lacking.length;
  const text = texts.technical(ready, schools.length);
  const names = lacking.length > 0 ? texts.technicalLacking(namesOf(lacking.map(({ place }) => place))) : '';
  const figures = texts.outOf(ready, schools.length);
  return [conclusion({ id: 'conclusion:technical', text: text + names, figures, sources, schools: lacking })];
}

/** MR13 (1): who pays for the internet in buildings after the first. */
function internetFunding(input: MunicipalInput): Draft[] {
  const schools = submittedOf(input);
  const payers = (Object.keys(texts.funders) as (keyof typeof texts.funders)[]).flatMap((funder) => {
    const paid = schools.filter(({ facts }) =>
      rowsOf(facts, '-/passport/building:')
        .filter(([, building]) => building.lessonsHeld === true)
        .slice(1)
        .some(([, building]) => building.internetFunding === funder),
    );
    return paid.length > 0 ? [{ funder, paid }] : [];
  });
  if (payers.length === 0) return [];
  const of = schools.length;
  const items = payers.map(({ funder, paid }) => texts.fundingOf(texts.funders[funder], paid.length, of));
  return [
    conclusion({
      id: 'conclusion:internet',
      text: texts.funding(items.join(', ')),
      figures: payers.map(({ paid }) => texts.outOf(paid.length, of)).join(', '),
      sources: ['-/passport/building'],
      schools: schools.filter((school) => payers.some(({ paid }) => paid.includes(school))),
    }),
  ];
}

/** MR13 (2): acts fresh, data kept current, and every school's year at the target or above; of a form that asks all three. */
function yearsWork(input: MunicipalInput): Draft[] {
  const { target, months } = input.form.journalFill;
  const asked = indicatorsOf(input.form).map(({ id }) => id);
  if (months.length === 0 || !['K1-07', 'K4-03'].every((id) => asked.includes(id))) return [];
  const schools = submittedOf(input);
  const acts = standing(input, 'K1-07');
  const data = standing(input, 'K4-03');
  const filled = schools.filter(({ assessment }) => (assessment.blocks.JRN.figure ?? 0) >= target);
  const all = acts.failing.length === 0 && data.failing.length === 0 && filled.length === schools.length;
  const done = ({ applies, failing }: typeof acts): string =>
    texts.outOf(applies.length - failing.length, applies.length);
  const fill = texts.outOf(filled.length, schools.length);
  const lacking = schools.filter(
    (school) => [...acts.failing, ...data.failing].includes(school.place.id) || !filled.includes(school),
  );
  return [
    conclusion({
      id: 'conclusion:work',
      text: all ? texts.work(target, schools.length) : texts.workParts(done(acts), done(data), fill, target),
      figures: [done(acts), done(data), fill].join(', '),
      sources: ['K1-07', 'K4-03', 'K4-04'],
      schools: lacking,
    }),
  ];
}

/** MR13 (3): ready are «готова» and «готова с замечаниями»; the others by name, with what blocks or caps them. */
function verdict(input: MunicipalInput): Draft[] {
  const schools = submittedOf(input);
  const judged = schools.filter(({ assessment }) => assessment.level !== null);
  const levelled = (...levels: string[]) => judged.filter(({ assessment }) => levels.includes(assessment.level ?? ''));
  const ready = levelled('ready', 'readyWithRemarks');
  const others = judged.filter((school) => !ready.includes(school));
  const names = (of: readonly SubmittedSchool[]): string[] => of.map(({ place }) => place.shortName);
  const drafts: Draft[] = [];
  if (judged.length > 0)
    drafts.push(
      conclusion({
        id: 'conclusion:verdict',
        text: texts.verdict(names(ready), names(others), schools.length === expectedOf(input).length),
        figures: texts.outOf(ready.length, judged.length),
        sources: [],
        schools: others,
      }),
    );
  for (const level of ['partlyReady', 'notReady'] as const) {
    const found = levelled(level);
    if (found.length === 0) continue;
    const text = texts.verdictOf[level](found.map((school) => withReasons(input, school)).join('; '), found.length);
    const sources = [...new Set(found.flatMap(({ assessment }) => [...assessment.blockedBy, ...assessment.cappedBy]))];
    const figures = texts.outOf(found.length, judged.length);
    drafts.push(conclusion({ id: `conclusion:${level}`, text, figures, sources, schools: found }));
  }
  const unfinished = schools.filter((school) => !judged.includes(school));
  if (unfinished.length > 0) {
    const text = texts.verdictUnfinished(unfinished.length, schools.length, names(unfinished).join(', '));
    const figures = texts.outOf(unfinished.length, schools.length);
    drafts.push(conclusion({ id: 'conclusion:unfinished', text, figures, sources: [], schools: unfinished }));
  }
  return drafts;
}

function withReasons(input: MunicipalInput, { place, assessment }: SubmittedSchool): string {
  const deciding = [...assessment.blockedBy, ...assessment.cappedBy].filter((id) => mayName(input, id));
  const reasons = deciding.map(shownId).join(', ');
  return reasons === '' ? place.shortName : `${place.shortName} (${reasons})`;
}
