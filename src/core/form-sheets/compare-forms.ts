import { type Form, type Indicator, indicatorsOf } from '../form/form.ts';
import { nameThen } from '../form/form-versions.ts';
import { canonicalJson, type Json } from '../json.ts';

/** What became of one indicator between two versions of a form. `name`: today's, or of a removed one the last. */
export type FormChange = {
  kind: 'added' | 'removed' | 'renamed' | 'rescaled' | 'reworded' | 'other-kind' | 'other-meaning';
  name: string;
  question: string;
  /** of a renamed one its name, of one that reads otherwise its question, before */
  before?: string;
};

export type FormComparison = {
  changes: readonly FormChange[];
  /** criteria whose weight is another one */
  weights: readonly { id: string; before: number; now: number }[];
  /** names in `was` the earlier version does not have */
  unknown: readonly { name: string; was: string }[];
};

const scales = [
  'points',
  'total',
  'target',
  'perBuilding',
  'fresh',
  'options',
  'steps',
  'source',
  'calculation',
] as const;
const texts = ['question', 'evidence', 'finding', 'recommendation', 'optionTitles'] as const;

/**
 * FS13: what a version changes against an earlier one: indicators added, removed, renamed by `was`, earning otherwise, reading
 * otherwise, or answered in another way; and names that now stand at a question with hardly a word in common, which is usually a slip.
 */
export function compareForms(before: Form, now: Form): FormComparison {
  const earlier = new Map(indicatorsOf(before).map((indicator) => [indicator.id, indicator]));
  const followed = new Set<string>();
  const changes: FormChange[] = [];
  const unknown: { name: string; was: string }[] = [];
  for (const indicator of indicatorsOf(now)) {
    const { id: name, question, was = [] } = indicator;
    for (const one of was) if (!earlier.has(one)) unknown.push({ name, was: one });
    const then = earlier.get(nameThen(before, now, name) ?? '');
    if (!then) {
      changes.push({ kind: 'added', name, question });
      continue;
    }
    followed.add(then.id);
    if (then.id !== name) changes.push({ kind: 'renamed', name, question, before: then.id });
    changes.push(...changesOf(then, indicator));
  }
  for (const { id, question } of earlier.values())
    if (!followed.has(id)) changes.push({ kind: 'removed', name: id, question });
  const weights = now.criteria.flatMap(({ id, weight }) => {
    const old = before.criteria.find((one) => one.id === id);
    return old && old.weight !== weight ? [{ id, before: old.weight, now: weight }] : [];
  });
  return { changes, weights, unknown };
}

function changesOf(then: Indicator, now: Indicator): FormChange[] {
  const { id: name, question } = now;
  const about = { name, question };
  const isOther = !isAlike(then.question, question);
  if (isOther && then.id === name) return [{ kind: 'other-meaning', ...about, before: then.question }];
  if (then.kind !== now.kind) return [{ kind: 'other-kind', ...about }];
  const differs = (names: readonly (keyof Indicator)[]) =>
    names.some((one) => canonicalJson((then[one] ?? null) as Json) !== canonicalJson((now[one] ?? null) as Json));
  return [
    ...(differs(scales) ? [{ kind: 'rescaled' as const, ...about }] : []),
    ...(differs(texts) ? [{ kind: 'reworded' as const, ...about, before: then.question }] : []),
  ];
}

/** Whether two questions have a third of their longer words in common; endings aside. */
function isAlike(before: string, now: string): boolean {
  const [one, other] = [stemsOf(before), stemsOf(now)];
  if (one.size === 0 || other.size === 0) return before === now;
  const common = [...one].filter((stem) => other.has(stem)).length;
  return common * 3 >= Math.min(one.size, other.size);
}

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 5)),
  );
