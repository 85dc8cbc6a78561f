import type { Json } from '../core/json.ts';
import { propertiesOf } from '../core/submission/answer.ts';
import type { Facts } from '../core/submission/facts.ts';
import { rowsOf, totalsOf } from '../core/submission/passport.ts';
import { answerTexts } from '../texts/answers.ts';
import { passportTexts } from '../texts/passport.ts';
import { reportTexts, filledFormTexts as texts } from '../texts/reports.ts';
import type { Block } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { allWords } from './report-words.ts';

const figureNames = ['pupils', 'teachers', 'staffWithAccess', 'classes', 'grad9', 'grad11'] as const;
const placeNames = ['shortName', 'level', 'address', 'municipality', 'siteUrl', 'inn'] as const;
const systemNames = ['sedSystem', 'sedVendor', 'sedUrl', 'operatorRegNo'] as const;

/** The whole passport: figures, place, grade book system, buildings, branches. */
export function passportBlocks({ facts }: ReportInput): Block[] {
  const totals = totalsOf(facts);
  const figures = figureNames.map((name): [string, string] => {
    const own = wordsOf(facts, name);
    const total = totals[name];
    const more = total !== null && own !== String(total) && own !== reportTexts.nothing;
    return [passportTexts.countNames[name], more ? texts.withBranches(own, total) : own];
  });
  const named = (names: readonly (keyof typeof passportTexts & string)[]) =>
    names.map((name): [string, string] => [String(passportTexts[name]), wordsOf(facts, name)]);
  return [
    {
      kind: 'side-by-side',
      left: [
        { kind: 'heading', text: passportTexts.counts },
        { kind: 'facts', items: figures },
      ],
      right: [
        { kind: 'heading', text: passportTexts.school },
        { kind: 'facts', items: named(placeNames) },
      ],
    },
    { kind: 'heading', text: passportTexts.system },
    { kind: 'facts', items: named(systemNames) },
    ...buildingBlocks(facts),
    ...branchBlocks(facts),
  ];
}

/** Every different value of a passport's field in words; a dash when empty. */
function wordsOf(facts: Facts, name: string): string {
  const choices: Record<string, string> = { ...passportTexts.systems, ...passportTexts.levels };
  const closed = name === 'sedSystem' || name === 'level';
  const words = allWords(facts, `-/passport/${name}`, (value) => {
    const text = textOf(value);
    return closed ? (choices[text] ?? text) : text;
  });
  return words === '' ? reportTexts.nothing : words;
}

/** A part of a row as people wrote it, what could not be read included. */
function textOf(value: Json | undefined): string {
  if (value === undefined || value === null || value === false) return reportTexts.nothing;
  if (value === true) return answerTexts.yes;
  const { typed } = propertiesOf(value);
  return typeof typed === 'string' ? typed : String(value);
}

function buildingBlocks(facts: Facts): Block[] {
  const rows = rowsOf(facts, '-/passport/building:');
  const branches = new Map(rowsOf(facts, '-/branch:').map(([id, row]) => [id, textOf(row.name)]));
  if (rows.length === 0) return [];
  const internet: Record<string, string> = passportTexts.internet;
  const funding: Record<string, string> = passportTexts.funding;
  return [
    { kind: 'heading', text: passportTexts.buildings },
    {
      kind: 'table',
      columns: columnsOf(passportTexts.buildingHead, [21, 8, 11, 12, 15, 11, 11, 11]),
      rows: rows.map(([, row]) => [
        textOf(row.address),
        textOf(row.lessonsHeld),
        textOf(row.lan),
        internet[String(row.internet)] ?? reportTexts.nothing,
        funding[String(row.internetFunding)] ?? reportTexts.nothing,
        textOf(row.teacherPcs),
        textOf(row.pupilPcs),
        branches.get(String(row.branchId)) ?? passportTexts.mainSite,
      ]),
    },
  ];
}

function branchBlocks(facts: Facts): Block[] {
  const rows = rowsOf(facts, '-/branch:');
  if (rows.length === 0) return [];
  const systems: Record<string, string> = passportTexts.systems;
  return [
    { kind: 'heading', text: passportTexts.branches },
    {
      kind: 'table',
      columns: columnsOf(passportTexts.branchHead, [26, 26, 18, 10, 10, 10]),
      rows: rows.map(([, row]) => [
        textOf(row.name),
        textOf(row.address),
        systems[String(row.sedSystem)] ?? reportTexts.nothing,
        textOf(row.pupils),
        textOf(row.teachers),
        textOf(row.classes),
      ]),
    },
  ];
}

/** Columns by their heads and widths in per cent. */
export const columnsOf = (heads: readonly string[], widths: readonly number[]) =>
  widths.map((width, at) => ({ title: heads[at] ?? '', width }));
