import * as z from 'zod/mini';
import type { Json } from '../json.ts';
import { propertiesOf } from './answer.ts';

/** How far a submission has come, the one asking for more work first: of several heads that one counts. */
export const submissionStates = ['returned', 'draft', 'submitted', 'accepted'] as const;

export type SubmissionState = (typeof submissionStates)[number];

const stateSchema = z.enum(submissionStates);

/** The register of a submission's status; it belongs to the campaign, not to one form. */
export const statusPathOf = (campaignId: string): string => `${campaignId}/status`;

/** What the register holds; a program that submits may add what was submitted beside the state. */
export const statusValueOf = (state: SubmissionState): Json => ({ state });

/** The state that counts among the values of the register; null: none is known. */
export function submissionStateOf(values: readonly Json[]): SubmissionState | null {
  const states = values.map((value) => stateSchema.safeParse(propertiesOf(value).state).data);
  return submissionStates.find((state) => states.includes(state)) ?? null;
}
