import { expect, it } from 'vitest';
import type { Json } from '../json.ts';
import { extensionPathOf } from '../submission/campaigns.ts';
import { returnedValueOf, statusPathOf, statusValueOf } from '../submission/status.ts';
import { checkPathOf, returnPathOf, talkPathOf } from '../verification/verification-paths.ts';
import { needsSignature, refusalOf } from './access.ts';

const asked = (path: string, value: Json = 'x', history = 's10'): boolean => needsSignature({ path, history, value });

it('[CP3] [AC2] asks for a signature of what judges or grants, of a later last day too', () => {
  expect(asked(extensionPathOf('2016-17'), { due: '2017-07-20' })).toBe(true);
  expect(asked(checkPathOf('2016-17', 'readiness', 'K3-01'))).toBe(true);
  expect(asked(returnPathOf('2016-17', 'readiness', 'K3-01'), null)).toBe(true);
  expect(asked(statusPathOf('2016-17'), returnedValueOf('нет приказа'))).toBe(true);
  expect(asked('2016-17/readiness/SITE:S-03#state', 'ok')).toBe(true);
});

it('[AC2] asks for none of facts, of a message and of handing in', () => {
  expect(asked('2016-17/readiness/K3-01')).toBe(false);
  expect(asked(talkPathOf('2016-17', 'readiness', 'K3-01', 'n1'))).toBe(false);
  expect(asked('2016-17/readiness/extension')).toBe(false);
  expect(asked(statusPathOf('2016-17'), statusValueOf('draft'))).toBe(false);
});

it('[AC2] asks for one of everything a municipality or a region publishes, a place of its list too', () => {
  expect(asked('-/place:s11', {}, 'kirovsk:public')).toBe(true);
  expect(asked('2016-17/report/settings', {}, 'kirovsk:office')).toBe(true);
});

it('[FP2] lets nobody change a published form, whoever signs', () => {
  const officer = { role: 'officer' as const, place: 'm' };
  const why = (gen: number, path = '-/form:distance@1:abc#A') =>
    refusalOf({ path, history: 'm:public', value: {}, gen }, officer, officer, (id) => [id]);
  expect([why(1), why(2), why(2, '-/campaign:2016-17')]).toEqual([null, 'form-is-published', null]);
});
