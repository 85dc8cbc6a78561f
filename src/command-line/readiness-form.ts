import type { Form } from '../core/form/form.ts';
import { parseForm } from '../core/form/parse-form.ts';
import { publishedForms } from '../forms/forms.ts';

/** The readiness form this program was built with. */
export function readinessForm(): Form {
  const parsed = parseForm(publishedForms[0]);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return parsed.value;
}
