import { expect, it } from 'vitest';
import { aForm, anIndicator } from '../../../tests/fixtures/a-form.ts';
import { compareForms } from './compare-forms.ts';

it('[FS13] tells what a version adds, removes, renames, scales and words otherwise', () => {
  const before = aForm({
    A: [
      anIndicator('same', { question: 'Есть ли приказ о переходе?' }),
      anIndicator('gone', { question: 'Есть ли бумажный журнал?' }),
      anIndicator('old', { question: 'Назначен ли ответственный?' }),
    ],
    B: [
      anIndicator('scaled', { question: 'Сколько часов занятий?', kind: 'figure', steps: [[10, 1]] }),
      anIndicator('reused', { question: 'Проведено ли собрание родителей?' }),
      anIndicator('kind', { question: 'Какая платформа используется?' }),
    ],
  });
  const now = aForm(
    {
      A: [
        anIndicator('same', { question: 'Есть ли у школы приказ о переходе?' }),
        anIndicator('new', { question: 'Назначен ли ответственный?', was: ['old', 'nobody'] }),
        anIndicator('fresh', { question: 'Есть ли резервный канал связи?' }),
      ],
      B: [
        anIndicator('scaled', { question: 'Сколько часов занятий?', kind: 'figure', steps: [[20, 1]] }),
        anIndicator('reused', { question: 'Закуплены ли новые ноутбуки?' }),
        anIndicator('kind', { question: 'Какая платформа используется?', kind: 'text', points: 0 }),
      ],
    },
    { version: 2 },
  );
  const heavier = { ...now, criteria: now.criteria.map((one) => ({ ...one, weight: one.id === 'A' ? 60 : 40 })) };
  const { changes, weights, unknown } = compareForms(before, heavier);
  expect(changes.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'reworded same',
    'renamed new',
    'reworded new',
    'added fresh',
    'rescaled scaled',
    'other-meaning reused',
    'other-kind kind',
    'removed gone',
  ]);
  expect(weights).toEqual([
    { id: 'A', before: 50, now: 60 },
    { id: 'B', before: 50, now: 40 },
  ]);
  expect(unknown).toEqual([{ name: 'new', was: 'nobody' }]);
  expect(compareForms(now, now)).toEqual({
    changes: [],
    weights: [],
    unknown: [
      { name: 'new', was: 'old' },
      { name: 'new', was: 'nobody' },
    ],
  });
});
