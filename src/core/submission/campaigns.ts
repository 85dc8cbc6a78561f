import type { Json } from '../json.ts';
import { isBesideAnswers } from '../verification/verification-paths.ts';
import { propertiesOf } from './answer.ts';
import type { Registers } from './registers.ts';
import { campaignOfDay } from './school-year.ts';

/** One collection of forms, as announced; dates are YYYY-MM-DD. */
export type Campaign = {
  id: string;
  title?: string;
  /** "2025/2026" */
  schoolYear: string;
  asOf: string;
  /** the last day to submit */
  due?: string;
  /** the order it rests on */
  basis?: string;
  /** the place that collects */
  municipality?: string;
  /** `<form id>@<version>` */
  forms?: readonly string[];
  /** FP1: the hash of the scored form where that is a published one */
  formHash?: string;
  /** what the letter to the schools says besides the order */
  letter?: CampaignLetter;
  /** the methodology it follows, number and date of a letter */
  methodology?: string;
  /** when it runs, as the order says */
  period?: { from: string; to: string };
  /** the day of the municipality's report; deadlines are counted from it */
  reportDate?: string;
  /** days by which findings are to be mended; absent: RP1 */
  deadlines?: Deadlines;
  /** ids of the schools it is for; absent: all of the municipality */
  schools?: readonly string[];
  /** id of the campaign before it: findings and answers are carried over from there */
  previous?: string;
};

type CampaignLetter = { text: string; number?: string; on?: string; signer?: string };

/** By when what concerns acts, and what concerns the year's end (K4), is to be done. */
export type Deadlines = { acts?: string; yearEnd?: string };

/** A later last day, granted to one school. */
export type Extension = { due: string; reason: string };

/** Where a campaign stands in the public history of whoever announced it. */
export const campaignPathOf = (campaignId: string): string => `-/campaign:${campaignId}`;

/** Where a school's own last day stands, in the school's history. */
export const extensionPathOf = (campaignId: string): string => `${campaignId}/extension`;

/** CA2: the campaigns of public histories, the one with the latest as-of date first; of several values the first shown counts. */
export function campaignsOf(publicRegisters: readonly Registers[]): Campaign[] {
  const found = new Map<string, Campaign>();
  for (const registers of publicRegisters)
    for (const [path, heads] of registers) {
      if (!/^-\/campaign:[^/#]+$/.test(path)) continue;
      const campaign = readCampaign(heads[0]?.value ?? null);
      if (campaign && !found.has(campaign.id)) found.set(campaign.id, campaign);
    }
  return [...found.values()].sort((a, b) => (a.asOf === b.asOf ? (a.id < b.id ? 1 : -1) : a.asOf < b.asOf ? 1 : -1));
}

const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const dayOf = (value: Json | undefined): string | undefined => {
  const text = textOf(value);
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
};
const textsOf = (value: Json | undefined): readonly string[] | undefined =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? (value as readonly string[]) : undefined;

/** CP1: of a campaign what is known is read and what is unknown or unreadable is left out; null: it is none, id, school year or as-of date are missing. */
export function readCampaign(value: Json): Campaign | null {
  const { id, schoolYear, asOf, ...rest } = propertiesOf(value);
  if (typeof id !== 'string' || typeof schoolYear !== 'string' || typeof asOf !== 'string') return null;
  return {
    id,
    schoolYear,
    asOf,
    ...given({
      title: textOf(rest.title),
      due: dayOf(rest.due),
      basis: textOf(rest.basis),
      municipality: textOf(rest.municipality),
      forms: textsOf(rest.forms),
      formHash: textOf(rest.formHash),
      letter: letterOf(rest.letter ?? null),
      methodology: textOf(rest.methodology),
      period: periodOf(rest.period ?? null),
      reportDate: dayOf(rest.reportDate),
      deadlines: deadlinesOf(rest.deadlines ?? null),
      schools: textsOf(rest.schools),
      previous: textOf(rest.previous),
    }),
  };
}

type Given<Parts> = { [Name in keyof Parts]?: Exclude<Parts[Name], undefined> };

/** The parts that are there. */
const given = <Parts extends object>(parts: Parts): Given<Parts> =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Given<Parts>;

function letterOf(value: Json): CampaignLetter | undefined {
  const { text, number, on, signer } = propertiesOf(value);
  if (typeof text !== 'string') return undefined;
  return { text, ...given({ number: textOf(number), on: dayOf(on), signer: textOf(signer) }) };
}

function periodOf(value: Json): Campaign['period'] {
  const [from, to] = [dayOf(propertiesOf(value).from), dayOf(propertiesOf(value).to)];
  return from && to ? { from, to } : undefined;
}

function deadlinesOf(value: Json): Deadlines | undefined {
  const { acts, yearEnd } = propertiesOf(value);
  const days = given({ acts: dayOf(acts), yearEnd: dayOf(yearEnd) });
  return Object.keys(days).length > 0 ? days : undefined;
}

/** What was granted to a school; null: nothing, or it was taken back. */
export function extensionOf(campaignId: string, schoolRegisters: Registers): Extension | null {
  const { due, reason } = propertiesOf(schoolRegisters.get(extensionPathOf(campaignId))?.[0]?.value ?? null);
  const day = dayOf(due);
  return day ? { due: day, reason: textOf(reason) ?? '' } : null;
}

/** CA3: whether a campaign is for this school; null: it is not known which one asks. */
export const isFor = ({ schools }: Campaign, schoolId: string | null): boolean =>
  schools === undefined || schoolId === null || schools.includes(schoolId);

/** CP2: the last day for one school: the campaign's, or the later one granted to it; undefined: none is set. */
export function dueOf(campaign: Campaign, schoolRegisters: Registers): string | undefined {
  const own = extensionOf(campaign.id, schoolRegisters)?.due;
  return own !== undefined && (campaign.due === undefined || own > campaign.due) ? own : campaign.due;
}

/** CA1 for a school year that is not the present one: judged as of today, but never after its own end. */
export function campaignOfYear(id: string, today: string): Campaign {
  const present = campaignOfDay(today);
  if (present.id === id) return present;
  const first = Number(id.slice(0, 4));
  const end = `${first + 1}-08-31`;
  return { id, schoolYear: `${first}/${first + 1}`, asOf: today < end ? today : end };
}

/** MS1: the campaigns answers were given in, of these forms or of any, with how many registers each has. */
export function answeredCampaigns(registers: Registers, formIds?: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [path, heads] of registers) {
    const [campaignId = '', formId = '', key] = path.split('/');
    if (campaignId === '-' || key === undefined || isBesideAnswers(path)) continue;
    if ((formIds?.includes(formId) ?? true) && heads.some((head) => head.value !== null))
      counts.set(campaignId, (counts.get(campaignId) ?? 0) + 1);
  }
  return counts;
}
