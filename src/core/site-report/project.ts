import type { Json } from '../json.ts';
import { type NetworkMovement, networkMovementOf } from '../reconciliation/network-movement.ts';
import { propertiesOf } from '../submission/answer.ts';
import type { Registers } from '../submission/registers.ts';
import { textOf } from './site-report.ts';

/** Where the passport of the project stands in the region's office history: it names people and their telephones. */
export const projectPath = '-/project';

/** What the passport tells, in the order it is printed. */
export const projectFields = [
  'name',
  'holder',
  'address',
  'grounds',
  'head',
  'coordinators',
  'aim',
  'tasks',
  'term',
  'directions',
  'performers',
  'results',
] as const;
export type ProjectField = (typeof projectFields)[number];
export type Project = Partial<Record<ProjectField, string>>;

/** NR3: what is unknown or no text is left out. */
export function projectOf(officeRegisters: Registers): Project {
  return textsIn(projectFields, officeRegisters.get(projectPath)?.[0]?.value ?? null);
}

/** What the region itself tells in the network report of a campaign, each in a register of its own in its office history. */
export const networkSections = ['events', 'problems', 'tasks'] as const;
export type NetworkSection = (typeof networkSections)[number];

export const networkSectionPathOf = (campaignId: string, section: NetworkSection): string =>
  `${campaignId}/network/${section}`;

export const networkTextsOf = (officeRegisters: Registers, campaignId: string): Record<NetworkSection, string> => {
  const textAt = (section: NetworkSection) =>
    textOf(officeRegisters.get(networkSectionPathOf(campaignId, section))?.[0]?.value ?? null);
  return { events: textAt('events'), problems: textAt('problems'), tasks: textAt('tasks') };
};

export const agreements = ['three', 'two'] as const;
type Agreement = (typeof agreements)[number];

/** A school in the register of project sites. Days are YYYY-MM-DD. */
export type ProjectSite = {
  schoolId: string;
  /** of how many parties */
  agreement: Agreement | null;
  /** the technical assignment, and its term */
  assignment: string;
  from: string;
  to: string;
  joined: string;
  left: string;
};

const sitePrefix = '-/site:';

/** Where a project site stands in the region's public history. */
export const sitePathOf = (schoolId: string): string => `${sitePrefix}${schoolId}`;

/** NR2: the register of project sites, by school; one taken out of it is not there. */
export function projectSitesOf(publicRegisters: Registers): ReadonlyMap<string, ProjectSite> {
  const sites = new Map<string, ProjectSite>();
  for (const [path, heads] of publicRegisters) {
    if (!path.startsWith(sitePrefix)) continue;
    const schoolId = path.slice(sitePrefix.length);
    const site = readSite(schoolId, heads[0]?.value ?? null);
    if (site) sites.set(schoolId, site);
  }
  return sites;
}

function readSite(schoolId: string, value: Json): ProjectSite | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { agreement, assignment, from, to, joined, left } = propertiesOf(value);
  return {
    schoolId,
    agreement: agreements.find((one) => one === agreement) ?? null,
    assignment: textOf(assignment ?? null),
    from: dayIn(from),
    to: dayIn(to),
    joined: dayIn(joined),
    left: dayIn(left),
  };
}

/** What the register of a project site holds; what was not told is left out. */
export const siteValueOf = ({ schoolId: _, ...parts }: ProjectSite): Json =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== null && part !== ''));

/** NR2: whether a site is one of the network on a day: it has joined by then and not left before it. */
export const isSiteOn = ({ joined, left }: ProjectSite, day: string): boolean =>
  (joined === '' || joined <= day) && (left === '' || left > day);

/** NR2: how the network has moved between two days; a site that joined and left in between counts among both. */
export function movementOf(sites: readonly ProjectSite[], since: string, day: string): NetworkMovement {
  const on = (when: string) => sites.filter((site) => isSiteOn(site, when)).map(({ schoolId }) => schoolId);
  const between = sites.filter(({ joined, left }) => joined > since && joined <= left && left <= day);
  return networkMovementOf({ before: on(since), now: on(day), between: between.map(({ schoolId }) => schoolId) });
}

const dayIn = (value: Json | undefined): string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : '';

function textsIn<Name extends string>(names: readonly Name[], value: Json): Partial<Record<Name, string>> {
  const parts = propertiesOf(value);
  const found = names.flatMap((name): [Name, string][] => {
    const text = textOf(parts[name] ?? null);
    return text === '' ? [] : [[name, text]];
  });
  return Object.fromEntries(found) as Partial<Record<Name, string>>;
}
