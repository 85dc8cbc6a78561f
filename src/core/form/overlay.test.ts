import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import { aSchool10, campaign2017, factsFrom, readinessForm } from '../../../tests/fixtures/school-10.ts';
import type { Json } from '../json.ts';
import { assess } from '../scoring/assess.ts';
import { RevisionIndex } from '../submission/revision-index.ts';
import { indicatorsOf } from './form.ts';
import {
  effectiveForm,
  type Overlay,
  overlayHash,
  overlayOf,
  overlayPathOf,
  overlayProblems,
  parseOverlay,
} from './overlay.ts';

const form = readinessForm;
const codesOf = (overlay: Overlay) => overlayProblems(form, overlay).map(({ code }) => code);

it('[CP5] takes an overlay of a form that is not scored: nothing has to count there', () => {
  const plain = { ...readinessForm, criteria: readinessForm.criteria.map((one) => ({ ...one, weight: 0 })) };
  expect(overlayProblems(plain, { texts: { 'K1-01': { finding: 'Иначе' } } })).toEqual([]);
});

describe('an overlay', () => {
  it('[CP4] is read as far as it is known, and stands beside its campaign in the public history that announces it', () => {
    expect(parseOverlay({ weights: { K1: 10 }, colours: {} })).toEqual({ weights: { K1: 10 } });
    expect([parseOverlay(null), parseOverlay({ weights: { K1: 'много' } }), parseOverlay([])]).toEqual([
      null,
      null,
      null,
    ]);
    const history = (values: Record<string, Json>) => {
      const index = new RevisionIndex();
      index.add(Object.entries(values).map(([path, value]) => aRevision({ path, value })));
      return index.registers();
    };
    const stray = history({ [overlayPathOf('a')]: { weights: { K1: 1 } } });
    const announcing = history({ '-/campaign:a': { id: 'a' }, [overlayPathOf('a')]: { weights: { K1: 2 } } });
    expect(overlayOf([stray, announcing], 'a')).toEqual({ weights: { K1: 2 } });
    expect(overlayOf([announcing], 'b')).toBeNull();
  });

  it('[CP5] changes weights, points, targets, steps, levels, days, texts and what is switched off, and nothing else', () => {
    const overlay: Overlay = {
      weights: { K1: 25, K3: 10 },
      points: { 'K1-01': 0 },
      targets: { 'K6-03': 0.9 },
      steps: {
        'K4-04': [
          [95, 1],
          [80, 0.25],
        ],
      },
      journalFill: { target: 95 },
      levels: { ready: 90 },
      deadlines: { yearClosing: '08-25' },
      texts: { 'K3-01': { recommendation: 'Подать уведомление.' } },
      off: ['S-14', 'X06'],
    };
    expect(overlayProblems(form, overlay)).toEqual([]);
    const changed = effectiveForm(form, overlay);
    const of = (id: string) => indicatorsOf(changed).find((one) => one.id === id);
    expect(changed.criteria.map(({ weight }) => weight)).toEqual([25, 15, 10, 20, 10, 10, 10]);
    expect([of('K1-01')?.points, of('K6-03')?.target, of('K4-04')?.steps]).toEqual([
      0,
      0.9,
      [
        [95, 1],
        [80, 0.25],
      ],
    ]);
    expect(changed.levels).toEqual({ ...form.levels, ready: { total: 90, criterion: 65 } });
    expect([changed.journalFill.target, changed.journalFill.low]).toEqual([95, form.journalFill.low]);
    expect(changed.yearClosing.due).toBe('08-25');
    expect(of('K3-01')).toMatchObject({ recommendation: 'Подать уведомление.', critical: true });
    expect(changed.site.checks.map(({ id }) => id)).not.toContain('S-14');
    expect(indicatorsOf(changed).map(({ id }) => id)).toEqual(indicatorsOf(form).map(({ id }) => id));
  });

  it('[CP5] is what scores are computed by', () => {
    const facts = factsFrom(aSchool10());
    const total = (overlay: Overlay | null) => assess(effectiveForm(form, overlay), facts, campaign2017).total;
    expect(total(null)).toBe(76.2);
    expect(total({ weights: { K1: 0, K3: 0, K4: 0, K5: 0, K6: 0, K7: 0 } })).toBe(100);
    expect(total({ weights: { K2: 0, K1: 0, K3: 0, K4: 0, K5: 0, K6: 0 } })).toBe(55);
  });

  it.each<[string, Overlay, string]>([
    ['an unknown criterion', { weights: { K9: 5 } }, 'unknown-id'],
    ['a name every object has', { points: JSON.parse('{"__proto__": 1, "constructor": 2}') }, 'unknown-id'],
    ['a target of what is no ratio', { targets: { 'K1-01': 0.5 } }, 'unknown-id'],
    ['steps where the form has none', { steps: { 'K4-06': [[50, 1]] } }, 'unknown-id'],
    ['an unknown check', { off: ['S-99'] }, 'unknown-id'],
    ['a negative weight', { weights: { K1: -5 } }, 'negative'],
    ['negative points', { points: { 'K1-01': -1 } }, 'negative'],
    ['a target of 0', { targets: { 'K6-03': 0 } }, 'out-of-range'],
    ['a target above all', { targets: { 'K6-03': 1.1 } }, 'out-of-range'],
    ['a level above 100', { levels: { ready: 101 } }, 'out-of-range'],
    ['no steps', { steps: { 'K4-04': [] } }, 'out-of-range'],
    ['a day that is none', { deadlines: { yearClosing: '02-30' } }, 'out-of-range'],
    ['levels out of order', { levels: { partlyReady: 75 } }, 'out-of-order'],
    ['equal levels', { levels: { readyWithRemarks: 85 } }, 'out-of-order'],
    [
      'steps out of order',
      {
        steps: {
          'K4-04': [
            [80, 0.5],
            [95, 1],
          ],
        },
      },
      'out-of-order',
    ],
    ['a low fill above its target', { journalFill: { low: 99 } }, 'out-of-order'],
  ])('[CP5] with %s is refused whole', (_what, overlay, code) => {
    expect(codesOf(overlay)).toContain(code);
    expect(effectiveForm(form, { ...overlay, journalFill: { ...overlay.journalFill, fall: 7 } })).toBe(form);
  });

  it('[CP5] that leaves nothing to count is refused', () => {
    const weights = Object.fromEntries(form.criteria.map(({ id }) => [id, 0]));
    const points = Object.fromEntries(indicatorsOf(form).map(({ id }) => [id, 0]));
    expect([codesOf({ weights }), codesOf({ points })]).toEqual([['nothing-counts'], ['nothing-counts']]);
  });

  it('[CP5] never adds or removes an indicator, whatever it says', () => {
    const figure = fc.double({ noNaN: true, min: -10, max: 110 });
    const ids = fc.constantFrom('K1', 'K7', 'K1-01', 'K6-03', 'K4-04', 'K9-99');
    const any = fc.record(
      {
        weights: fc.dictionary(ids, figure),
        points: fc.dictionary(ids, figure),
        targets: fc.dictionary(ids, figure),
        steps: fc.dictionary(ids, fc.array(fc.tuple(figure, figure))),
        levels: fc.record({ ready: figure, partlyReady: figure }, { requiredKeys: [] }),
        off: fc.array(fc.constantFrom('S-01', 'X01', 'K1-01')),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(any, (overlay) => {
        const changed = effectiveForm(form, overlay as Overlay);
        expect(indicatorsOf(changed).map(({ id, kind, critical }) => [id, kind, critical])).toEqual(
          indicatorsOf(form).map(({ id, kind, critical }) => [id, kind, critical]),
        );
        const { total } = assess(changed, factsFrom(aSchool10()), campaign2017);
        expect(total !== null && total >= 0 && total <= 100).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('[CP6] has one hash whatever the order of its parts', () => {
    const [a, b]: Overlay[] = [
      { weights: { K1: 1, K2: 2 }, off: ['S-01'] },
      { off: ['S-01'], weights: { K2: 2, K1: 1 } },
    ];
    expect(overlayHash(a ?? null, sha256)).toBe(overlayHash(b ?? null, sha256));
    expect(overlayHash(a ?? null, sha256)).not.toBe(overlayHash(null, sha256));
  });
});
