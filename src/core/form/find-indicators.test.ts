import { expect, it } from 'vitest';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import { findIndicators } from './find-indicators.ts';

const found = (typed: string) => findIndicators(readinessForm, typed).map((indicator) => indicator.id);

it('finds by number in either alphabet, and by words', () => {
  expect(found('К3-01')).toEqual(['K3-01']);
  expect(found('k3-01')).toEqual(['K3-01']);
  expect(found('реестр оператор')).toContain('K3-01');
  expect(found('сертификат')).toEqual([]);
  expect(found('  ')).toEqual([]);
});
