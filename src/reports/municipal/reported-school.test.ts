import { expect, it } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import { aPlace } from '../../../tests/fixtures/an-answers-file.ts';
import { aSchool10, campaign2017, readinessForm } from '../../../tests/fixtures/school-10.ts';
import { revisionsFrom } from '../../../tests/fixtures/school-10-revisions.ts';
import type { Json } from '../../core/json.ts';
import type { Revision } from '../../core/submission/revision.ts';
import { packIds } from '../../core/submission/snapshot.ts';
import { submittedValueOf } from '../../core/submission/status.ts';
import { standingOf } from '../../core/verification/standing.ts';
import { reportedSchoolOf } from './reported-school.ts';

const answers = revisionsFrom(aSchool10());
const k301 = answers.find(({ path }) => path.endsWith('/K3-01')) as Revision;
const submitted = aRevision({
  path: '2016-17/status',
  value: submittedValueOf(
    answers.map(({ id }) => id),
    null,
  ),
});
const check = (value: Json, of: readonly string[]): Revision =>
  aRevision({
    path: '2016-17/readiness/K3-01#check',
    value: { state: 'disputed', value, reason: 'запись есть', of: packIds(of) },
  });
const reported = (...more: Revision[]) =>
  reportedSchoolOf(
    { place: aPlace('s10', 'school', 'lug', 'СОШ № 10'), previous: null },
    standingOf({
      form: readinessForm,
      campaign: { id: '2016-17', ...campaign2017 },
      revisions: [...answers, ...more],
      sha256,
    }),
  );

it('[MR15] takes a school that has not submitted for one that sent nothing', () => {
  expect(reported()).toMatchObject({ facts: null, assessment: null, hash: '' });
  const draft = aRevision({ path: '2016-17/status', value: { state: 'draft' } });
  expect(reported(draft).facts).toBeNull();
});

it('[MR15] takes what was submitted, whatever was answered since', () => {
  const later = aRevision({ path: k301.path, value: 'yes', seen: [k301] });
  expect(reported(submitted, later)).toMatchObject({
    assessment: { total: 76.2, blockedBy: ['K3-01', 'K7-01'] },
    hash: expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/),
  });
});

it('[MR15] puts the officer’s value in place of a disputed answer, and keeps what the school came to', () => {
  const school = reported(submitted, check('yes', [k301.id]));
  expect(school.assessment?.blockedBy).toEqual(['K7-01']);
  expect(school.selfAssessed).toMatchObject({ total: 76.2, blockedBy: ['K3-01', 'K7-01'] });
});

it('[MR15] leaves a check of another answer aside', () => {
  expect(reported(submitted, check('yes', ['AAAAAAAAAAAAAAAA'])).assessment?.total).toBe(76.2);
});
