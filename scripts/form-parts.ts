import type { Plugin } from 'vite';
import { rulesOf, wordsOf } from '../src/core/form/form-words.ts';
import { parseForm } from '../src/core/form/parse-form.ts';
import { collectableForms, publishedForms } from '../src/forms/forms.ts';

const name = 'virtual:form';

/**
 * `virtual:form` is the first published form in parts (FM4): the rules, and for each criterion a file of its own with the texts;
 * and the titles of all forms a campaign may collect (MS2).
 * FM1: a form that does not fit its schema is refused here, at the build, so that no device has to check it at every start.
 */
export function formParts(): Plugin {
  const parsed = parseForm(publishedForms[0]);
  if (!parsed.ok) throw new Error(`the form cannot be published: ${JSON.stringify(parsed.problem)}`);
  const form = parsed.value;
  return {
    name: 'form-parts',
    resolveId: (asked) => (asked === name || asked.startsWith(`${name}/`) ? `\0${asked}` : null),
    load(id) {
      if (!id.startsWith(`\0${name}`)) return null;
      const criterion = form.criteria.find((one) => id === `\0${name}/${one.id}`);
      if (criterion) return `export const words = ${JSON.stringify(wordsOf(criterion))};`;
      const loads = form.criteria.map(({ id: own }) => `${own}: () => import('${name}/${own}')`);
      const titles = collectableForms.map(({ id: formId, version, title }) => ({ id: formId, version, title }));
      return `export const rules = ${JSON.stringify(rulesOf(form))};\nexport const formTitles = ${JSON.stringify(titles)};\nexport const loadWords = { ${loads.join(', ')} };`;
    },
  };
}
