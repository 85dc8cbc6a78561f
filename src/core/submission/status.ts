import type { Json } from '../json.ts';
import { propertiesOf } from './answer.ts';
import { scoredFormId } from './collected-forms.ts';
import { headsOf } from './registers.ts';
import type { Revision } from './revision.ts';
import { packIds, unpackIds } from './snapshot.ts';

/** How far a submission has come, the one asking for more work first: of several heads that one counts. */
export const submissionStates = ['returned', 'draft', 'submitted', 'accepted'] as const;

export type SubmissionState = (typeof submissionStates)[number];

/** By whom it was signed: the principal on his own device, or by hand on the printed sheet. */
export type Signing = { by: 'device' | 'paper' /** YYYY-MM-DD */; on: string };

export type Status = {
  state: SubmissionState;
  /** why it was given back; null: it was not, or nobody said */
  reason: string | null;
  /** the revision that says so */
  said: Revision;
  /** when it was submitted last, by the clock of that device; null: never */
  submittedAt: string | null;
  /** BD2: when it was handed in, by the clock of that device: the first submission the school has not taken back; null: never, or an imported one does not say */
  handedInAt: string | null;
  /** of what was submitted last; null: nobody has signed, or an imported one does not say */
  signing: Signing | null;
  /** beginnings of the ids of the heads submitted last; null: nothing was, or an imported one does not say */
  heads: ReadonlySet<string> | null;
  /** MS1: ids of the forms those heads are of */
  forms: readonly string[];
};

/** The register of a submission's status; it belongs to the campaign, not to one form. */
export const statusPathOf = (campaignId: string): string => `${campaignId}/status`;

/** What the register holds when nothing is known but the state. */
export const statusValueOf = (state: SubmissionState): Json => ({ state });

/**
 * SB2: what the register holds when a school submits: the heads submitted, and who signed. MS1: which forms they are of is said
 * only when it is not the scored one alone, so that such a submission reads as it always did.
 */
export const submittedValueOf = (
  headIds: readonly string[],
  signing: Signing | null,
  forms: readonly string[] = [scoredFormId],
): Json => ({
  state: 'submitted',
  heads: packIds(headIds),
  ...(forms.length === 1 && forms[0] === scoredFormId ? {} : { forms }),
  ...(signing ? { signed: signing } : {}),
});

/** SB5: what the register holds when the municipality gives a submission back: why. */
export const returnedValueOf = (reason: string): Json => ({ state: 'returned', reason });

/** SB5: what it holds when the municipality accepts one. */
export const acceptedValueOf = (): Json => statusValueOf('accepted');

/** SB4: the state that counts among the values of the register; null: none is known. */
export function submissionStateOf(values: readonly Json[]): SubmissionState | null {
  return submissionStates.find((state) => values.some((value) => propertiesOf(value).state === state)) ?? null;
}

/** How far a submission has come by all revisions of its register (or by the heads alone, when only they are at hand); null: never said. */
export function statusOf(revisions: readonly Revision[]): Status | null {
  const heads = headsOf(revisions);
  const state = submissionStateOf(heads.map((head) => head.value));
  const said = heads.find((head) => propertiesOf(head.value).state === state);
  if (!state || !said) return null;
  const latestFirst = [...revisions].sort((a, b) => b.gen - a.gen);
  const submitted = latestFirst.find((one) => stateIn(one) === 'submitted');
  const { heads: packed, signed, forms } = propertiesOf(submitted?.value ?? null);
  const { reason } = propertiesOf(said.value);
  return {
    state,
    reason: typeof reason === 'string' ? reason : null,
    said,
    submittedAt: submitted?.at ?? null,
    handedInAt: handedIn(latestFirst)?.at ?? null,
    signing: signingOf(signed),
    heads: unpackIds(packed),
    forms: Array.isArray(forms) ? forms.filter((id): id is string => typeof id === 'string') : [scoredFormId],
  };
}

const stateIn = ({ value }: Revision): Json | undefined => propertiesOf(value).state;

/** Work sent back and submitted again was handed in when it was submitted first; what the school took back was not. */
function handedIn(latestFirst: readonly Revision[]): Revision | undefined {
  const takenBack = latestFirst.findIndex((one) => stateIn(one) === 'draft');
  const since = takenBack === -1 ? latestFirst : latestFirst.slice(0, takenBack);
  return since
    .filter(({ value }) => propertiesOf(value).state === 'submitted' && 'heads' in propertiesOf(value))
    .at(-1);
}

function signingOf(value: Json | undefined): Signing | null {
  const { by, on } = propertiesOf(value ?? null);
  return (by === 'device' || by === 'paper') && typeof on === 'string' ? { by, on } : null;
}
