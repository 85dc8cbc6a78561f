import type { Form } from '../form/form.ts';
import type { Facts } from '../submission/facts.ts';
import { findPlace, type PaperPlace, placeAfter } from './paper-places.ts';
import { type PaperEntry, type PaperProblem, type PaperRead, refused, written } from './paper-problem.ts';
import { type PaperContext, readAnswerLine, readReason } from './read-answer-line.ts';
import {
  readAddress,
  readBranch,
  readBuildings,
  readExamLine,
  readFigure,
  readMonth,
  readYear,
  readYearRow,
  schoolLevels,
} from './read-table-line.ts';

/** Where the one who types stands. */
export type EntryState = {
  /** null: past the last place of the form */
  place: PaperPlace | null;
  /** the reason of «не применимо» is asked for */
  asksReason: boolean;
  /** the line refused last: Enter once more writes it as it stands on paper (PE4) */
  refused: string | null;
};

export type Entered = { state: EntryState; entries: readonly PaperEntry[]; problem: PaperProblem | null };

type Desk = PaperContext & { form: Form; places: readonly PaperPlace[] };

/** Where typing begins: at the first place of the form. */
export const beginEntry = (places: readonly PaperPlace[]): EntryState => at(places[0] ?? null);

const at = (place: PaperPlace | null): EntryState => ({ place, asksReason: false, refused: null });

/**
 * Enter on a typed line. PE1: a code alone goes to its place; a code with a value, or a value alone, is written, and PE6: the
 * next place that is asked comes; an empty line goes on without writing. PE4: what cannot be right is told and stays in the
 * field; Enter once more writes it as it stands on paper, where it does not count.
 */
export function enterLine(state: EntryState, typed: string, desk: Desk): Entered {
  const line = typed.trim();
  if (state.asksReason && state.place?.kind === 'indicator' && line !== '')
    return finish(state, state.place, line, readReason(state.place.indicator, line), desk);
  if (line === '')
    return { state: at(state.place && placeAfter(desk.places, state.place, desk)), entries: [], problem: null };
  const named = codeOf(line, state, desk.places);
  if (named === 'unknown')
    return { state: { ...state, refused: null }, entries: [], problem: { code: 'unknown-code', typed: line } };
  if (named && named.rest === '') return { state: at(named.place), entries: [], problem: null };
  const place = named?.place ?? state.place;
  if (!place) throw new Error('a line without a place is a code');
  return finish(state, place, line, readLine(place, named?.rest ?? line, desk), desk);
}

const codePattern =
  /^([KКR]\s?\d{1,2}[\s.-]?\d{1,2}|[МMПPГGСCS]\s?\d{1,2}|[ЭEФF]|\d{1,2}[-.]\d\d(?![.\d]))(?:\s*[,;]\s*|\s+|$)(.*)$/i;

/** The place a line begins with and what follows; null: the line is a value of the place that is open. */
function codeOf(
  line: string,
  { place }: EntryState,
  places: readonly PaperPlace[],
): { place: PaperPlace; rest: string } | 'unknown' | null {
  const [, code = '', rest = ''] = codePattern.exec(line) ?? [];
  // words may begin as a code does: then only a code alone is one
  if (place?.kind === 'indicator' && place.indicator.kind === 'text' && rest !== '') return null;
  // «3-05» is a day where a day is asked for, a figure where that is, and a pair in a table
  const mayBeDigits =
    place === null || (place.kind === 'indicator' && !['date', 'figure'].includes(place.indicator.kind));
  if (code === '' || (/^\d/.test(code) && !mayBeDigits)) return place === null ? 'unknown' : null;
  const found = findPlace(places, code);
  return found ? { place: found, rest: rest.trim() } : 'unknown';
}

function readLine(place: PaperPlace, text: string, desk: Desk): PaperRead {
  if (text === '/' && place.kind !== 'exams' && place.kind !== 'branches' && place.kind !== 'buildings')
    return written({ key: place.key, value: null });
  switch (place.kind) {
    case 'indicator':
      return readAnswerLine(place.indicator, text, desk);
    case 'figure':
      return readFigure(place.key, text);
    case 'buildings':
      return readBuildings(text, desk);
    case 'level':
      return readLevel(place.key, text);
    case 'branches':
      return readBranch(text, desk);
    case 'month':
      return readMonth(place.key, text);
    case 'year':
      return readYear(text, desk);
    case 'year-row':
      return readYearRow(place, text, desk);
    case 'exams':
      return readExamLine(text, desk.form, desk);
    case 'site':
      return readAddress(place.key, text);
  }
}

function readLevel(key: string, text: string): PaperRead {
  const level = schoolLevels[Number(text) - 1] ?? schoolLevels.find((one) => one.toUpperCase() === text.toUpperCase());
  return level
    ? written({ key, value: level })
    : refused({ code: 'not-a-key', typed: text, most: schoolLevels.length });
}

function finish(state: EntryState, place: PaperPlace, line: string, read: PaperRead, desk: Desk): Entered {
  if (read.ok) return goOn(place, read.entries, desk);
  const { problem, keep } = read;
  if (problem.code === 'reason-needed' && !state.asksReason)
    return { state: { place, asksReason: true, refused: null }, entries: [], problem: null };
  if (state.refused === line && keep.length > 0) return goOn(place, keep, desk);
  return { state: { ...state, place, refused: keep.length > 0 ? line : null }, entries: [], problem };
}

/** Exams and branches have many lines: one stays there until an empty line. */
function goOn(place: PaperPlace, entries: readonly PaperEntry[], desk: Desk): Entered {
  const stays = place.kind === 'branches' || (place.kind === 'exams' && entries[0]?.key !== 'GIA:reported');
  const facts: Facts = new Map([...desk.facts, ...entries.map(({ key, value }) => [key, [value]] as const)]);
  return { state: at(stays ? place : placeAfter(desk.places, place, { ...desk, facts })), entries, problem: null };
}
