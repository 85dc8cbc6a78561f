import type { Sheet } from '../monitoring-table/sheet-cells.ts';
import { cleanText, longestText } from '../submission/normalize-text.ts';
import type { Issues, Spot } from './issues.ts';

/** A column of a sheet: its name in the standard or here, and what people also call it. */
export type Heading = { name: string; also: readonly string[]; needed?: boolean };

/** What criteria, indicators and checks may be called. */
export const namePattern = /^(?!__proto__$)[\p{L}_][\p{L}\p{N}_.-]{0,59}$/u;

/** More rows are no form. */
const mostRows = 5000;

/** Letters, figures and underscores of a heading or a word, whatever else people put around and between. */
export const plainWord = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s\u00a0_*:.-]+/gu, '_')
    .replace(/^_|_$/g, '');

/** The text of a cell without spaces around it; lines stay. Of one longer than anything here may be, so much that it is still too long. */
const cellText = (text: string): string =>
  cleanText(text.slice(0, longestText + longestText).replaceAll('\r\n', '\n')).trim();

/** A row under the headings; every reading of a cell tells what is wrong with it. */
export class Row {
  readonly #sheet: string;
  readonly #cells: ReadonlyMap<string, { column: number; heading: string; text: string }>;
  readonly #issues: Issues;
  readonly #headings: ReadonlyMap<string, { column: number; heading: string }>;
  /** from 1 */
  readonly number: number;

  constructor(
    sheet: string,
    number: number,
    headings: ReadonlyMap<string, { column: number; heading: string }>,
    cells: ReadonlyMap<string, { column: number; heading: string; text: string }>,
    issues: Issues,
  ) {
    this.#sheet = sheet;
    this.number = number;
    this.#headings = headings;
    this.#cells = cells;
    this.#issues = issues;
  }

  /** Where a column of this row stands. */
  spot(name?: string): Spot {
    const heading = name === undefined ? undefined : this.#headings.get(name);
    return { sheet: this.#sheet, row: this.number, ...heading };
  }

  /** Columns in which something stands. */
  get filled(): readonly string[] {
    return [...this.#cells.keys()];
  }

  has(name: string): boolean {
    return this.text(name) !== '';
  }

  /** '' where nothing stands. */
  text(name: string): string {
    return this.#raw(name).replaceAll('\u00a0', ' ');
  }

  /** A name of such letters; where there is none, or another, that is told. */
  name(pattern: RegExp): string {
    const typed = this.text('name');
    if (typed === '') this.#issues.error(this.spot('name'), { code: 'no-name' });
    else if (!pattern.test(typed)) this.#issues.error(this.spot('name'), { code: 'bad-name', typed });
    return typed;
  }

  /** What people read, and must be able to. */
  label(): string {
    if (!this.has('label')) this.#issues.error(this.spot('label'), { code: 'no-label' });
    return this.words('label');
  }

  /** Text people read, no longer than a revision holds. */
  words(name: string): string {
    const text = this.#raw(name);
    if (text.length > longestText) this.#issues.error(this.spot(name), { code: 'too-long', most: longestText });
    return text.slice(0, longestText);
  }

  /** FS21: words in which the standard puts an answer; a text here says the same to everyone, so a gap stays in its place, and that is told. */
  sentence(name: string): string {
    const text = this.words(name);
    const plain = text.replace(/\$\{[^}]*\}/g, '…');
    if (plain !== text) this.#issues.skip(this.spot(name), { code: 'taken-as', typed: text, as: plain });
    return plain;
  }

  #raw(name: string): string {
    return this.#cells.get(name)?.text ?? '';
  }

  /** A number, with a comma or a point; undefined: nothing stands there, or none that can be read. */
  figure(name: string, least = 0, most: number | null = null): number | undefined {
    const typed = this.text(name);
    if (typed === '') return undefined;
    const figure = numberIn(typed);
    if (figure === null) this.#issues.error(this.spot(name), { code: 'not-a-number', typed });
    else if (figure < least || (most !== null && figure > most))
      this.#issues.error(this.spot(name), { code: 'out-of-range', typed, least, most });
    else return figure;
    return undefined;
  }

  /** A whole number. */
  count(name: string, least = 0): number | undefined {
    const figure = this.figure(name, least);
    if (figure === undefined || Number.isInteger(figure)) return figure;
    this.#issues.error(this.spot(name), { code: 'not-whole', typed: this.text(name) });
    return undefined;
  }

  /** Yes or no in any of the ways people write them; undefined: nothing stands there, or neither. */
  flag(name: string): boolean | undefined {
    const typed = plainWord(this.text(name));
    if (typed === '') return undefined;
    if (yes.has(typed)) return true;
    if (no.has(typed)) return false;
    this.#issues.error(this.spot(name), { code: 'not-yes-no', typed: this.text(name) });
    return undefined;
  }

  /** One of a few words; undefined: nothing stands there, or another word. */
  oneOf<Word extends string>(name: string, allowed: readonly Word[]): Word | undefined {
    const typed = this.text(name);
    const found = allowed.find((word) => plainWord(word) === plainWord(typed));
    if (typed !== '' && found === undefined)
      this.#issues.error(this.spot(name), { code: 'not-one-of', typed, allowed });
    return found;
  }

  /** Words with spaces, commas or semicolons between them. */
  list(name: string): readonly string[] {
    return this.text(name)
      .split(/[\s,;]+/)
      .filter((word) => word !== '');
  }
}

const yes: ReadonlySet<string> = new Set(['yes', 'true', 'true()', 'истина', '1', 'да', 'x', 'х', '+', 'v']);
const no: ReadonlySet<string> = new Set(['no', 'false', 'false()', 'ложь', '0', 'нет', '']);

/** A number as people and spreadsheets write it; null: none. */
export function numberIn(typed: string): number | null {
  const text = typed.replaceAll(/[\s\u00a0]/g, '').replace(',', '.');
  const figure = /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(figure) ? figure : null;
}

/** The sheet people call by one of these names. */
export const findSheet = (sheets: readonly Sheet[], names: readonly string[]): Sheet | undefined =>
  sheets.find(({ name }) => names.includes(plainWord(name)));

/**
 * FS1: the rows of a sheet under its headings, empty ones left out; the first row that has one of the headings is theirs. Tells of
 * headings that are missing, stand there twice, or are unknown though something stands under them.
 */
export function readRows(sheet: Sheet, headings: readonly Heading[], issues: Issues): readonly Row[] {
  const byWord = new Map(headings.flatMap(({ name, also }) => [name, ...also].map((word) => [plainWord(word), name])));
  const first = sheet.rows.findIndex((row) => row.some((cell) => byWord.has(headingWord(cell))));
  const spot = { sheet: sheet.name };
  if (first === -1) {
    issues.error(spot, { code: 'no-heading', wanted: headings[0]?.name ?? '' });
    return [];
  }
  const head = sheet.rows[first] ?? [];
  const places = new Map<string, { column: number; heading: string }>();
  const labels = new Map<string, number>();
  const tellUnknown = (place: { column: number; heading: string }) => {
    const isUsed = sheet.rows.slice(first + 1).some((row) => cellText(row[place.column] ?? '') !== '');
    if (isUsed) issues.skip({ ...spot, row: first + 1, ...place }, { code: 'unknown-heading', typed: place.heading });
  };
  for (const [column, cell] of head.entries()) {
    const name = byWord.get(headingWord(cell));
    const place = { column, heading: cellText(cell) };
    if (name === undefined) {
      tellUnknown(place);
      continue;
    }
    const rank = languageRank(cell, issues.language);
    const known = places.get(name);
    const knownRank = labels.get(name) ?? 0;
    if (known && rank === knownRank && rank === 0)
      issues.error({ ...spot, row: first + 1, ...place }, { code: 'heading-twice', first: known.heading });
    else if (known) tellUnknown(rank > knownRank ? known : place);
    if (!known || rank > knownRank) {
      places.set(name, place);
      labels.set(name, rank);
    }
  }
  for (const { name, needed } of headings)
    if (needed && !places.has(name)) issues.error({ ...spot, row: first + 1 }, { code: 'no-heading', wanted: name });
  const below = sheet.rows.slice(first + 1);
  if (below.length > mostRows) issues.error(spot, { code: 'too-many-rows' });
  return below.slice(0, mostRows).flatMap((cells, at) => {
    const read = new Map(
      [...places].flatMap(([name, place]) => {
        const text = cellText(cells[place.column] ?? '');
        return text === '' ? [] : [[name, { ...place, text }] as const];
      }),
    );
    return read.size === 0 ? [] : [new Row(sheet.name, first + at + 2, places, read, issues)];
  });
}

/** «label::Русский (ru)» is a label; one colon is how it was written at first. */
const headingWord = (cell: string): string => plainWord(cell.split(':')[0] ?? cell);

/** FS21: of several translations the Russian one counts, else the form's own language, else one without a language, else the first. */
function languageRank(cell: string, own: string | null): number {
  const language = (/:+(.*)$/s.exec(cell)?.[1] ?? '').trim().toLowerCase();
  if (language === '') return 0;
  if (/\(ru\)|^ru$|russian|русск/.test(language)) return 2;
  return language === own ? 1 : -1;
}
