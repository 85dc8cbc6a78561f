import type * as z from 'zod/mini';
import type { Form } from '../form/form.ts';
import type { Json } from '../json.ts';
import type { Place } from '../places/place.ts';
import type { Facts } from '../submission/facts.ts';
import { type Totals, totalsOf } from '../submission/passport.ts';
import { ownSystemId, type System, type SystemKind } from '../systems/systems.ts';
import type { AnswersProblem, AnswersWarning } from './answers-problem.ts';
import type { FileCampaign } from './file-campaign.ts';
import { parseWith } from './parse-with.ts';

type ReadingPlace = {
  /** places below the school */
  branches?: readonly Place[];
  /** the region's dictionary; null: it is not at hand */
  systems?: readonly System[] | null;
};

/** One school of the file while it is read: what will be stored, and what was wrong on the way. */
export class Reading {
  /** what will be stored, by short key (core/submission/facts.ts) */
  readonly values = new Map<string, Json>();
  /** where in the file each of them stands */
  readonly paths = new Map<string, string>();
  /** what is kept apart from revisions, by full path of its register */
  readonly privates = new Map<string, Json>();
  readonly problems: AnswersProblem[] = [];
  readonly warnings: AnswersWarning[] = [];
  readonly branches: readonly Place[];
  readonly systems: readonly System[] | null;

  constructor(
    readonly form: Form,
    readonly campaign: FileCampaign,
    /** what is known of the place already */
    readonly stored: Facts,
    { branches = [], systems = null }: ReadingPlace = {},
  ) {
    this.branches = branches;
    this.systems = systems;
  }

  /** AF5: a register is written once; a second row for it is a problem, not a correction. */
  take(key: string, value: Json, path: string): void {
    if (this.values.has(key)) this.problems.push({ code: 'row-twice', path });
    else {
      this.values.set(key, value);
      this.paths.set(key, path);
    }
  }

  /** A value that must never stand in a revision (staff contacts). */
  takePrivate(key: string, value: Json, path: string): void {
    if (this.privates.has(key)) this.problems.push({ code: 'row-twice', path });
    else this.privates.set(key, value);
  }

  /** A value that fits its schema; else its problems are noted and it is undefined. */
  parse<Value>(schema: z.ZodMiniType<Value>, raw: unknown, path: string): Value | undefined {
    const parsed = parseWith(schema, raw, path);
    if (parsed.ok) return parsed.value;
    this.problems.push(...parsed.problem);
    return undefined;
  }

  /** DW3: where the region's dictionary is at hand, an id of its own stands in it, among systems of this kind. */
  checkSystem(id: unknown, kind: SystemKind, path: string): void {
    if (this.systems === null || typeof id !== 'string' || !ownSystemId.test(id)) return;
    const known = this.systems.filter((one) => one.kind === kind && ownSystemId.test(one.id));
    if (known.some((one) => one.id === id)) return;
    const names = known.map(({ id: knownId, title }) => `${knownId} — ${title}`);
    this.problems.push({ code: 'unknown-system', id, known: names, path });
  }

  /** The place's facts as they will be when everything read so far is stored. */
  facts(): Facts {
    const read = [...this.values].map(([key, value]): [string, readonly Json[]] => [key, [value]]);
    return new Map([...this.stored, ...read]);
  }

  totals(): Totals {
    return totalsOf(this.facts());
  }
}
