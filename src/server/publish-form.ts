import { publicHistoryOf } from '../core/access/access.ts';
import type { Form } from '../core/form/form.ts';
import { formEntriesOf, formHashOf, missingEntries, publishedFormsOf } from '../core/form/published-form.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { appendByEndpoint } from './append-by-endpoint.ts';
import type { Endpoint } from './endpoint.ts';
import { publicRegistersOf } from './find-campaign.ts';
import { sha256 } from './store/histories.ts';

export type PublishProblem =
  | { code: 'unknown-place' | 'not-an-office'; id: string }
  /** that id and version are another form's already */
  | { code: 'version-taken'; id: string; version: number };

/**
 * FP1, FP2: publishes a form in the public history of a municipality or a region, once: the same form again writes nothing, and no
 * other form takes the id and version of one that is published there or above.
 */
export async function publishForm(
  endpoint: Endpoint,
  placeId: string,
  form: Form,
  author = 'импорт',
): Promise<Result<{ hash: string; newRevisions: number }, PublishProblem>> {
  const { byId, lineage } = await endpoint.places();
  const place = byId.get(placeId);
  if (!place) return fail({ code: 'unknown-place', id: placeId });
  if (place.kind !== 'municipality' && place.kind !== 'region') return fail({ code: 'not-an-office', id: placeId });
  const hash = formHashOf(form, sha256);
  const above = await publicRegistersOf(endpoint, lineage(placeId));
  const entries = missingEntries(formEntriesOf(form, sha256), above[0] ?? new Map());
  if (publishedFormsOf(above).some((one) => one.id === form.id && one.version === form.version && one.hash !== hash))
    return fail({ code: 'version-taken', id: form.id, version: form.version });
  const at = new Date(endpoint.now()).toISOString();
  const newRevisions = await endpoint.engine.write((writer) =>
    appendByEndpoint(endpoint, writer, publicHistoryOf(placeId), entries, {
      who: author,
      label: author,
      at,
      via: 'import',
    }),
  );
  return ok({ hash, newRevisions });
}
