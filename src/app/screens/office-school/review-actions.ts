import type { Indicator } from '../../../core/form/form.ts';
import type { Json } from '../../../core/json.ts';
import { base64url } from '../../../core/submission/revision.ts';
import { acceptedValueOf, returnedValueOf, statusPathOf } from '../../../core/submission/status.ts';
import { checkValueOf, returnValueOf } from '../../../core/verification/check.ts';
import { headsOnScreen, judgedOf, type ReviewRow } from '../../../core/verification/review-rows.ts';
import { checkPathOf, returnPathOf, talkPathOf } from '../../../core/verification/verification-paths.ts';
import type { Office } from '../../office/office.ts';
import type { SchoolOnScreen } from '../../office/use-school.ts';

/** What an officer does with a school's answers; each resolves true once both copies have it. */
export type ReviewActions = {
  confirm: (row: ReviewRow) => Promise<boolean>;
  dispute: (row: ReviewRow, value: Json, reason: string) => Promise<boolean>;
  giveBack: (row: ReviewRow, reason: string) => Promise<boolean>;
  /** takes back a check or a return */
  takeBack: (row: ReviewRow, what: 'check' | 'return') => Promise<boolean>;
  say: (indicator: Indicator, text: string) => Promise<boolean>;
  accept: () => Promise<boolean>;
  returnAll: (reason: string) => Promise<boolean>;
};

export function reviewActionsOf(office: Office, school: SchoolOnScreen): ReviewActions {
  const { place, standing, now, campaign, form } = school;
  const write = (path: string, value: Json) => office.write(place.id, path, value);
  const at = { campaignId: campaign.id, formId: form.id };
  const pathsOf = ({ indicator }: ReviewRow) => ({
    check: checkPathOf(campaign.id, form.id, indicator.id),
    return: returnPathOf(campaign.id, form.id, indicator.id),
  });
  const headsOf = ({ indicator }: ReviewRow) => headsOnScreen(indicator, standing, now, at);
  /** An answer that is judged no longer waits for the school. */
  async function judge(row: ReviewRow, value: Json): Promise<boolean> {
    const paths = pathsOf(row);
    if (row.state === 'returned' && !(await write(paths.return, null))) return false;
    return write(paths.check, value);
  }
  return {
    confirm: (row) => judge(row, checkValueOf({ state: 'confirmed' }, headsOf(row), judgedOf(row.indicator))),
    dispute: (row, value, reason) =>
      judge(row, checkValueOf({ state: 'disputed', value, reason }, headsOf(row), judgedOf(row.indicator))),
    giveBack: (row, reason) => write(pathsOf(row).return, returnValueOf(reason, headsOf(row), judgedOf(row.indicator))),
    takeBack: (row, what) => write(pathsOf(row)[what], null),
    say: ({ id }, text) => write(talkPathOf(campaign.id, form.id, id, newNonce()), text),
    accept: () => write(statusPathOf(campaign.id), acceptedValueOf()),
    returnAll: (reason) => write(statusPathOf(campaign.id), returnedValueOf(reason)),
  };
}

/** Every message is a register of its own (VF4). */
const newNonce = (): string => base64url(crypto.getRandomValues(new Uint8Array(12)));
