import { loadWords, rules } from 'virtual:form';
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Form } from '../core/form/form.ts';
import { type FormWords, joinForm } from '../core/form/form-words.ts';

const known = signal<FormWords>({});
const asked = new Map<string, Promise<FormWords>>();

/** The form with the texts that have come (FM4). Rules are there from the beginning, so scores are always whole. */
export const formOnScreen: ReadonlySignal<Form> = computed(() => joinForm(rules, known.value));

/** Brings the texts of these criteria, of all of them when none is named or one is unknown. Rejects when a file does not arrive. */
export async function bringWords(criterionIds: readonly string[] = []): Promise<void> {
  const all = Object.keys(loadWords);
  const wanted = criterionIds.length > 0 && criterionIds.every((id) => all.includes(id)) ? criterionIds : all;
  const parts = await Promise.all(wanted.map(wordsOnce));
  const fresh = parts.filter((part) => Object.keys(part).some((id) => !(id in known.value)));
  if (fresh.length > 0) known.value = Object.assign({}, known.value, ...fresh);
}

function wordsOnce(criterionId: string): Promise<FormWords> {
  const load = loadWords[criterionId];
  const coming = asked.get(criterionId) ?? load?.().then(({ words }) => words) ?? Promise.resolve({});
  asked.set(criterionId, coming);
  coming.catch(() => asked.delete(criterionId)); // the next one who needs it asks again
  return coming;
}
