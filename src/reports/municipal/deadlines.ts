import { deadlineOf } from '../../core/scoring/deadline.ts';
import { dateText } from '../../texts/numbers.ts';
import type { DeadlineKind, MunicipalProblem, ReportedCampaign } from './municipal-input.ts';

type Given = { campaign: ReportedCampaign; reportDate: string };
const kinds: readonly DeadlineKind[] = ['acts', 'yearEnd'];

/** Room to write a day on, where the one that was set has passed. */
const blankDay = '__.__.____';

/** What the campaign sets, else the first 1 September or 31 August after the report date (RP1). */
const dayOf = ({ campaign, reportDate }: Given, kind: DeadlineKind): string =>
  campaign.deadlines?.[kind] ?? deadlineOf(kind === 'yearEnd' ? 'K4' : 'K1', reportDate);

/** MR4: a deadline before the report date is a problem and is never printed. */
export const deadlineProblems = (given: Given): MunicipalProblem[] =>
  kinds.flatMap((deadline) => {
    const day = dayOf(given, deadline);
    return day < given.reportDate ? [{ code: 'deadline-passed', deadline, day, reportDate: given.reportDate }] : [];
  });

/** The day of a kind; null: it has passed. */
export function deadlineDay(given: Given, kind: DeadlineKind): string | null {
  const day = dayOf(given, kind);
  return day < given.reportDate ? null : day;
}

export const deadlineKindOf = (indicatorId: string): DeadlineKind =>
  indicatorId.startsWith('K4') ? 'yearEnd' : 'acts';

/** A text with its `{deadline}` filled in. */
export function withDeadline(text: string, given: Given, kind: DeadlineKind): string {
  const day = deadlineDay(given, kind);
  return text.replaceAll('{deadline}', day === null ? blankDay : dateText(day));
}
