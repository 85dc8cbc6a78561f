import { describe, expect, it } from 'vitest';
import { aForm, anIndicator } from '../../../../tests/fixtures/a-form.ts';
import type { Json } from '../../../core/json.ts';
import { assess } from '../../../core/scoring/assess.ts';
import { remarksOf } from './remarks.ts';

const form = aForm(
  {
    A: [
      anIndicator('lessons', { kind: 'figure', constraint: '. <= 40', constraintMessage: 'Не больше 40 уроков.' }),
      anIndicator('online', { kind: 'figure' }),
    ],
  },
  {
    checks: [
      { id: 'sum', expression: '${online} <= ${lessons}', message: 'Дистанционных больше, чем всех.', level: 'error' },
    ],
  },
);
const remarks = (answers: Record<string, Json>) =>
  remarksOf(
    assess(form, new Map(Object.entries(answers).map(([id, value]) => [id, [value]])), {
      schoolYear: '2026/2027',
      asOf: '2026-10-01',
    }),
  );

describe('remarksOf', () => {
  it('[PE10] tells of an answer that does not meet the form’s condition, and of answers that do not agree', () => {
    expect(remarks({ lessons: 41, online: 5 })).toEqual([
      { indicatorIds: ['lessons'], words: expect.stringContaining('Не больше 40 уроков.') },
    ]);
    expect(remarks({ lessons: 4, online: 5 })).toEqual([
      { indicatorIds: ['online', 'lessons'], words: 'Дистанционных больше, чем всех.' },
    ]);
    expect(remarks({ lessons: 40, online: 5 })).toEqual([]);
  });
});
