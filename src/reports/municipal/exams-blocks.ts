import { type ExamRow, examRowsOf } from '../../core/scoring/exams.ts';
import { totalsOf } from '../../core/submission/passport.ts';
import { municipalTexts as texts } from '../../texts/municipal-report.ts';
import type { Block } from '../report-document.ts';
import { examCell } from './exam-cells.ts';
import type { MunicipalInput, SubmittedSchool } from './municipal-input.ts';
import { idsOf, submittedOf } from './population.ts';
import type { Captions, Say } from './wording.ts';

const [ege = '', oge = '', gve = ''] = texts.examKinds;

/** MR10: Table 3: a row a school; ГВЭ has its column only where somebody took it. */
export function examsBlocks(input: MunicipalInput, captions: Captions, say: Say): Block[] {
  const schools = submittedOf(input);
  if (schools.length === 0) return [];
  const hasGve = schools.some(({ facts }) => examRowsOf(facts).some(({ exam }) => exam.startsWith(gve)));
  const heads = hasGve ? [ege, oge, gve] : [ege, oge];
  const asked = schools.filter(({ assessment }) => assessment.blocks.GIA !== null);
  const done = asked.filter(({ assessment }) => assessment.blocks.GIA?.figure === 1);
  const table: Block = {
    kind: 'table',
    running: captions.table(texts.examsTable),
    columns: [{ title: texts.examsSchool, width: 22 }, ...heads.map((title) => ({ title, width: 78 / heads.length }))],
    rows: schools.map((school) => [school.place.shortName, ...cellsOf(input, school).slice(0, heads.length)]),
  };
  if (asked.length === 0) return [table];
  const figures = texts.outOf(done.length, asked.length);
  const text = texts.exams(done.length, asked.length);
  const ids = idsOf(asked.filter((school) => !done.includes(school)).map(({ place }) => place));
  const sentence = say({ id: 'exams', part: 'exams', text, figures, sources: ['K4-07'], schools: ids });
  return [{ kind: 'paragraph', text: sentence }, table];
}

/** ЕГЭ, ОГЭ, ГВЭ of one school; where all graduates of a grade took ГВЭ, its own column tells of them. */
function cellsOf({ form }: MunicipalInput, { facts }: SubmittedSchool): string[] {
  const { grad9, grad11 } = totalsOf(facts);
  const rows = examRowsOf(facts);
  const of = (holds: (exam: string) => boolean): ExamRow[] => rows.filter(({ exam }) => holds(exam));
  const cell = (exam: string, instead: string, graduates: number | null): string => {
    const own = of((one) => one === exam);
    const others = of((one) => one === instead);
    return own.length === 0 && others.length > 0 ? texts.cell.none : examCell(form, own, graduates);
  };
  const gveRows = rows.filter(({ exam }) => (exam === `${gve}-9` ? grad9 !== 0 : exam === `${gve}-11` && grad11 !== 0));
  return [
    cell(ege, `${gve}-11`, grad11),
    cell(oge, `${gve}-9`, grad9),
    gveRows.length === 0 ? texts.cell.none : examCell(form, gveRows, null),
  ];
}
