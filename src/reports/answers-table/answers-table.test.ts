import { describe, expect, it } from 'vitest';
import { aForm, anIndicator } from '../../../tests/fixtures/a-form.ts';
import { AGrowingMunicipality } from '../../../tests/fixtures/a-growing-municipality.ts';
import { aFullSchool, aSchool10, readinessForm } from '../../../tests/fixtures/school-10.ts';
import { linesOf } from '../../../tests/support/report-lines.ts';
import type { Form } from '../../core/form/form.ts';
import type { Json } from '../../core/json.ts';
import { assess } from '../../core/scoring/assess.ts';
import type { PictureSchool } from '../picture/picture-school.ts';
import { answersTable } from './answers-table.ts';

const days = { placeName: 'Кировск', asOf: '2017-07-06', reportDate: '2017-07-10' };

function readinessSchools(): PictureSchool[] {
  const of = new AGrowingMunicipality({ s1: aFullSchool(), s10: aSchool10(), s3: null });
  of.dispute('s10', 'K1-01', 'no');
  return of.input().schools.map((school) => ({
    ...school,
    state: of.standing(school.place.id).state,
    previousTotal: null,
  }));
}

const school = (form: Form, name: string, answers: Record<string, Json>): PictureSchool => ({
  place: { id: name, kind: 'school', parent: 'm', name, shortName: name, address: '' },
  previous: null,
  facts: null,
  selfAssessed: null,
  hash: '',
  state: 'submitted',
  previousTotal: null,
  assessment: assess(form, new Map(Object.entries(answers).map(([key, value]) => [key, [value]])), {
    asOf: '2017-07-06',
    schoolYear: '2016/2017',
  }),
});

describe('the table of answers', () => {
  it('[AT1] has a row a school in the totals and in every criterion, with what counts', () => {
    const lines = linesOf(answersTable({ form: readinessForm, schools: readinessSchools(), ...days }));
    for (const name of ['СОШ № 2', 'СОШ № 3'])
      expect(lines.filter((line) => line.split(' | ')[1] === name)).toHaveLength(1 + readinessForm.criteria.length);
    expect(lines.find((line) => line.includes('СОШ № 2 | сдано'))).toContain('не готова');
    expect(lines.find((line) => line.includes('СОШ № 2 | Нет | Да'))).toBeDefined(); // the verified answer of K1-01
    expect(lines.find((line) => line.startsWith('3 | СОШ № 3 | —'))).toBeDefined();
  });

  it('[AT2] tells under every indicator in how many schools it earns everything, of those it is asked of, and the sum of figures', () => {
    const form = aForm({
      A: [
        anIndicator('a1'),
        anIndicator('a2', { relevant: "${a1} = 'yes'" }),
        anIndicator('n', { kind: 'figure', points: 0 }),
      ],
    });
    const schools = [
      school(form, 'Первая', { a1: 'yes', a2: 'yes', n: 12 }),
      school(form, 'Вторая', { a1: 'no', n: 30 }),
    ];
    const lines = linesOf(answersTable({ form, schools, ...days }));
    expect(lines).toContain(' | Выполнено полностью | 1 из 2 | 1 из 1 | Всего: 42 | ');
    expect(lines.find((line) => line.includes(' | Вторая | Нет | '))).toContain('30');
  });

  it('[AT1] of a form without scores tells answers and no score', () => {
    const form = aForm({ A: [anIndicator('a1', { points: 0 })] });
    const plain = { ...form, criteria: form.criteria.map((one) => ({ ...one, weight: 0 })) };
    const text = linesOf(
      answersTable({ form: plain, schools: [school(plain, 'Первая', { a1: 'yes' })], ...days }),
    ).join('\n');
    expect(text).toContain('Первая | Да');
    expect(text).not.toContain('Балл');
    expect(text).not.toContain('Вывод');
  });
});
