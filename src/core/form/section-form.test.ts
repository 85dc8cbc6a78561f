import { expect, it } from 'vitest';
import { aSectionForm } from '../../../tests/fixtures/a-site-report.ts';
import { sectionForms } from '../../forms/forms.ts';
import { fieldsOf, parseSectionForm } from './section-form.ts';

it.each(sectionForms.map((form) => [`${form.id}@${form.version}`, form] as const))(
  '[SR1] takes %s as published',
  (_name, form) => {
    expect(parseSectionForm(form).ok).toBe(true);
  },
);

it('[SR1] asks the eight indicators of the annual report, P1.1 to P8.2', () => {
  expect(fieldsOf(aSectionForm).map(({ id }) => id)).toEqual([
    ...['P1.1', 'P1.2', 'P1.3'],
    ...['P2.1', 'P2.2', 'P2.3', 'P2.4', 'P2.5', 'P2.6', 'P2.7', 'P2.8', 'P2.9'],
    ...['P3.1', 'P3.2', 'P3.3', 'P4.1', 'P5.1', 'P6.1', 'P7.1', 'P7.2', 'P7.3', 'P8.1', 'P8.2'],
  ]);
});

it('[SR1] refuses a field twice, under another section, without the parts of its kind, or naming a column that is not there', () => {
  const [first] = aSectionForm.sections;
  const problemOf = (fields: unknown) => {
    const read = parseSectionForm({ ...aSectionForm, sections: [{ ...first, fields }] });
    return read.ok ? null : read.problem;
  };
  const field = { id: 'P1.1', title: 'Вопрос', kind: 'yes-no' };
  const columns = [{ id: 'title', title: 'Название', kind: 'text' }];
  expect(problemOf([field])).toBeNull();
  expect(problemOf([field, field])).toEqual({ code: 'form-inconsistent', what: 'P1.1 twice' });
  expect(problemOf([{ ...field, id: 'P2.1' }])).toEqual({ code: 'form-inconsistent', what: 'P2.1 astray' });
  for (const parts of [
    { kind: 'checklist' },
    { kind: 'rows' },
    { kind: 'rows', columns: [{ id: 'kind', title: 'Вид', kind: 'choice' }] },
    { kind: 'rows', columns: [...columns, ...columns] },
    { kind: 'rows', columns, once: ['date'] },
    { kind: 'rows', columns, countsWith: { column: 'audience', value: 'teachers' } },
  ])
    expect(problemOf([{ ...field, ...parts }])).toEqual({ code: 'form-inconsistent', what: 'P1.1 and its parts' });
  expect(problemOf([{ ...field, kind: 'scale' }])).toMatchObject({ code: 'form-unreadable' });
});
