import { expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import type { Json } from '../json.ts';
import type { Registers } from '../submission/registers.ts';
import { defaultSystems } from './default-systems.ts';
import { type System, systemChoices, systemPathOf, systemsOf, systemTitle, systemValueOf } from './systems.ts';

const said = (entries: Record<string, Json>): Registers =>
  new Map(
    Object.entries(entries).map(([id, value]) => [systemPathOf(id), [aRevision({ path: systemPathOf(id), value })]]),
  );
const entry = (changes: Partial<System> = {}): Json =>
  systemValueOf({ id: '', title: 'Наша школа', vendor: '', address: '', kind: 'grade-book', used: true, ...changes });

it('[SD1] is the shipped list until the highest place says something, and a municipality changes nothing of it', () => {
  expect(systemsOf([])).toEqual(defaultSystems);
  expect(systemsOf([said({ tes: entry() }), new Map()])).toEqual(defaultSystems);
  const systems = systemsOf([new Map(), said({ tes: entry({ title: 'ТЭШ', vendor: 'В', address: 'tes.example' }) })]);
  expect(systems[0]).toEqual({
    id: 'tes',
    title: 'ТЭШ',
    vendor: 'В',
    address: 'tes.example',
    kind: 'grade-book',
    used: true,
  });
  expect(systems.slice(1)).toEqual(defaultSystems.slice(1));
});

it('[SD1] adds a region’s own after the shipped ones and passes over what it cannot read', () => {
  const systems = systemsOf([
    said({ 'own-1a2b3c4d': entry(), 'own-5e6f7a8b': entry({ title: ' ' }), tes: 'x', later: entry() }),
  ]);
  expect(systems.map(({ id }) => id)).toEqual([...defaultSystems.map(({ id }) => id), 'own-1a2b3c4d']);
});

it('[SD2] keeps the kind of a shipped id, «другая» and «нет» as they are, and the words of what was switched off', () => {
  const systems = systemsOf([
    said({ tes: entry({ kind: 'surrounding', used: false }), none: entry({ used: false }), other: entry() }),
  ]);
  expect(systems.find(({ id }) => id === 'tes')).toMatchObject({ kind: 'grade-book', used: false });
  expect(systemTitle(systems, 'none')).toBe('нет');
  expect(systemTitle(systems, 'other')).toBe('другая');
  expect(systemTitle(systems, 'tes')).toBe('Наша школа');
  expect(systemTitle(systems, 'own-00000000')).toBe('own-00000000');
});

it('[SD3] offers grade books in use and the one that stands there already', () => {
  const systems = systemsOf([said({ tes: entry({ title: 'ТЭШ', used: false }) })]);
  expect(Object.keys(systemChoices(systems, null))).not.toContain('tes');
  expect(Object.keys(systemChoices(systems, null))).not.toContain('schoolClient');
  const withOwn = systemsOf([said({ 'own-1a2b3c4d': entry() })]);
  expect(Object.keys(systemChoices(withOwn, null)).slice(-3)).toEqual(['own-1a2b3c4d', 'other', 'none']);
  expect(systemChoices(systems, 'tes')).toMatchObject({ tes: 'ТЭШ', dnevnikRu: 'Дневник.ру', none: 'нет' });
});
