import type { ColumnForm } from '../form/column-form.ts';
import type { Json } from '../json.ts';
import type { Place } from '../places/place.ts';
import type { CellFate } from './sheet-cells.ts';

/** What a person said of doubts, by the name of the cell («Лист1!C7»); null: it is not taken. */
export type Decisions = ReadonlyMap<string, Json>;

/** What a doubt is about. */
type About =
  | { kind: 'column' }
  | { kind: 'school' }
  | { kind: 'branch'; school: string }
  | { kind: 'cell'; column: string; school: string; branch: string | null };

/** XT4: a doubt: where, what stood there, what is proposed (null: nothing), what else it may be, and what was decided. */
export type Question = {
  /** the cell, «Лист1!C7», and what of it where two things are asked, «Лист1!C7#14.modules» */
  key: string;
  about: About;
  /** of a school that was met above already */
  isTwice?: boolean;
  stood: string;
  proposed: Json;
  candidates: readonly Json[];
  /** absent: not decided yet; null: not taken */
  decided?: Json;
};

export type UnreadWhy =
  | 'no-table'
  | 'above-head'
  | 'not-taken'
  | 'total'
  | 'note'
  | 'no-name'
  | 'no-school'
  | 'no-place-for-it';

/** A row, or a part of one, that gives nothing. */
export type Unread = { key: string; why: UnreadWhy; stood: string };

/** A branch as it is written; `id` null: not known before. */
type TableBranch = { id: string | null; name: string; cells: ReadonlyMap<string, Json> };

export type TableSchool = {
  place: string;
  /** the cell with its name */
  key: string;
  cells: ReadonlyMap<string, Json>;
  branches: TableBranch[];
};

/** What a table gives as far as it is decided, every doubt of it, and all that gives nothing. */
export type TableReading = {
  schools: readonly TableSchool[];
  questions: readonly Question[];
  unread: readonly Unread[];
  /** every cell that is not empty, by name */
  fates: ReadonlyMap<string, CellFate>;
  /** figures and texts that will be taken */
  values: number;
};

/** What is known before the table is read. */
export type KnownSchools = {
  form: ColumnForm;
  /** all places of the officer, schools and branches among them */
  places: readonly Place[];
  /** branches the school's passport lists, besides those among the places */
  branchesOf: (schoolId: string) => readonly { id: string; name: string; address: string }[];
};

/** Doubts nobody has decided yet. */
export const openQuestions = ({ questions }: TableReading): Question[] =>
  questions.filter((question) => !('decided' in question));
