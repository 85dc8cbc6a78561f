import type { SectionForm } from '../form/section-form.ts';
import type { Place } from '../places/place.ts';
import { type Campaign, dueOf } from '../submission/campaigns.ts';
import { type Facts, factsOf, firstValue } from '../submission/facts.ts';
import { headsOf, type Registers } from '../submission/registers.ts';
import type { Revision } from '../submission/revision.ts';
import { RevisionIndex } from '../submission/revision-index.ts';
import { isAmong } from '../submission/snapshot.ts';
import { type Status, statusOf, statusPathOf } from '../submission/status.ts';
import { type FieldAnswer, isFilled, receivedKey, siteReportOf, textOf } from './site-report.ts';

/** When a report was handed in. `on`: null, what was imported does not say. */
export type Receipt = { on: string | null; isOnTime: boolean };

/** A school as the project knows it in one campaign. */
export type SiteStanding = {
  place: Place;
  /** its system, by its passport; null: it has not said */
  system: string | null;
  /** the last day for it; undefined: none is set */
  due?: string;
  /** null: it has sent no report */
  receipt: Receipt | null;
  /** as handed in, else as they stand */
  answers: readonly FieldAnswer[];
};

type Given = {
  form: SectionForm;
  campaign: Campaign;
  place: Place;
  revisions: readonly Revision[];
};

/**
 * SR5: a report is there once its campaign was submitted with something of it; later changes do not enter it. It is in time when it was handed in by the
 * last day of the school, and also when nothing tells the day; a late one is kept and does not count to the due date.
 */
export function siteStandingOf({ form, campaign, place, revisions }: Given): SiteStanding {
  const index = new RevisionIndex();
  index.add(revisions);
  const now = index.registers();
  const status = statusOf(index.historyOf(statusPathOf(campaign.id)));
  const isSent = status !== null && status.state !== 'draft';
  const registers = isSent && status.heads ? asSubmitted(now, revisions, status.heads, campaign.id, form.id) : now;
  const facts = factsOf(registers, campaign.id, form.id);
  const answers = siteReportOf(form, facts);
  const due = dueOf(campaign, now);
  const system = textOf(firstValue(facts, '-/passport/sedSystem'));
  return {
    place,
    system: system === '' ? null : system,
    ...(due === undefined ? {} : { due }),
    receipt: answers.some(isFilled) ? receiptOf(status, facts, due) : null,
    answers,
  };
}

/** SR5: when a submission was handed in, by the calendar of the school; null: it was not. */
export function receiptOf(status: Status | null, facts: Facts, due: string | undefined): Receipt | null {
  if (status === null || status.state === 'draft') return null;
  const on = status.handedInAt?.slice(0, 10) ?? receivedIn(facts);
  return { on, isOnTime: on === null || due === undefined || on <= due };
}

function receivedIn(facts: Facts): string | null {
  const day = textOf(firstValue(facts, receivedKey));
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : null;
}

/** The answers of this form among what was handed in; a submission that names none of them leaves them as they stand. */
function asSubmitted(
  now: Registers,
  revisions: readonly Revision[],
  heads: ReadonlySet<string>,
  campaignId: string,
  formId: string,
): Registers {
  const prefix = `${campaignId}/${formId}/`;
  const submitted = revisions.filter((one) => one.path.startsWith(prefix) && isAmong(heads, one));
  if (submitted.length === 0) return now;
  const others = [...now].filter(([path]) => !path.startsWith(prefix));
  const paths = new Set(submitted.map(({ path }) => path));
  return new Map([
    ...others,
    ...[...paths].map((path) => [path, headsOf(submitted.filter((one) => one.path === path))] as const),
  ]);
}
