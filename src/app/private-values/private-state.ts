import type { Json } from '../../core/json.ts';
import type { PrivateRow } from './private-store.ts';

/**
 * What a register of contacts stands for here. `elsewhere`: it was given, and its value is not on this device. PV9: `where` the value
 * is besides, as far as this device was told, `since` when (ISO).
 */
export type PrivateState =
  | { state: 'empty' }
  | { state: 'elsewhere' }
  | { state: 'here'; value: Json; where: 'device' | 'file' | 'endpoint'; since: string | null };

/** PV9 */
export function whereIs({ kept, keptAt, carriedAt }: PrivateRow): {
  where: 'device' | 'file' | 'endpoint';
  since: string | null;
} {
  if (kept) return { where: 'endpoint', since: keptAt ?? null };
  return carriedAt === undefined ? { where: 'device', since: null } : { where: 'file', since: carriedAt };
}
