import { describe, expect, it } from 'vitest';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import { effectiveForm, overlayProblems } from './overlay.ts';
import { overlayChanges, overlayFields, overlayFromTexts, textsOfOverlay } from './overlay-fields.ts';

const typed = {
  'weights/K1': '20',
  'points/K1-01': ' 1,5 ',
  'targets/K1-04': '90',
  'steps/K4-04/0/0': '97,5',
  'levels/ready': '90',
  'journalFill/low': '80',
  'deadlines/yearClosing': '20.06',
  'texts/K1-01/finding': 'Приказа нет.',
  'off/S-01': 'off',
};

describe('what is typed over a form', () => {
  it('[CN5] becomes an overlay without problems that reads back as it was typed', () => {
    const { overlay, problems } = overlayFromTexts(readinessForm, typed);
    if (!overlay) throw new Error('nothing changed');
    expect(problems).toEqual([]);
    expect(overlayProblems(readinessForm, overlay)).toEqual([]);
    const form = effectiveForm(readinessForm, overlay);
    expect(form.criteria[0]?.weight).toBe(20);
    expect(form.criteria[0]?.indicators[0]).toMatchObject({ points: 1.5, finding: 'Приказа нет.' });
    expect(form.levels.ready.total).toBe(90);
    expect(form.yearClosing.due).toBe('06-20');
    expect(form.site.checks.map(({ id }) => id)).not.toContain('S-01');
    expect(textsOfOverlay(readinessForm, overlay)).toMatchObject({ ...typed, 'points/K1-01': '1,5' });
    expect(overlayFromTexts(readinessForm, textsOfOverlay(readinessForm, overlay)).overlay).toEqual(overlay);
  });

  it('[CN5] names only what differs from the form, whatever was touched', () => {
    const own = Object.fromEntries(overlayFields(readinessForm).map((field) => [field.key, field.own]));
    expect(overlayChanges(readinessForm, own)).toEqual([]);
    expect(overlayFromTexts(readinessForm, own)).toEqual({ overlay: null, problems: [] });
    expect(
      overlayChanges(readinessForm, { ...own, ...typed })
        .map(({ key }) => key)
        .sort(),
    ).toEqual(Object.keys(typed).sort());
  });

  it('[CN5] tells the field that cannot be read and leaves it out', () => {
    const { overlay, problems } = overlayFromTexts(readinessForm, {
      'weights/K1': 'много',
      'deadlines/yearClosing': 'в июне',
      'weights/K2': '30',
    });
    expect(overlay).toEqual({ weights: { K2: 30 } });
    expect(problems).toEqual([
      { key: 'weights/K1', code: 'no-number' },
      { key: 'deadlines/yearClosing', code: 'no-day' },
    ]);
  });

  it('[CN5] offers every field once', () => {
    const keys = overlayFields(readinessForm).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(200);
  });
});
