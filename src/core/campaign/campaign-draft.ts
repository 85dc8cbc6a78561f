import type { OverlayTexts } from '../form/overlay-fields.ts';
import type { Json } from '../json.ts';
import { fail, ok, type Result } from '../result.ts';
import { propertiesOf } from '../submission/answer.ts';
import type { Campaign } from '../submission/campaigns.ts';
import { campaignOfDay } from '../submission/school-year.ts';
import { readDay } from '../submission/typed-text.ts';

/** What is typed into the fields of a campaign, as typed; dates as people write them. */
export type CampaignTexts = { [Field in CampaignField]: string };

const campaignFields = [
  'title',
  'schoolYear',
  'basis',
  'methodology',
  'asOf',
  'due',
  'periodFrom',
  'periodTo',
  'reportDate',
  'acts',
  'yearEnd',
  'letterText',
  'letterNumber',
  'letterOn',
  'letterSigner',
] as const;

export type CampaignField = (typeof campaignFields)[number];

/** A campaign on its way: not published, seen by officers only. */
export type CampaignDraft = {
  texts: CampaignTexts;
  /** ids of the schools it is for; null: all of the municipality */
  schools: readonly string[] | null;
  /** MS2: `<form id>@<version>` of what it collects; absent: the scored form */
  forms?: readonly string[];
  /** id of the campaign before it; null: none */
  previous: string | null;
  /** what is typed over the form's own weights, figures and texts */
  overlay: OverlayTexts;
};

export type CampaignProblem = {
  field: CampaignField | 'schools' | 'forms';
  code:
    | 'missing'
    | 'no-day'
    | 'no-school-year'
    | 'turned'
    | 'before-report'
    | 'none-chosen'
    | 'no-form'
    | 'form-awaited'
    | 'form-twice'
    | 'too-many';
};

/** CN2: what may still be changed once a school has submitted. */
export const alwaysOpen: readonly CampaignField[] = ['due', 'letterText', 'letterNumber', 'letterOn', 'letterSigner'];

/** The most schools that can be named one by one; more: all of the municipality take part. */
const mostNamedSchools = 200;

const required: readonly CampaignField[] = ['title', 'schoolYear', 'basis', 'asOf', 'due'];
const days: readonly CampaignField[] = [
  'asOf',
  'due',
  'periodFrom',
  'periodTo',
  'reportDate',
  'acts',
  'yearEnd',
  'letterOn',
];

const emptyTexts = Object.fromEntries(campaignFields.map((field) => [field, ''])) as CampaignTexts;

/** Where a draft stands in the office history: beside the campaign it changes, or as the next one. */
export const draftPathOf = (campaignId: string | null): string => `-/draft:${campaignId ?? 'next'}`;

/** A draft as stored; null: there is none. What is missing in it is empty. */
export function readDraft(value: Json): CampaignDraft | null {
  const { texts, schools, forms, previous, overlay } = propertiesOf(value);
  if (texts === undefined) return null;
  const typed = propertiesOf(texts);
  return {
    texts: {
      ...emptyTexts,
      ...Object.fromEntries(campaignFields.map((field) => [field, String(typed[field] ?? '')])),
    },
    schools: Array.isArray(schools) ? textsIn(schools) : null,
    ...(Array.isArray(forms) ? { forms: textsIn(forms) } : {}),
    previous: typeof previous === 'string' ? previous : null,
    overlay: Object.fromEntries(
      Object.entries(propertiesOf(overlay ?? null)).map(([key, text]) => [key, String(text ?? '')]),
    ),
  };
}

const textsIn = (values: readonly Json[]): string[] =>
  values.filter((value): value is string => typeof value === 'string');

/** The fields of a published campaign as they would be typed; `dayText` writes a day the way people do. */
export function draftOf(campaign: Campaign, overlay: OverlayTexts, dayText: (day: string) => string): CampaignDraft {
  const { letter, period, deadlines } = campaign;
  const day = (one: string | undefined) => (one ? dayText(one) : '');
  return {
    texts: {
      title: campaign.title ?? '',
      schoolYear: campaign.schoolYear,
      basis: campaign.basis ?? '',
      methodology: campaign.methodology ?? '',
      asOf: day(campaign.asOf),
      due: day(campaign.due),
      periodFrom: day(period?.from),
      periodTo: day(period?.to),
      reportDate: day(campaign.reportDate),
      acts: day(deadlines?.acts),
      yearEnd: day(deadlines?.yearEnd),
      letterText: letter?.text ?? '',
      letterNumber: letter?.number ?? '',
      letterOn: day(letter?.on),
      letterSigner: letter?.signer ?? '',
    },
    schools: campaign.schools ?? null,
    ...(campaign.forms ? { forms: campaign.forms } : {}),
    previous: campaign.previous ?? null,
    overlay,
  };
}

type NextGiven = { previous: Campaign | null; overlay: OverlayTexts; today: string; dayText: (day: string) => string };

/**
 * CN3: a new campaign begins with what the one before it had: its schools, overlay, methodology, signer and dates a year on; the
 * order and the letter's number are new each time. Without one before: the school year of today.
 */
export function nextDraft({ previous, overlay, today, dayText }: NextGiven): CampaignDraft {
  const { schoolYear } = campaignOfDay(today);
  if (!previous) return { texts: { ...emptyTexts, schoolYear }, schools: null, previous: null, overlay: {} };
  const before = draftOf(previous, overlay, (day) => dayText(nextYear(day)));
  const year = later(previous.schoolYear);
  const texts = { ...before.texts, schoolYear: year, basis: '', letterNumber: '', letterOn: '' };
  texts.title = texts.title.replaceAll(previous.schoolYear, year);
  return { ...before, texts, previous: previous.id };
}

/** The same day a year later; 29 February becomes the 28th. */
const nextYear = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace('-02-29', '-02-28')}`;
const later = (schoolYear: string): string => schoolYear.replace(/\d{4}/g, (year) => String(Number(year) + 1));

/** CN1: an id nobody has: that of the school year, then `2026-27-2` and so on; MS2: a region's begins otherwise than those of its municipalities, which it may not know. */
export function newCampaignId(schoolYear: string, taken: readonly string[], ofRegion = false): string {
  const [first = '', second = ''] = schoolYear.split('/');
  const id = `${first}-${second.slice(2)}${ofRegion ? '-r' : ''}`;
  for (let at = 1; ; at += 1) {
    const one = at === 1 ? id : `${id}-${at}`;
    if (!taken.includes(one)) return one;
  }
}

type Fixed = { id: string; municipality: string; forms: readonly string[] };

/**
 * CN1, MS2: a campaign is published whole or not: title, school year, order, as-of date and last day are given, every day can be
 * read, a form is collected, spans are not turned round, deadlines are not before the report, and at least one school takes part.
 */
export function campaignOf(draft: CampaignDraft, fixed: Fixed): Result<Campaign, CampaignProblem[]> {
  const { schools, forms, previous } = draft;
  const { text, day } = reading(draft);
  const problems = draftProblems(draft, text, day);
  if (problems.length > 0) return fail(problems);
  const deadlines = given({ acts: day('acts'), yearEnd: day('yearEnd') });
  return ok({
    ...fixed,
    ...(forms ? { forms } : {}),
    title: text('title'),
    schoolYear: text('schoolYear').replaceAll(' ', ''),
    basis: text('basis'),
    asOf: day('asOf'),
    due: day('due'),
    letter: letterOf(text, day),
    ...given({ methodology: text('methodology'), reportDate: day('reportDate'), previous: previous ?? '' }),
    ...(day('periodFrom') ? { period: { from: day('periodFrom'), to: day('periodTo') } } : {}),
    ...(Object.keys(deadlines).length > 0 ? { deadlines } : {}),
    ...(schools === null ? {} : { schools }),
  });
}

type Read = (field: CampaignField) => string;

/** What is typed in a field, and the day it means; empty: none, or it cannot be read. */
function reading({ texts }: CampaignDraft): { text: Read; day: Read } {
  const day = (field: CampaignField): string => {
    const read = readDay(texts[field]);
    return typeof read === 'string' ? read : '';
  };
  return { text: (field) => texts[field].trim(), day };
}

const letterOf = (text: Read, day: Read) => ({
  text: text('letterText'),
  ...given({ number: text('letterNumber'), on: day('letterOn'), signer: text('letterSigner') }),
});

function draftProblems({ texts, schools, forms }: CampaignDraft, text: Read, day: Read): CampaignProblem[] {
  const problems: CampaignProblem[] = [];
  for (const field of required) if (text(field) === '') problems.push({ field, code: 'missing' });
  for (const field of days)
    if (texts[field].trim() !== '' && day(field) === '') problems.push({ field, code: 'no-day' });
  if (text('schoolYear') !== '' && !isSchoolYear(text('schoolYear').replaceAll(' ', '')))
    problems.push({ field: 'schoolYear', code: 'no-school-year' });
  if ((text('periodFrom') === '') !== (text('periodTo') === ''))
    problems.push({ field: text('periodFrom') === '' ? 'periodFrom' : 'periodTo', code: 'missing' });
  if (day('periodFrom') !== '' && day('periodTo') !== '' && day('periodTo') < day('periodFrom'))
    problems.push({ field: 'periodTo', code: 'turned' });
  for (const field of ['acts', 'yearEnd'] as const)
    if (day(field) !== '' && day('reportDate') !== '' && day(field) < day('reportDate'))
      problems.push({ field, code: 'before-report' });
  if (forms?.length === 0) problems.push({ field: 'forms', code: 'no-form' });
  if (schools?.length === 0) problems.push({ field: 'schools', code: 'none-chosen' });
  if (schools && schools.length > mostNamedSchools) problems.push({ field: 'schools', code: 'too-many' });
  return problems;
}

/** «2026/2027»: two years that follow each other. */
function isSchoolYear(text: string): boolean {
  const years = /^(\d{4})\/(\d{4})$/.exec(text);
  return years !== null && Number(years[2]) === Number(years[1]) + 1;
}

/** The parts that are not empty. */
const given = <Name extends string>(parts: Record<Name, string>): { [Each in Name]?: string } =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== '')) as { [Each in Name]?: string };

/**
 * CN2: after the first submission the last day and the letter alone are taken from a change; all else stays as the register
 * holds it, what this version does not know too.
 */
export function afterSubmission(published: Json, draft: CampaignDraft): Result<Json, CampaignProblem[]> {
  const { text, day } = reading(draft);
  const problems = draftProblems(draft, text, day).filter(({ field }) => alwaysOpen.some((open) => open === field));
  if (problems.length > 0) return fail(problems);
  return ok({ ...propertiesOf(published), due: day('due'), letter: letterOf(text, day) });
}

/** What the register of a campaign holds with another last day; what this version does not know in it stays. */
export const withDue = (published: Json, due: string): Json => ({ ...propertiesOf(published), due });
