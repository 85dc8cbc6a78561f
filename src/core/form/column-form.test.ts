import { expect, it } from 'vitest';
import { aColumnForm } from '../../../tests/fixtures/a-monitoring-row.ts';
import { columnForms } from '../../forms/forms.ts';
import { inPrintOrder, parseColumnForm } from './column-form.ts';

it.each(columnForms.map((form) => [`${form.id}@${form.version}`, form] as const))(
  '[FM5] takes %s as published',
  (_name, form) => {
    expect(parseColumnForm(form).ok).toBe(true);
  },
);

it('[FM5] refuses a form with a column missing, twice, or naming what is not there', () => {
  const { columns } = aColumnForm;
  const problemOf = (changed: unknown) => {
    const parsed = parseColumnForm({ ...aColumnForm, columns: changed });
    return parsed.ok ? null : parsed.problem;
  };
  expect(problemOf(columns.filter(({ id }) => id !== '7'))).toEqual({ code: 'form-inconsistent', what: 'column 8' });
  expect(problemOf([...columns, columns[0]])).toEqual({ code: 'form-inconsistent', what: 'column 1' });
  expect(problemOf(columns.map((one) => (one.id === '9' ? { ...one, upTo: '40' } : one)))).toMatchObject({
    what: 'column 9 and its upTo',
  });
  expect(problemOf(columns.map((one) => (one.id === '24' ? { ...one, rows: undefined } : one)))).toMatchObject({
    what: 'column 24 and its parts',
  });
  expect(parseColumnForm({}).ok).toBe(false);
});

it('prints the columns in the order of their numbers', () => {
  expect(inPrintOrder(aColumnForm).map(({ id }) => Number(id))).toEqual(Array.from({ length: 25 }, (_, at) => at + 1));
});
