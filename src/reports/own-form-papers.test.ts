import { expect, it } from 'vitest';
import { aForm, anIndicator } from '../../tests/fixtures/a-form.ts';
import { sha256 } from '../../tests/fixtures/a-revision.ts';
import { campaign2017, readinessForm } from '../../tests/fixtures/school-10.ts';
import { linesOf } from '../../tests/support/report-lines.ts';
import type { Form } from '../core/form/form.ts';
import { blankForm } from './blank-form.ts';
import { filledForm } from './filled-form.ts';
import { reportInputOf } from './report-input.ts';
import { scoreSheet } from './score-sheet.ts';

const own = aForm({ A: [anIndicator('a1'), anIndicator('tutors', { kind: 'ratio', total: 'teachers' })] });
const inputOf = (form: Form) =>
  reportInputOf({
    form,
    campaign: { id: '2016-17', ...campaign2017 },
    registers: new Map(),
    placeName: 'СОШ № 10',
    reportDate: '2017-07-06',
    revisionCount: 0,
    unsent: null,
    sha256,
  });
const papersOf = (form: Form) => [scoreSheet, filledForm, blankForm].map((paper) => paper(inputOf(form)));

it('[FP7] papers of a form have its title and what it asks for, and nothing of the readiness form', () => {
  const papers = papersOf(own);
  expect(papers.map(({ title }) => title)).toEqual([
    'Готовность к дистанционному обучению: лист школы',
    'Готовность к дистанционному обучению: заполненная форма',
    'Готовность к дистанционному обучению: бланк',
  ]);
  for (const paper of papers) {
    const words = linesOf(paper).join('\n');
    expect(words).toMatch(/[Пп]едагогов/);
    expect(words).not.toMatch(
      /[Уу]чеников —|без бумаги|Закрытие|Журнал|Экзамен|Система электронного журнала|Выпускник/,
    );
  }
});

it('[FP7] papers of the program’s own form are called as they always were and keep its tables', () => {
  const [sheet, filled, blank] = papersOf(readinessForm);
  expect(sheet?.title).toBe('Лист самооценки готовности школы к ведению журнала без бумаги');
  expect(linesOf(filled ?? blankForm(inputOf(own))).join('\n')).toContain('Закрытие учебного года');
  expect(blank?.sections).toHaveLength(1 + readinessForm.criteria.length + 2);
});

it('[RP9] the blank of a form with a very long criterion goes on over sheets that say so, and no indicator is left out', () => {
  const ids = Array.from({ length: 60 }, (_, at) => `q${at + 1}`);
  const { sections } = blankForm(inputOf(aForm({ A: ids.map((id) => anIndicator(id)), B: [anIndicator('last')] })));
  const titles = sections.map(({ title }) => title).slice(1);
  const parts = titles.length - 1;
  expect(parts).toBeGreaterThan(2);
  expect(titles).toEqual([
    ...Array.from({ length: parts }, (_, at) => `1. Раздел A, часть ${at + 1} из ${parts}`),
    '2. Раздел B',
  ]);
  const rows = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' && block.columns.length === 4 ? block.rows : [])),
  );
  expect(rows).toHaveLength(61);
  const how = linesOf(blankForm(inputOf(own))).join('\n');
  expect(how).toContain('клавиша быстрого ввода: К1-01, 1, Enter.');
  expect(how).not.toContain('◆');
});
