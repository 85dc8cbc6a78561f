import { expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { aSectionForm } from '../../../tests/fixtures/a-site-report.ts';
import { aPlace } from '../../../tests/fixtures/an-answers-file.ts';
import type { Json } from '../../core/json.ts';
import { movementCounts } from '../../core/reconciliation/network-movement.ts';
import {
  isSiteOn,
  movementOf,
  networkSectionPathOf,
  projectPath,
  sitePathOf,
  siteValueOf,
} from '../../core/site-report/project.ts';
import { statusPathOf, statusValueOf } from '../../core/submission/status.ts';
import { networkInputOf } from './network-input.ts';

const campaign = { id: '2016-17', schoolYear: '2016/2017', asOf: '2017-05-01', forms: ['site-report@1'] };
const report = [
  aRevision({ path: '2016-17/site-report/P1.1', value: 'yes' }),
  aRevision({ path: statusPathOf('2016-17'), value: statusValueOf('accepted') }),
];
const registers = (values: Record<string, Json>) =>
  new Map(Object.entries(values).map(([path, value]) => [path, [aRevision({ path, value })]]));

type School = Parameters<typeof networkInputOf>[0]['schools'][number];
const aSchool = (id: string, more: Partial<School> = {}): School => ({
  place: aPlace(id, 'school', 'lug'),
  municipality: 'Луговой округ',
  campaign,
  revisions: report,
  ...more,
});
const inputOf = (schools: readonly School[], sites: Record<string, Json> = {}, office: Record<string, Json> = {}) =>
  networkInputOf({
    form: aSectionForm,
    region: { name: 'Край' },
    campaign,
    schools,
    publicRegisters: registers(sites),
    officeRegisters: registers(office),
  });
const idsOf = (members: readonly { place: { id: string } }[]) => members.map(({ place }) => place.id);

it('[NR1] takes the schools a campaign asks where the region keeps no register', () => {
  const { members, hasRegister } = inputOf([
    aSchool('a'),
    aSchool('b', { campaign: null }),
    aSchool('c', { campaign: { ...campaign, forms: ['readiness@1'] } }),
    aSchool('d', { campaign: { ...campaign, schools: ['a'] } }),
    aSchool('e', { revisions: [] }),
    aSchool('f', { revisions: report.slice(1) }),
  ]);
  expect([idsOf(members), hasRegister]).toEqual([['a', 'e', 'f'], false]);
  expect(members.map(({ receipt }) => receipt !== null)).toEqual([true, false, false]);
});

it('[NR1] [NR2] takes the sites of the register on the as-of day; a report from outside is told apart', () => {
  const site = (more: Json) => ({ agreement: 'two', ...(more as object) });
  const { members, outsiders, hasRegister, movement } = inputOf(
    [
      aSchool('a'),
      aSchool('b'),
      aSchool('gone'),
      aSchool('new'),
      aSchool('silent', { campaign: null, revisions: [] }),
      aSchool('other'),
      aSchool('quiet', { revisions: [] }),
    ],
    {
      [sitePathOf('a')]: site({ joined: '2015-09-01', left: '2017-05-02' }),
      [sitePathOf('b')]: site({}),
      [sitePathOf('gone')]: site({ left: '2017-05-01' }),
      [sitePathOf('new')]: site({ joined: '2017-05-02' }),
      [sitePathOf('silent')]: site({}),
    },
  );
  expect([idsOf(members), hasRegister]).toEqual([['a', 'b', 'silent'], true]);
  expect(movement).toEqual({ before: 4, left: 1, joined: 0 });
  expect(idsOf(outsiders)).toEqual(['gone', 'new', 'other']);
  expect(members[0]?.site).toMatchObject({ agreement: 'two', joined: '2015-09-01' });
});

it('[NR3] reads the passport of the project and the region’s own words from its office history', () => {
  const { project, texts } = inputOf(
    [],
    {},
    {
      [projectPath]: { name: 'Сеть', aim: '', head: 5, unknown: 'x' },
      [networkSectionPathOf('2016-17', 'tasks')]: 'Больше площадок',
      [networkSectionPathOf('2017-18', 'problems')]: 'другой год',
    },
  );
  expect([project, texts]).toEqual([{ name: 'Сеть' }, { events: '', problems: '', tasks: 'Больше площадок' }]);
});

it('[NR2] keeps of a site only what was told', () => {
  const site = {
    schoolId: 'a',
    agreement: 'three',
    assignment: '№ 5',
    from: '',
    to: '',
    joined: '',
    left: '',
  } as const;
  expect(siteValueOf(site)).toEqual({ agreement: 'three', assignment: '№ 5' });
});

it('[NR2] tells how the network has moved since the school year began', () => {
  const site = (joined: string, left: string) =>
    ({
      schoolId: `since ${joined} till ${left}`,
      agreement: null,
      assignment: '',
      from: '',
      to: '',
      joined,
      left,
    }) as const;
  const sites = [
    site('', ''),
    site('2012-11-15', '2016-10-01'),
    site('2016-12-01', ''),
    site('2016-12-01', '2017-02-01'),
    site('2010-01-01', '2016-09-01'),
    site('2017-09-01', ''),
  ];
  const movement = movementOf(sites, '2016-09-01', '2017-05-01');
  expect(movementCounts(movement)).toEqual({ before: 2, left: 2, unknown: 0, joined: 2, now: 2 });
  expect(sites.filter((one) => isSiteOn(one, '2017-05-01'))).toHaveLength(2);
});
