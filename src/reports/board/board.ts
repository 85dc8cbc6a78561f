import type { Place } from '../../core/places/place.ts';
import type { AnsweredOf } from '../../core/scoring/assessment.ts';
import type { Campaign } from '../../core/submission/campaigns.ts';
import type { Standing } from '../../core/verification/standing.ts';

/** A school as its municipality knows it; `lastSeen`: ISO, null: never; `unsent`: as its devices said when they were last heard. */
export type BoardSchool = {
  place: Place;
  standing: Standing;
  contact: {
    lastSeen: string | null;
    unsent: number;
    awaited: boolean;
    road: 'network' | 'file' | 'paper' | null;
    devices: number;
  };
};

export type BoardRow = {
  school: BoardSchool;
  state: Standing['state'];
  progress: AnsweredOf;
  /** last day for this school, YYYY-MM-DD; null: none is set */
  due: string | null;
  /** the school has a later last day than the campaign */
  isExtended: boolean;
  isSubmitted: boolean;
  /** the day it was handed in; null: it was not, or what was imported does not say */
  submittedOn: string | null;
  isLate: boolean;
  /** whole days since it was last heard from; null: never */
  silentDays: number | null;
  /** answers given back and not answered anew */
  returned: number;
};

export type Board = {
  /** BD1 */
  rows: readonly BoardRow[];
  counts: Readonly<Record<Standing['state'], number>>;
  /** schools that have submitted, those that got it back among them */
  submitted: number;
  due: string | null;
  /** days until the last day; below 0: it has passed */
  daysLeft: number | null;
};

export type Day = {
  /** YYYY-MM-DD */
  today: string;
  /** the calendar day of an instant where the officer is */
  dayOf: (instant: string) => string;
};

/** Who needs attention first: those who have not begun, those at work, then what waits for the officer. */
export const boardStates: readonly Standing['state'][] = [
  'neverOpened',
  'filling',
  'returned',
  'submitted',
  'accepted',
];

/** The board of a campaign: every school with how it stands, in the order of BD1, and what they come to together. */
export function boardOf(schools: readonly BoardSchool[], campaign: Pick<Campaign, 'due'>, day: Day): Board {
  const rows = schools.map((school) => rowOf(school, campaign, day));
  const due = campaign.due ?? null;
  return {
    rows: inOrderOfAttention(rows),
    counts: countsOf(rows),
    submitted: rows.filter(({ isSubmitted }) => isSubmitted).length,
    due,
    daysLeft: due === null ? null : daysBetween(day.today, due),
  };
}

function rowOf(school: BoardSchool, campaign: Pick<Campaign, 'due'>, { today, dayOf }: Day): BoardRow {
  const { standing, contact } = school;
  const due = standing.due ?? null;
  const isSubmitted = standing.state !== 'neverOpened' && standing.state !== 'filling';
  const submittedOn = isSubmitted ? (standing.handedInAt?.slice(0, 10) ?? null) : null;
  return {
    school,
    state: standing.state,
    progress: standing.progress,
    due,
    isExtended: due !== null && due !== (campaign.due ?? null),
    isSubmitted,
    submittedOn,
    isLate: isLate({ due, isSubmitted, submittedOn }, today),
    silentDays: contact.lastSeen === null ? null : Math.max(0, daysBetween(dayOf(contact.lastSeen), today)),
    returned: [...standing.returns.values()].filter((one) => !one.isAnswered).length,
  };
}

/** BD2: late is who submitted after its last day, or has not when it is over; the day of submission counts, not of delivery. */
function isLate(row: Pick<BoardRow, 'due' | 'isSubmitted' | 'submittedOn'>, today: string): boolean {
  const day = row.isSubmitted ? row.submittedOn : today;
  return row.due !== null && day !== null && day > row.due;
}

/**
 * BD1: never opened, at work, returned, submitted, accepted; among equals the late ones first, then those with the least filled,
 * then the longest silent; of submitted ones who waits longest; at last the order of the list.
 */
function inOrderOfAttention(rows: readonly BoardRow[]): BoardRow[] {
  const silence = ({ silentDays }: BoardRow) => silentDays ?? Number.MAX_SAFE_INTEGER;
  const share = ({ progress }: BoardRow) => (progress.of === 0 ? 1 : progress.answered / progress.of);
  return [...rows].sort(
    (a, b) =>
      boardStates.indexOf(a.state) - boardStates.indexOf(b.state) ||
      Number(b.isLate) - Number(a.isLate) ||
      share(a) - share(b) ||
      (a.state === 'submitted' ? compare(a.submittedOn ?? '', b.submittedOn ?? '') : silence(b) - silence(a)),
  );
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function countsOf(rows: readonly BoardRow[]): Board['counts'] {
  const count = (state: Standing['state']) => rows.filter((row) => row.state === state).length;
  return {
    neverOpened: count('neverOpened'),
    filling: count('filling'),
    returned: count('returned'),
    submitted: count('submitted'),
    accepted: count('accepted'),
  };
}

const dayInMs = 86_400_000;

/** Days from one YYYY-MM-DD to another; below 0 when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayInMs);
