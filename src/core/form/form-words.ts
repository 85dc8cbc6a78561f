import type { Criterion, Form, Indicator } from './form.ts';

/** What people read of an indicator; nothing of it is counted with. */
const wordNames = [
  'question',
  'evidence',
  'finding',
  'findingOther',
  'recommendation',
  'recommendWith',
  'law',
  'positive',
  'passClause',
  'failClause',
  'code',
  'style',
] as const satisfies readonly (keyof Indicator)[];

type WordName = (typeof wordNames)[number];

/** Texts of indicators by id. */
export type FormWords = Readonly<Record<string, Pick<Indicator, WordName>>>;

type RulesOf<Part extends { indicators: unknown }> = Omit<Part, 'indicators'> & {
  indicators: readonly Omit<Indicator, WordName>[];
};

/** A form with everything that is counted with and none of its indicators' texts. */
export type FormRules = Omit<Form, 'criteria'> & { criteria: readonly RulesOf<Criterion>[] };

const unread: Pick<Indicator, WordName> = {
  question: '',
  evidence: '',
  finding: '',
  recommendation: '',
  law: [],
  code: '',
  style: 'auto',
};

const isWord = (name: string): boolean => wordNames.some((one) => one === name);

function part<Kept>(indicator: Indicator, keep: (name: string) => boolean): Kept {
  return Object.fromEntries(Object.entries(indicator).filter(([name]) => keep(name))) as Kept;
}

/** FM4: what scores come from, without the texts. */
export function rulesOf(form: Form): FormRules {
  const criteria = form.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators.map((one) => part<Omit<Indicator, WordName>>(one, (name) => !isWord(name))),
  }));
  return { ...form, criteria };
}

/** FM4: the texts of one criterion. */
export function wordsOf(criterion: Criterion): FormWords {
  return Object.fromEntries(criterion.indicators.map((one) => [one.id, part<Pick<Indicator, WordName>>(one, isWord)]));
}

/** FM4: rules and the texts that have come; with all of them it is the form as published. */
export function joinForm(rules: FormRules, words: FormWords): Form {
  const criteria = rules.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators.map((one) => ({ ...one, ...(words[one.id] ?? unread) })),
  }));
  return { ...rules, criteria };
}
