import { figuresAsked, hasTables } from '../core/form/form.ts';
import type { Json } from '../core/json.ts';
import { ownOf } from '../core/own-of.ts';
import { propertiesOf } from '../core/submission/answer.ts';
import type { Facts } from '../core/submission/facts.ts';
import { rowsOf, totalsOf } from '../core/submission/passport.ts';
import { type System, systemTitle } from '../core/systems/systems.ts';
import { answerTexts } from '../texts/answers.ts';
import { passportTexts } from '../texts/passport.ts';
import { reportTexts, filledFormTexts as texts } from '../texts/reports.ts';
import type { Block } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { allWords } from './report-words.ts';

const figureNames = ['pupils', 'teachers', 'staffWithAccess', 'classes', 'grad9', 'grad11'] as const;
const placeNames = ['shortName', 'level', 'address', 'municipality', 'siteUrl', 'inn'] as const;
const systemNames = ['sedSystem', 'sedVendor', 'sedUrl', 'operatorRegNo'] as const;

/** The passport as far as the form asks for it (FP7): figures, place, grade book system, buildings, branches. */
export function passportBlocks({ form, facts, systems }: ReportInput): Block[] {
  const totals = totalsOf(facts);
  const asked = figuresAsked(form);
  const figures = figureNames
    .filter((name) => asked.includes(name))
    .map((name): [string, string] => {
      const own = wordsOf(facts, name);
      const total = totals[name];
      const more = total !== null && own !== String(total) && own !== reportTexts.nothing;
      return [passportTexts.countNames[name], more ? texts.withBranches(own, total) : own];
    });
  const named = (names: readonly (keyof typeof passportTexts & string)[]) =>
    names.map((name): [string, string] => [
      String(passportTexts[name]),
      name === 'sedSystem' ? systemWords(facts, systems) : wordsOf(facts, name),
    ]);
  const school: Block[] = [
    { kind: 'heading', text: passportTexts.school },
    { kind: 'facts', items: named(placeNames) },
  ];
  const counts: Block[] = [
    { kind: 'heading', text: passportTexts.counts },
    { kind: 'facts', items: figures },
  ];
  const buildings = asked.includes('buildings') ? buildingBlocks(facts) : [];
  const beside: Block[] = figures.length > 0 ? [{ kind: 'side-by-side', left: counts, right: school }] : school;
  if (!hasTables(form)) return [...beside, ...buildings];
  return [
    ...beside,
    { kind: 'heading', text: passportTexts.system },
    { kind: 'facts', items: named(systemNames) },
    ...buildings,
    ...branchBlocks(facts, systems),
  ];
}

/** Every different value of a passport's field in words; a dash when empty. */
function wordsOf(facts: Facts, name: string): string {
  const words = allWords(facts, `-/passport/${name}`, (value) => {
    const text = textOf(value);
    return name === 'level' ? (ownOf(passportTexts.levels, text) ?? text) : text;
  });
  return words || reportTexts.nothing;
}

const systemWords = (facts: Facts, systems: readonly System[]): string =>
  allWords(facts, '-/passport/sedSystem', (value) => systemTitle(systems, textOf(value))) || reportTexts.nothing;

/** A part of a row as people wrote it, what could not be read included. */
function textOf(value: Json | undefined): string {
  if (value === undefined || value === null || value === false) return reportTexts.nothing;
  if (value === true) return answerTexts.yes;
  const { typed } = propertiesOf(value);
  return typeof typed === 'string' ? typed : String(value);
}

function buildingBlocks(facts: Facts): Block[] {
  const branches: Record<string, string> = Object.fromEntries(
    rowsOf(facts, '-/branch:').map(([id, row]) => [id, textOf(row.name)]),
  );
  return rowsBlocks(facts, '-/passport/building:', passportTexts.buildings, passportTexts.buildingHead, [
    ['address', 21, textOf],
    ['lessonsHeld', 8, textOf],
    ['lan', 11, textOf],
    ['internet', 12, oneOf(passportTexts.internet)],
    ['internetFunding', 15, oneOf(passportTexts.funding)],
    ['teacherPcs', 11, textOf],
    ['pupilPcs', 11, textOf],
    ['branchId', 11, (id) => ownOf(branches, String(id)) ?? passportTexts.mainSite],
  ]);
}

const branchBlocks = (facts: Facts, systems: readonly System[]): Block[] =>
  rowsBlocks(facts, '-/branch:', passportTexts.branches, passportTexts.branchHead, [
    ['name', 26, textOf],
    ['address', 26, textOf],
    ['sedSystem', 18, (id) => systemTitle(systems, textOf(id))],
    ['pupils', 10, textOf],
    ['teachers', 10, textOf],
    ['classes', 10, textOf],
  ]);

type Property = readonly [name: string, width: number, words: (value: Json | undefined) => string];

const oneOf =
  (texts: Record<string, string>) =>
  (value: Json | undefined): string =>
    ownOf(texts, String(value)) ?? reportTexts.nothing;

/** A table of the place's rows; of different values of a row each one. */
function rowsBlocks(
  facts: Facts,
  prefix: string,
  title: string,
  heads: readonly string[],
  properties: readonly Property[],
): Block[] {
  const rows = [...facts.keys()]
    .filter((key) => key.startsWith(prefix))
    .sort()
    .map((key) => (facts.get(key) ?? []).filter((value) => value !== null));
  if (rows.length === 0) return [];
  const columns = columnsOf(
    heads,
    properties.map(([, width]) => width),
  );
  const wordsOfRow = (values: readonly Json[]) =>
    properties.map(([name, , words]) =>
      [...new Set(values.map((value) => words(propertiesOf(value)[name])))].join(' / '),
    );
  return [
    { kind: 'heading', text: title },
    { kind: 'table', columns, rows: rows.map(wordsOfRow) },
  ];
}

/** Columns by their heads and widths in per cent. */
export const columnsOf = (heads: readonly string[], widths: readonly number[]) =>
  widths.map((width, at) => ({ title: heads[at] ?? '', width }));
