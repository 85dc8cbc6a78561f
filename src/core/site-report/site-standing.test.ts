import { expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { aSectionForm } from '../../../tests/fixtures/a-site-report.ts';
import { aPlace } from '../../../tests/fixtures/an-answers-file.ts';
import type { Json } from '../json.ts';
import { extensionPathOf } from '../submission/campaigns.ts';
import type { Revision } from '../submission/revision.ts';
import { statusPathOf, statusValueOf, submittedValueOf } from '../submission/status.ts';
import { siteStandingOf } from './site-standing.ts';

const campaign = { id: '2016-17', schoolYear: '2016/2017', asOf: '2017-05-01', due: '2017-05-20' };
const answer = (key: string, value: Json, seen: Revision[] = []) =>
  aRevision({ path: `2016-17/site-report/${key}`, value, seen });
const said = (value: Json, at = '2017-05-19T10:00:00+07:00', seen: Revision[] = []) =>
  aRevision({ path: statusPathOf('2016-17'), value, at, seen });
const standing = (...revisions: Revision[]) =>
  siteStandingOf({
    form: aSectionForm,
    campaign,
    place: aPlace('s1', 'school', 'lug'),
    revisions,
  });
const first = answer('P1.1', 'no');

it('[SR5] counts a report once it was submitted, by the last day of the school', () => {
  expect(standing(first).receipt).toBeNull();
  expect(standing(first, said(statusValueOf('draft'))).receipt).toBeNull();
  const inTime = said(submittedValueOf([first.id], null));
  expect(standing(first, inTime)).toMatchObject({ due: '2017-05-20', receipt: { on: '2017-05-19', isOnTime: true } });
  const late = said(submittedValueOf([first.id], null), '2017-05-21T08:00:00+07:00');
  expect(standing(first, late).receipt).toEqual({ on: '2017-05-21', isOnTime: false });
  const extended = aRevision({ path: extensionPathOf('2016-17'), value: { due: '2017-05-25', reason: 'ремонт' } });
  expect(standing(first, late, extended).receipt).toEqual({ on: '2017-05-21', isOnTime: true });
});

it('[SR5] leaves out what was changed after the submission', () => {
  const sent = said(submittedValueOf([first.id], null));
  const yes = (revisions: Revision[]) =>
    standing(...revisions).answers.find(({ field }) => field.id === 'P1.1')?.answer;
  expect(yes([first, sent])).toBe('no');
  expect(yes([first, sent, answer('P1.1', 'yes', [first]), answer('P8.1', 'yes')])).toBe('no');
  const other = said(submittedValueOf([aRevision().id], null));
  expect(yes([first, other, answer('P1.1', 'yes', [first])])).toBe('yes');
});

it('[SR5] takes the day of an imported report from its file; without one it is in time', () => {
  const imported = said(statusValueOf('accepted'), '2026-01-01T00:00:00Z');
  expect(standing(first, imported).receipt).toEqual({ on: null, isOnTime: true });
  expect(standing(first, imported, answer('received', '2017-05-22')).receipt).toEqual({
    on: '2017-05-22',
    isOnTime: false,
  });
});

it('tells the system of the school', () => {
  expect(standing(first).system).toBeNull();
  expect(standing(first, aRevision({ path: '-/passport/sedSystem', value: 'tes' })).system).toBe('tes');
});
