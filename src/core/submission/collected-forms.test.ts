import { describe, expect, it } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import { collectableForms } from '../../forms/forms.ts';
import type { Json } from '../json.ts';
import { standingOf } from '../verification/standing.ts';
import { answeredCampaigns } from './campaigns.ts';
import { collectedForms, submittedForms } from './collected-forms.ts';
import { RevisionIndex } from './revision-index.ts';
import { headIdsOf } from './snapshot.ts';
import { statusOf, statusPathOf, submittedValueOf } from './status.ts';

const campaign = { id: '2016-17', schoolYear: '2016/2017', asOf: '2017-07-06', due: '2017-07-10' };
const both = { ...campaign, forms: ['readiness@1', 'monitoring@1'] };
const monitoring = { ...campaign, forms: ['monitoring@1'] };
const others = [{ id: 'monitoring', progressOf: () => ({ answered: 3, of: 17 }) }];

function aSchool() {
  const index = new RevisionIndex();
  return {
    index,
    write: (path: string, value: Json) => index.add([aRevision({ path, value, seen: index.heads(path) })]),
    standing: (of: typeof campaign & { forms?: string[] }) =>
      standingOf({ form: readinessForm, campaign: of, revisions: index.all(), sha256, others }),
  };
}

it('[MS1] are the readiness form where a campaign names none', () => {
  expect(collectedForms({})).toEqual(['readiness']);
  expect(collectedForms({ forms: [] })).toEqual(['readiness']);
  expect(collectedForms({ forms: ['monitoring@1', 'site-report@1', 'monitoring@1'] })).toEqual([
    'monitoring',
    'site-report',
  ]);
});

it('[MS2] are chosen by their titles from forms with ids of their own', () => {
  const ids = collectableForms.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.slice(0, 2)).toEqual(['readiness', 'monitoring']);
  expect(collectableForms.every(({ title }) => title.length > 0)).toBe(true);
});

describe('a submission of several forms', () => {
  it('[MS1] covers all of them, says so, and shows what of any of them is changed afterwards', () => {
    const school = aSchool();
    school.write('2016-17/readiness/K3-01', 'yes');
    school.write('2016-17/monitoring/8', 11);
    const heads = headIdsOf(school.index.registers(), '2016-17', collectedForms(both));
    expect(heads).toHaveLength(2);
    school.write(statusPathOf('2016-17'), submittedValueOf(heads, null, collectedForms(both)));
    expect(statusOf(school.index.historyOf(statusPathOf('2016-17')))?.forms).toEqual(['readiness', 'monitoring']);
    expect(school.standing(both)).toMatchObject({ state: 'submitted', changed: [] });
    const { hash } = school.standing(both);
    school.write('2016-17/monitoring/8', 12);
    const now = school.standing(both);
    expect(now.changed).toEqual(['2016-17/monitoring/8']);
    expect(now.registers.get('2016-17/monitoring/8')?.[0]?.value).toBe(11);
    expect(now.hash).toBe(hash);
  });

  it('[MS1] made when submissions were of one form keeps its meaning, whatever the campaign collects now', () => {
    const school = aSchool();
    school.write('2016-17/readiness/K3-01', 'yes');
    const heads = headIdsOf(school.index.registers(), '2016-17', ['readiness']);
    const old = submittedValueOf(heads, null);
    expect(old).toEqual(submittedValueOf(heads, null, ['readiness']));
    expect(Object.keys(old as object)).toEqual(['state', 'heads']);
    school.write(statusPathOf('2016-17'), old);
    const { hash } = school.standing(campaign);
    school.write('2016-17/monitoring/8', 11);
    expect(school.standing(both)).toMatchObject({ state: 'submitted', changed: [], hash });
    const status = statusOf(school.index.historyOf(statusPathOf('2016-17')));
    expect(submittedForms(both, status)).toEqual(['readiness']);
    expect(submittedForms(both, null)).toEqual(['readiness', 'monitoring']);
  });
});

it('[MS1] decide whether a school has opened the campaign, and what of how much is filled in', () => {
  const school = aSchool();
  school.write('-/passport/pupils', 90);
  expect(school.standing(monitoring).state).toBe('filling');
  school.write('2015-16/readiness/K3-01', 'yes');
  expect(school.standing(monitoring).state).toBe('neverOpened');
  school.write('2016-17/readiness/K3-01', 'yes');
  expect(school.standing(monitoring)).toMatchObject({ state: 'neverOpened', progress: { answered: 3, of: 17 } });
  school.write('2016-17/monitoring/8', 11);
  const { state, progress, assessment } = school.standing(both);
  expect([state, progress]).toEqual(['filling', { answered: 4, of: assessment.progress.of + 17 }]);
  expect([...answeredCampaigns(school.index.registers())]).toEqual([
    ['2015-16', 1],
    ['2016-17', 2],
  ]);
  expect([...answeredCampaigns(school.index.registers(), ['monitoring'])]).toEqual([['2016-17', 1]]);
});
