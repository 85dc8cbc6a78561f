import { indicatorsOf } from '../../src/core/form/form.ts';
import type { ReportInput } from '../../src/reports/report-input.ts';
import { type Answers, aSchool10, readinessForm } from '../fixtures/school-10.ts';
import { aReportInput } from '../fixtures/school-10-revisions.ts';

/** A school that has typed these texts wherever anything can be typed, one after another, beginning with the one at `first`. */
export function aNaughtySchool(texts: readonly string[], first = 0): ReportInput {
  let at = first;
  const text = () => texts[at++ % texts.length] ?? '';
  const answers: Answers = aSchool10({
    'K3-10': { na: text() },
    'K2-04': { typed: text() },
    'K1-07': { typed: text() },
  });
  for (const { id } of indicatorsOf(readinessForm)) {
    answers[`${id}#comment`] = text();
    answers[`${id}#evidence`] = { number: text(), date: text(), link: text(), note: text() };
  }
  for (const name of [
    'shortName',
    'level',
    'address',
    'municipality',
    'siteUrl',
    'inn',
    'sedVendor',
    'sedUrl',
    'operatorRegNo',
  ])
    answers[`-/passport/${name}`] = text();
  answers['-/passport/pupils'] = { typed: text() };
  answers['-/passport/building:a'] = {
    address: text(),
    lessonsHeld: true,
    teacherPcs: { typed: text() },
    branchId: 'b',
  };
  answers['-/branch:b'] = { name: text(), address: text(), pupils: { typed: text() } };
  answers['JRN:2016-09'] = { percent: { typed: text() }, filled: { typed: text() }, due: text() };
  answers['YEAR:reportedOn'] = { typed: text() };
  answers['GIA:ОГЭ.РУС.2017-05-30'] = { state: 'partly', reason: text(), participants: { typed: text() } };
  for (const { id } of readinessForm.site.checks) answers[`SITE:${id}#url`] = text();
  return aReportInput(answers, {
    placeName: text(),
    campaign: { id: '2016-17', asOf: '2017-07-06', schoolYear: '2016/2017', basis: text() },
  });
}

/** A school that has brought a name of JavaScript's own wherever one of several words belongs. */
export function aSchoolOfNames(name: string): ReportInput {
  const answers: Answers = aSchool10();
  for (const { id } of indicatorsOf(readinessForm)) answers[id] = name;
  for (const field of ['level', 'sedSystem', 'pupils', 'address']) answers[`-/passport/${field}`] = name;
  answers['-/passport/building:a'] = {
    address: name,
    lessonsHeld: name,
    lan: name,
    internet: name,
    internetFunding: name,
    branchId: name,
  };
  answers['-/branch:b'] = { name, sedSystem: name, pupils: name };
  answers['JRN:2016-09'] = { [name]: name, percent: name };
  answers['YEAR:reported'] = name;
  answers['GIA:ОГЭ.РУС.2017-05-30'] = { state: name, reason: name, scoreMissing: name };
  answers[`GIA:${name}.${name}.${name}`] = { state: name };
  return aReportInput(answers, { placeName: name });
}
