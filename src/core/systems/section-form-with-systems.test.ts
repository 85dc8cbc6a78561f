import { expect, it } from 'vitest';
import { aSectionForm, fieldFrom } from '../../../tests/fixtures/a-site-report.ts';
import { fieldsOf } from '../form/section-form.ts';
import { isFilled, siteReportProgressOf } from '../site-report/site-report.ts';
import { defaultSystems } from './default-systems.ts';
import { sectionFormWithSystems } from './section-form-with-systems.ts';
import type { System } from './systems.ts';

const own: System = {
  id: 'own-1a2b3c4d',
  title: 'Краевой реестр',
  vendor: '',
  address: '',
  kind: 'surrounding',
  used: true,
};
const titlesOf = (systems: readonly System[], ticked: readonly string[] = []) =>
  fieldsOf(sectionFormWithSystems(aSectionForm, systems, (id) => ticked.includes(id)))
    .find(({ id }) => id === 'P1.3')
    ?.items?.map(({ title }) => title);
const shipped = ['Паспорт школы', 'Школьный клиент', 'Контингент-регион', 'Зачисление в образовательное учреждение'];

it('[DW4] asks which systems surround the grade book in the dictionary’s words, a region’s own before «другое»', () => {
  expect(titlesOf(defaultSystems)).toEqual([...shipped, 'Другое']);
  expect(titlesOf([...defaultSystems, own])).toEqual([...shipped, 'Краевой реестр', 'Другое']);
  expect(titlesOf([...defaultSystems, { ...own, kind: 'grade-book' }])).toEqual([...shipped, 'Другое']);
});

it('[DW4] asks of one that is switched off only where it is ticked', () => {
  const systems = [
    ...defaultSystems.map((one) => (one.id === 'schoolClient' ? { ...one, used: false } : one)),
    { ...own, used: false },
  ];
  expect(titlesOf(systems)).toEqual(['Паспорт школы', 'Контингент-регион', shipped[3], 'Другое']);
  expect(titlesOf(systems, ['school-client', own.id])).toEqual([...shipped, 'Краевой реестр', 'Другое']);
});

it('[DW4] leaves every other field as published, and counts a region’s own as an answer', () => {
  const rest = (form: typeof aSectionForm) => fieldsOf(form).filter(({ id }) => id !== 'P1.3');
  expect(rest(sectionFormWithSystems(aSectionForm, [...defaultSystems, own], () => false))).toEqual(rest(aSectionForm));
  const answer = fieldFrom('P1.3', { [`P1.3:${own.id}`]: { has: true } });
  expect([isFilled(answer), answer.ticked.map(({ id }) => id)]).toEqual([true, [own.id]]);
  const facts = new Map([[`P1.3:${own.id}`, [{ has: true }]]]);
  expect(siteReportProgressOf(aSectionForm, facts).answered).toBe(1);
});
