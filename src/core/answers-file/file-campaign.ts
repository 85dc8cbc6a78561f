import * as z from 'zod/mini';
import { placeIdSchema } from '../places/place.ts';
import type { Campaign } from '../submission/campaigns.ts';
import { namesakesOf, type Published, pinned, scoredFormOf } from '../submission/collected-forms.ts';
import { day, isObject, text } from './parse-with.ts';

const campaignIdSchema = z.string().check(z.regex(/^[A-Za-z0-9][\w.-]{0,39}$/));

const isSchoolYear = (typed: string): boolean => {
  const years = /^(\d{4})\/(\d{4})$/.exec(typed);
  return years !== null && Number(years[2]) === Number(years[1]) + 1;
};

/** What the last campaign found, for remarks carried over. Its form may be an older one, so ids are not checked by this form. */
export const previousSchema = z.strictObject({
  schools: z.array(
    z.strictObject({
      place: placeIdSchema,
      SITE: z.optional(z.record(z.string(), z.strictObject({ state: z.string(), url: z.optional(text) }))),
      findings: z.optional(z.array(z.string())),
    }),
  ),
});

/** AF2: the campaign as the file writes it, strictly: nothing unknown, every date a day that exists. */
export const fileCampaignSchema = z.strictObject({
  id: campaignIdSchema,
  title: z.optional(text),
  schoolYear: z.string().check(z.refine(isSchoolYear, { params: { code: 'not-a-school-year' } })),
  asOf: day,
  due: z.optional(day),
  municipality: placeIdSchema,
  /** `<form id>@<version>` */
  forms: z
    .array(z.string().check(z.refine((form) => /^[a-z][a-z0-9-]*@\d+$/.test(form), { params: { code: 'not-a-form' } })))
    .check(z.minLength(1)),
  /** FP1: of the form with a score where that is a published one */
  formHash: z.optional(z.string().check(z.regex(/^[\w-]{43}$/))),
  basis: z.optional(text),
  /** the letter with the methodology, with its number and date */
  methodology: z.optional(text),
  period: z.optional(z.strictObject({ from: day, to: day })),
  /** what `{deadline}` is in the municipality's report, in place of the next 1 September and 31 August */
  deadlines: z.optional(z.strictObject({ acts: z.optional(day), yearEnd: z.optional(day) })),
  /** the day of the report, and what deadlines are counted from */
  reportDate: z.optional(day),
  /** the schools it is for; absent: all below */
  schools: z.optional(z.array(placeIdSchema)),
  previous: z.optional(previousSchema),
});

export type FileCampaign = z.infer<typeof fileCampaignSchema>;

type Collecting = Pick<Campaign, 'forms' | 'formHash'>;

/** Whose campaign a file of answers is of, before anything of it is checked. */
export const municipalityIn = (json: unknown): string => String(campaignIn(json).municipality ?? '');

/** Which form a file of answers is of. `isGuessed`: two of that name are published, and nothing says which is meant. */
export type CollectedForm = Collecting & { isGuessed?: true };

/**
 * FP1, FP4: the forms of a file's campaign, before anything of it is checked. Where the campaign is announced with the form the file
 * names, that form; else by the hash the file gives, or the published one of that name. `announced`: the campaigns that are known;
 * `published`: the forms that are.
 */
export function collectedIn(
  json: unknown,
  announced: readonly Campaign[],
  published: readonly Published[],
): CollectedForm {
  const { id, forms: written, formHash } = campaignIn(json);
  const forms = Array.isArray(written) ? written.filter((one) => typeof one === 'string') : [];
  const name = scoredFormOf({ forms });
  const known = announced.find((one) => one.id === id && scoredFormOf(one) === name);
  if (known) return { forms, ...(known.formHash === undefined ? {} : { formHash: known.formHash }) };
  if (typeof formHash === 'string') return { forms, formHash };
  const found = pinned(forms, published);
  const isGuessed = found.formHash !== undefined && namesakesOf(found, published).length > 1;
  return isGuessed ? { ...found, isGuessed } : found;
}

const campaignIn = (json: unknown): Record<string, unknown> =>
  isObject(json) && isObject(json.campaign) ? json.campaign : {};

/** A campaign that says whose it is and what it collects, as one read from a public history by an endpoint does. */
export type PlacedCampaign = Campaign & { municipality: string; forms: readonly string[] };

/** AF12: of a campaign what a file has a place for. */
export function fileCampaignOf({ id, schoolYear, asOf, municipality, forms, ...rest }: PlacedCampaign): FileCampaign {
  const { title, due, basis, methodology, period, deadlines, reportDate, schools, formHash } = rest;
  return {
    id,
    schoolYear,
    asOf,
    municipality,
    forms: [...forms],
    ...(formHash === undefined ? {} : { formHash }),
    ...(title === undefined ? {} : { title }),
    ...(due === undefined ? {} : { due }),
    ...(basis === undefined ? {} : { basis }),
    ...(methodology === undefined ? {} : { methodology }),
    ...(period === undefined ? {} : { period }),
    ...(deadlines === undefined ? {} : { deadlines }),
    ...(reportDate === undefined ? {} : { reportDate }),
    ...(schools === undefined ? {} : { schools: [...schools] }),
  };
}
