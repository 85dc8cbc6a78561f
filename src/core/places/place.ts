import * as z from 'zod/mini';

const placeKindSchema = z.enum(['region', 'municipality', 'school', 'branch']);
export const placeIdSchema = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
export const longestName = 200;
export const longestAddress = 300;
const nameSchema = z.string().check(z.minLength(1), z.maxLength(longestName));

/** A place people belong to; it stands in the tree region → municipality → school → branch. */
export const placeSchema = z.strictObject({
  id: placeIdSchema,
  kind: placeKindSchema,
  /** id of the place above; null: a region */
  parent: z.nullable(placeIdSchema),
  /** as in the charter */
  name: nameSchema,
  /** as in reports: «СОШ № 10» */
  shortName: nameSchema,
  /** may be empty */
  address: z.string().check(z.maxLength(longestAddress)),
});

export type Place = z.infer<typeof placeSchema>;
export type PlaceKind = Place['kind'];

/** PL3: what may stand above each kind; a school may stand directly under a region, and nothing above a region. */
export const kindsAbove: Readonly<Record<PlaceKind, readonly PlaceKind[]>> = {
  region: [],
  municipality: ['region'],
  school: ['municipality', 'region'],
  branch: ['school'],
};
