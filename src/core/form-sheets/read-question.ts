import type { Indicator } from '../form/form.ts';
import { totalSchema } from '../form/form-schema.ts';
import type { Issues } from './issues.ts';
import { takenAs } from './question-type.ts';
import type { Lists } from './read-choices.ts';
import { ownKindOf } from './read-choices.ts';
import { numberIn, type Row } from './sheet-rows.ts';

const styles = ['auto', 'named', 'except', 'percent', 'notAll', 'staff'] as const;
const sources = ['JRN.mean', 'YEAR.share', 'GIA.share'] as const;

/** What the form says of every question of it. */
export type Surroundings = {
  lists: Lists;
  issues: Issues;
  /** codes of legal acts the program knows */
  laws: ReadonlySet<string>;
  /** whether anything of the form is scored */
  isScored: boolean;
};

type Question = { type: string; list: string | null };

/** The indicator without the parts a row says nothing of. */
type Parts = { [Name in keyof Indicator]?: Indicator[Name] | undefined };

/** FS5: one question. What is wrong in its cells is told, all of it; an indicator comes back all the same, so that reading goes on. */
export function readQuestion(row: Row, question: Question, given: Surroundings): Indicator {
  const { issues } = given;
  const { kind, ...ofKind } = readKind(row, question, given);
  const parts: Parts = {
    ...readWords(row),
    law: readLaw(row, given),
    relevant: row.has('relevant') ? row.words('relevant') : undefined,
    constraint: row.has('constraint') ? row.words('constraint') : undefined,
    constraintMessage: row.has('constraint_message') ? row.sentence('constraint_message') : undefined,
    was: row.has('was') ? [...row.list('was')] : undefined,
    recommendWith: row.has('recommend_with') ? [...row.list('recommend_with')] : undefined,
    optional: isOptional(row, kind, given) ? true : undefined,
    ...ofKind,
  };
  if (row.has('constraint') && !row.has('constraint_message'))
    issues.warn(row.spot('constraint'), { code: 'no-message' });
  return {
    id: row.text('name'),
    code: row.text('code') || row.text('name'),
    kind,
    points: row.figure('points') ?? 0,
    critical: row.flag('critical') ?? false,
    style: row.oneOf('style', styles) ?? 'auto',
    ...(whole(parts) as Pick<Indicator, 'question' | 'evidence' | 'finding' | 'recommendation' | 'law'>),
  };
}

/**
 * The standard asks nothing that is not required; a scored form asks everything that is not said to be optional. FS21: what is
 * required by a condition may stay empty, and that is told.
 */
function isOptional(row: Row, kind: Indicator['kind'], { isScored, issues }: Surroundings): boolean {
  const isCondition = /[${(=]/.test(row.text('required').replace(/^(true|false)\(\)$/i, ''));
  if (isCondition) issues.skip(row.spot('required'), { code: 'expression-skipped' });
  const required = isCondition ? false : row.flag('required');
  return kind !== 'derived' && (required === undefined ? !isScored : !required);
}

const readWords = (row: Row): Parts => ({
  question: row.sentence('label') || row.sentence('hint'),
  evidence: row.sentence('hint'),
  finding: row.words('finding'),
  recommendation: row.words('recommendation'),
  positive: row.has('positive') ? row.words('positive') : undefined,
  passClause: row.has('pass_clause') ? row.words('pass_clause') : undefined,
  failClause: row.has('fail_clause') ? row.words('fail_clause') : undefined,
  findingWhen: row.oneOf('finding_when', ['notProvided'] as const),
  findingOther: row.has('finding_other') ? row.words('finding_other') : undefined,
});

function readLaw(row: Row, { laws, issues }: Surroundings): string[] {
  const named = row.list('law');
  for (const typed of named) if (!laws.has(typed)) issues.error(row.spot('law'), { code: 'unknown-law', typed });
  return named.filter((code) => laws.has(code));
}

function readKind(row: Row, question: Question, given: Surroundings): Parts & { kind: Indicator['kind'] } {
  const { issues } = given;
  const { type, list } = question;
  const only = (types: readonly string[], names: readonly string[]) => {
    for (const name of names)
      if (row.has(name) && !types.includes(type)) issues.error(row.spot(name), { code: 'not-for-type', type });
  };
  only(['integer'], ['total', 'per_building', 'target']);
  only(['integer', 'decimal', 'range', 'calculate'], ['steps']);
  only(['date'], ['fresh_full', 'fresh_half']);
  only(['calculate'], ['calculation', 'source']);
  switch (type) {
    case 'select_one':
    case 'select_multiple':
      return ofList(row, type, list, given);
    case 'integer':
    case 'decimal':
    case 'range':
      return ofNumber(row, type, issues);
    case 'date': {
      const [full, half] = [row.count('fresh_full'), row.count('fresh_half')];
      if (row.has('fresh_full') !== row.has('fresh_half'))
        issues.error(row.spot(row.has('fresh_full') ? 'fresh_half' : 'fresh_full'), { code: 'no-value' });
      else if (full !== undefined && half !== undefined && half < full)
        issues.error(row.spot('fresh_half'), {
          code: 'out-of-range',
          typed: row.text('fresh_half'),
          least: full,
          most: null,
        });
      return { kind: 'date', fresh: full !== undefined && half !== undefined ? [full, half] : undefined };
    }
    case 'calculate': {
      const source = row.oneOf('source', sources);
      const calculation = row.has('calculation') ? row.words('calculation') : undefined;
      if (row.has('source') && row.has('calculation')) issues.error(row.spot('source'), { code: 'not-for-type', type });
      if (!source && calculation === undefined && !row.has('source'))
        issues.error(row.spot('calculation'), { code: 'needed-for-type', wanted: 'calculation', type });
      return { kind: 'derived', source, calculation, steps: readSteps(row, issues) };
    }
    default:
      return { kind: takenAs[type] ?? 'text' };
  }
}

function ofList(
  row: Row,
  type: string,
  list: string | null,
  { lists, issues }: Surroundings,
): Parts & { kind: Indicator['kind'] } {
  if (list === null) {
    issues.error(row.spot('type'), { code: 'needed-for-type', wanted: 'list_name', type });
    return { kind: 'text' };
  }
  const own = type === 'select_one' ? ownKindOf(list, lists) : null;
  if (own !== null) return { kind: own };
  const options = lists.get(list);
  if (!options) {
    issues.error(row.spot('type'), { code: 'no-list', list });
    return { kind: 'text' };
  }
  const titled = options.filter(({ label, name }) => label !== '' && label !== name);
  return {
    kind: type === 'select_one' ? 'choice' : 'choices',
    options: Object.fromEntries(options.map(({ name, share }) => [name, share])),
    optionOrder: orderOf(options.map(({ name }) => name)),
    optionTitles: titled.length > 0 ? Object.fromEntries(titled.map(({ name, label }) => [name, label])) : undefined,
  };
}

/** The order of the sheet, where registers would keep another: they sort names. */
function orderOf(names: readonly string[]): string[] | undefined {
  const kept = Object.keys(Object.fromEntries([...names].sort().map((name) => [name, 0])));
  return kept.join('\n') === names.join('\n') ? undefined : [...names];
}

function ofNumber(row: Row, type: string, issues: Issues): Parts & { kind: Indicator['kind'] } {
  const total = row.oneOf('total', totalSchema.options);
  const steps = readSteps(row, issues);
  const without = (...names: string[]) => {
    for (const name of names) if (row.has(name)) issues.error(row.spot(name), { code: 'not-for-type', type });
  };
  if (row.has('total')) {
    without('per_building', 'steps');
    return { kind: 'ratio', total: total ?? 'pupils', target: row.figure('target', 0, 1) };
  }
  if (row.has('target')) issues.error(row.spot('target'), { code: 'needed-for-type', wanted: 'total', type });
  if (row.has('per_building')) {
    without('steps');
    return { kind: 'number', perBuilding: row.count('per_building', 1) };
  }
  return { kind: 'figure', decimal: type === 'decimal' ? true : undefined, steps };
}

/** FS6: «98:1; 90:0,5; 0:0»: from so much on it earns such a share, the highest first. */
function readSteps(row: Row, issues: Issues): [number, number][] | undefined {
  const typed = row.text('steps');
  if (typed === '') return undefined;
  const steps = typed
    .split(/[;\n]+/)
    .filter((part) => part.trim() !== '')
    .map((part) => part.split(':').map(numberIn));
  const fits =
    steps.length > 0 &&
    steps.every(
      (step, at) =>
        step.length === 2 &&
        step.every((figure) => figure !== null) &&
        (step[1] ?? -1) >= 0 &&
        (step[1] ?? 2) <= 1 &&
        (at === 0 || (steps[at - 1]?.[0] ?? 0) > (step[0] ?? 0)),
    );
  if (fits) return steps as [number, number][];
  issues.error(row.spot('steps'), { code: 'not-steps', typed });
  return undefined;
}

/** The parts that are there. */
function whole(parts: Parts): Parts {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}
