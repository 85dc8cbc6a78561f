import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { aRevision } from '../../tests/fixtures/a-revision.ts';
import type { Json } from '../core/json.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { createPeriods } from './create-periods.ts';

const registersOf = (values: Record<string, Json>) => {
  const index = new RevisionIndex();
  index.add(Object.entries(values).map(([path, value]) => aRevision({ path, value })));
  return index.registers();
};

it('[CA3] shows a campaign for named schools to those alone, and to whoever has answered in it', () => {
  const published = signal([
    registersOf({
      '-/campaign:all': { id: 'all', schoolYear: '2016/2017', asOf: '2017-05-01' },
      '-/campaign:few': { id: 'few', schoolYear: '2016/2017', asOf: '2017-07-06', schools: ['s10'] },
    }),
  ]);
  const registers = signal(registersOf({}));
  const school = signal<string | null>('s11');
  const chosen = { read: () => null, write: () => undefined };
  const { campaign, others } = createPeriods({
    registers,
    published,
    school,
    today: '2017-07-06',
    chosen,
  });
  expect([campaign.value.id, others.value]).toEqual(['all', []]);
  school.value = 's10';
  expect(campaign.value.id).toBe('few');
  school.value = 's11';
  registers.value = registersOf({ 'few/readiness/K1-01': 'yes' });
  expect(campaign.value.id).toBe('few');
});
