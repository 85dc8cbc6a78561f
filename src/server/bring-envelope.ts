import type { Actor } from '../core/access/access.ts';
import { fail, type Result } from '../core/result.ts';
import { type AcceptProblem, acceptQuarantined } from './decide-quarantine.ts';
import type { Endpoint } from './endpoint.ts';
import { type ImportedEnvelope, type ImportProblem, importEnvelope, planImport } from './import-envelope.ts';

export type BringProblem = ImportProblem | AcceptProblem | { code: 'not-allowed' };

/**
 * EV16: an officer's device hands in a file with his rights: only what belongs to a place of his or below it. `placeId`: the
 * school he names for a file nobody vouches for; a file somebody vouches for goes where its key belongs, whatever he names.
 */
export async function bringEnvelope(
  endpoint: Endpoint,
  officer: Actor,
  bytes: Uint8Array,
  placeId: string | null,
): Promise<Result<ImportedEnvelope, BringProblem>> {
  const { byId, lineage } = await endpoint.places();
  const isHis = (place: string) => byId.has(place) && lineage(place).includes(officer.place);
  const plan = await planImport(endpoint, bytes);
  if (!plan.ok) return plan;
  const { judgement } = plan.value;
  const owner = judgement.kind === 'doubtful' ? (judgement.device?.place ?? null) : judgement.actor.place;
  if (owner !== null && !isHis(owner)) return fail({ code: 'not-allowed' });
  if (placeId !== null && !isHis(placeId)) return fail({ code: 'not-allowed' });
  const imported = await importEnvelope(endpoint, bytes);
  if (imported.ok || imported.problem.code !== 'quarantined' || placeId === null) return imported;
  return acceptQuarantined(endpoint, imported.problem.id, placeId);
}
