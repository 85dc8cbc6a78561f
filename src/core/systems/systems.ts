import * as z from 'zod/mini';
import type { Json } from '../json.ts';
import type { Registers } from '../submission/registers.ts';
import { defaultSystems } from './default-systems.ts';

const line = z.string().check(z.maxLength(300));

/** What a region says of one system, in its public history. */
const systemSchema = z.object({
  title: line.check(z.regex(/\S/)),
  vendor: line,
  address: line,
  kind: z.enum(['grade-book', 'surrounding']),
  used: z.boolean(),
});

export type SystemKind = z.infer<typeof systemSchema>['kind'];
export type System = z.infer<typeof systemSchema> & { id: string };

const prefix = '-/system:';

/** Where a region's words about a system stand, in its public history. */
export const systemPathOf = (id: string): string => `${prefix}${id}`;

/** SD2: a region's own ids are told from shipped ones by their beginning, so no later release can give them another meaning. */
export const ownSystemId = /^own-[a-z0-9]{8}$/;

/** SD2: answers that name no system; every total tells them apart, so they stay as they are. */
export const isFixedSystem = (id: string): boolean => id === 'other' || id === 'none';

/**
 * SD1: the dictionary of systems is the shipped list with what the highest place above says of each, its own added after it.
 * SD2: a shipped id keeps its kind, and nothing leaves the list, so an old answer keeps its words.
 * `published`: public histories above, nearest first.
 */
export function systemsOf(published: readonly Registers[]): readonly System[] {
  const said = saidOf(published.at(-1));
  if (said.size === 0) return defaultSystems;
  const shipped = defaultSystems.map((system) => {
    const changed = isFixedSystem(system.id) ? undefined : said.get(system.id);
    return changed ? { ...changed, kind: system.kind } : system;
  });
  return [...shipped, ...[...said.values()].filter(({ id }) => ownSystemId.test(id))];
}

function saidOf(registers: Registers | undefined): Map<string, System> {
  const said = new Map<string, System>();
  for (const path of [...(registers?.keys() ?? [])].filter((one) => one.startsWith(prefix)).sort()) {
    const id = path.slice(prefix.length);
    const parsed = systemSchema.safeParse(registers?.get(path)?.[0]?.value);
    if (parsed.success) said.set(id, { id, ...parsed.data });
  }
  return said;
}

/** What is written of a system. */
export const systemValueOf = ({ title, vendor, address, kind, used }: System): Json => ({
  title: title.trim(),
  vendor: vendor.trim(),
  address: address.trim(),
  kind,
  used,
});

/** SD3: what a school may choose from, id → words: grade books in use, and the one that stands there already. */
export function systemChoices(systems: readonly System[], standing: Json | undefined): Record<string, string> {
  const offered = systems.filter(({ id, kind, used }) => (kind === 'grade-book' && used) || id === standing);
  const named = offered.filter(({ id }) => !isFixedSystem(id));
  const inOrder = [...named, ...offered.filter(({ id }) => isFixedSystem(id))]; // «другая» is read after all it is other than
  return Object.fromEntries(inOrder.map(({ id, title }) => [id, title]));
}

/** SD2: the words of an id, switched off or not; one this device does not know yet stands as it is. */
export const systemTitle = (systems: readonly System[], id: string): string =>
  systems.find((system) => system.id === id)?.title ?? id;
