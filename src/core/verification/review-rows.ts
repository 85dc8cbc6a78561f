import type { Form, Indicator } from '../form/form.ts';
import { canonicalJson, type Json } from '../json.ts';
import type { IndicatorLine } from '../scoring/assessment.ts';
import type { Registers } from '../submission/registers.ts';
import type { Revision } from '../submission/revision.ts';
import { type Check, type Judged, judgedHeads, type Return } from './check.ts';
import type { Standing } from './standing.ts';

/**
 * How one answer stands with the municipality: `returned`: it waits for the school; `corrected`: the school has answered anew
 * after it was given back; `stale`: it has answered anew after a check.
 */
export type ReviewState = 'unchecked' | 'confirmed' | 'disputed' | 'stale' | 'returned' | 'corrected';

export type ReviewRow = {
  indicator: Indicator;
  /** by the school's own answers */
  line: IndicatorLine;
  state: ReviewState;
  check: Check | null;
  returned: Return | null;
  /** the answer, its evidence or a row of its table was changed after the submission */
  isLate: boolean;
};

export type ReviewGroup = {
  criterionId: string;
  /** its place in the form, from 1 */
  number: number;
  title: string;
  /** scores by the school's answers and with the officer's values; null: nothing applies */
  before: number | null;
  after: number | null;
  rows: readonly ReviewRow[];
};

/**
 * VS1: a row for every indicator the school was asked, or is asked by the officer's values, in the order of the form, with the
 * score of its criterion before and after.
 */
export function reviewGroups(form: Form, standing: Standing): ReviewGroup[] {
  const { assessment, verified } = standing;
  return form.criteria.map(({ id, title, indicators }, at) => {
    const own = assessment.criteria[at];
    const judged = (verified ?? assessment).criteria[at];
    return {
      criterionId: id,
      number: at + 1,
      title,
      before: own?.score ?? null,
      after: judged?.score ?? null,
      rows: indicators.flatMap((indicator, place): ReviewRow[] => {
        const line = own?.lines[place];
        const isAsked = line?.state !== 'hidden' || judged?.lines[place]?.state !== 'hidden';
        return line && isAsked ? [rowOf(indicator, line, standing)] : [];
      }),
    };
  });
}

function rowOf(indicator: Indicator, line: IndicatorLine, { checks, returns, changed }: Standing): ReviewRow {
  const check = checks.get(indicator.id) ?? null;
  const returned = returns.get(indicator.id) ?? null;
  const { key, table } = judgedOf(indicator);
  const isOwn = (path: string): boolean => {
    const own = path.split('/').at(-1) ?? '';
    return own === key || own === `${key}#evidence` || (table !== undefined && own.startsWith(`${table}:`));
  };
  return { indicator, line, state: stateOf(check, returned), check, returned, isLate: changed.some(isOwn) };
}

/** VS2: what was given back waits for the school whatever was judged before; then a check that counts; then what became of the others. */
function stateOf(check: Check | null, returned: Return | null): ReviewState {
  if (returned && !returned.isAnswered) return 'returned';
  if (check && !check.isStale) return check.state;
  if (returned) return 'corrected';
  return check ? 'stale' : 'unchecked';
}

/** What a judgement of an indicator is about: its answer, or the table its figure comes from. */
export function judgedOf({ id, source }: Pick<Indicator, 'id' | 'source'>): Judged {
  const table = source?.split('.')[0];
  return table === undefined ? { key: id } : { key: id, table };
}

/**
 * VS3: the heads an officer judges: those submitted and those that stand now, for he has both on screen; so a correction he has
 * seen is still judged when the school submits it.
 */
export function headsOnScreen(
  indicator: Pick<Indicator, 'id' | 'source'>,
  { registers }: Pick<Standing, 'registers'>,
  now: Registers,
  { campaignId, formId }: { campaignId: string; formId: string },
): Revision[] {
  const judged = judgedOf(indicator);
  const heads = [registers, now].flatMap((one) => judgedHeads(one, campaignId, formId, judged));
  return [...new Map(heads.map((head) => [head.id, head])).values()];
}

/** VS4: what can be shown alone. `unchecked`: everything that still waits for the officer. */
export const reviewFilters = ['all', 'unchecked', 'disputed', 'late', 'returned', 'critical'] as const;
export type ReviewFilter = (typeof reviewFilters)[number];

const shows: Record<ReviewFilter, (row: ReviewRow) => boolean> = {
  all: () => true,
  unchecked: ({ state }) => state === 'unchecked' || state === 'stale' || state === 'corrected',
  disputed: ({ state }) => state === 'disputed',
  late: ({ isLate }) => isLate,
  returned: ({ state }) => state === 'returned' || state === 'corrected',
  critical: ({ indicator }) => indicator.critical,
};

export const isShown = (filter: ReviewFilter, row: ReviewRow): boolean => shows[filter](row);

/** VS4: how many rows each filter shows. */
export function countShown(groups: readonly ReviewGroup[]): Record<ReviewFilter, number> {
  const rows = groups.flatMap((group) => group.rows);
  return Object.fromEntries(
    reviewFilters.map((filter) => [filter, rows.filter((row) => isShown(filter, row)).length]),
  ) as Record<ReviewFilter, number>;
}

/** VS5: what a key does on a row in focus, by its place on the keyboard, so that any layout will do. */
export function reviewKeyOf(code: string): 'confirm' | 'dispute' | 'return' | 'open' | 'up' | 'down' | null {
  switch (code.replace('Numpad', 'Digit')) {
    case 'Digit1':
      return 'confirm';
    case 'Digit2':
      return 'dispute';
    case 'Digit3':
      return 'return';
    case 'Enter':
    case 'DigitEnter':
      return 'open';
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    default:
      return null;
  }
}

/** VS6: whether the officer's value is the school's own one: then there is nothing to dispute. */
export const isSameValue = (line: IndicatorLine, value: Json): boolean =>
  line.state !== 'conflict' && canonicalJson(line.value) === canonicalJson(value);
