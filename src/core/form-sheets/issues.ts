import type { ExpressionProblem } from '../expression/expression-problem.ts';

/** Where something stands in a spreadsheet. `row`: from 1, as spreadsheets count; `column`: from 0; both absent: the sheet, or the file, as a whole. */
export type Spot = { sheet: string; row?: number; column?: number; heading?: string };

/** Why a form cannot be made of it. */
type Fault =
  | { code: 'no-sheet' | 'no-rows' | 'too-many-rows' | 'no-name' | 'no-label' | 'no-list-name' | 'no-value' }
  | { code: 'no-heading'; wanted: string }
  | { code: 'heading-twice'; first: string }
  | { code: 'unknown-type'; typed: string }
  | { code: 'bad-name' | 'taken-name' | 'bad-form-id'; typed: string }
  | { code: 'name-twice' | 'option-twice'; typed: string; first: number }
  | { code: 'no-list'; list: string }
  | { code: 'not-a-number' | 'not-whole' | 'not-yes-no' | 'not-steps' | 'not-a-day'; typed: string }
  | { code: 'out-of-range'; typed: string; least: number; most: number | null }
  | { code: 'not-one-of'; typed: string; allowed: readonly string[] }
  | { code: 'too-long'; most: number }
  | { code: 'too-many'; what: 'groups' | 'questions' | 'options'; most: number }
  | { code: 'not-open' }
  | { code: 'not-closed'; name: string }
  | { code: 'empty-group'; name: string }
  | { code: 'weights'; sum: number }
  | { code: 'unknown-law'; typed: string }
  | { code: 'not-for-type'; type: string }
  | { code: 'needed-for-type'; wanted: string; type: string }
  | { code: 'expression'; problem: ExpressionProblem }
  | { code: 'unknown-question'; name: string }
  | { code: 'reads-self' }
  | { code: 'circle'; names: readonly string[] }
  | { code: 'unfit'; path: string };

/** What is usually a slip; the form is whole all the same. */
type Doubt =
  | { code: 'never-asked' | 'always-asked' | 'no-critical' | 'no-message' }
  | { code: 'unknown-option'; name: string; option: string }
  | { code: 'asked-later'; name: string }
  | { code: 'nothing-counts'; name: string }
  | { code: 'unused-list'; list: string }
  | { code: 'label-twice'; first: number }
  | { code: 'was-unknown'; name: string }
  | { code: 'other-meaning'; name: string; before: string };

/** What this program does not take over. */
type Skipped =
  | { code: 'unknown-sheet' | 'repeat' | 'or-other' | 'expression-skipped' }
  | { code: 'unknown-heading'; typed: string }
  | { code: 'skipped-type'; typed: string }
  | { code: 'taken-as'; typed: string; as: string }
  | { code: 'first-row-only' };

export type FormIssue = Spot &
  (({ level: 'error' } & Fault) | ({ level: 'warning' } & Doubt) | ({ level: 'skipped' } & Skipped));

/** Everything found while a form is read, in the order it was found; never more than people can read. */
export class Issues {
  readonly all: FormIssue[] = [];
  readonly #told = new Set<string>();
  /** in which the form says its words are, where they stand in several; null: it does not say */
  language: string | null = null;

  get hasErrors(): boolean {
    return this.all.some(({ level }) => level === 'error');
  }

  error(spot: Spot, fault: Fault): void {
    this.#add({ ...spot, level: 'error', ...fault });
  }

  warn(spot: Spot, doubt: Doubt): void {
    this.#add({ ...spot, level: 'warning', ...doubt });
  }

  skip(spot: Spot, skipped: Skipped): void {
    this.#add({ ...spot, level: 'skipped', ...skipped });
  }

  /** Once, though several questions share what it is about. */
  #add(found: FormIssue): void {
    const issue =
      'typed' in found && found.typed.length > longestTyped
        ? { ...found, typed: `${found.typed.slice(0, longestTyped)}…` }
        : found;
    const told = JSON.stringify(issue);
    if (this.all.length === mostIssues || this.#told.has(told)) return;
    this.#told.add(told);
    this.all.push(issue);
  }
}

/** So much of what was typed is enough to know it again. */
const longestTyped = 120;

/** More of them say nothing new. */
const mostIssues = 500;
