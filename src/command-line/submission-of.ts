import type { Endpoint } from '../server/endpoint.ts';
import { readSubmission, type StoredSubmission, type SubmissionProblem } from '../server/read-submission.ts';
import { commandTexts } from '../texts/command-line.ts';
import { UsageError } from './usage-error.ts';

const words: Record<SubmissionProblem['code'], (id: string) => string> = {
  'unknown-place': commandTexts.unknownPlace,
  'not-a-school': commandTexts.notASchool,
  'unknown-campaign': commandTexts.unknownCampaign,
};

/** What a school has answered in a campaign; a place or campaign that is not there ends with one clear line. */
export async function submissionOf(
  endpoint: Endpoint,
  placeId: string,
  campaignId: string,
  asOf?: string,
): Promise<StoredSubmission> {
  const read = await readSubmission(endpoint, placeId, campaignId, asOf);
  if (!read.ok) throw new UsageError(words[read.problem.code](read.problem.id));
  return read.value;
}
