import type { Form } from '../core/form/form.ts';
import type { Assessment } from '../core/scoring/assessment.ts';
import type { Campaign } from '../core/submission/campaigns.ts';
import { submittedForms } from '../core/submission/collected-forms.ts';
import type { Facts } from '../core/submission/facts.ts';
import type { Registers } from '../core/submission/registers.ts';
import type { Sha256 } from '../core/submission/revision.ts';
import { changedSince, headIdsOf, shortHash, submissionHash } from '../core/submission/snapshot.ts';
import { type Signing, type SubmissionState, statusOf, statusPathOf } from '../core/submission/status.ts';
import { type System, systemsOf } from '../core/systems/systems.ts';
import { verify } from '../core/verification/standing.ts';

/** What a report reads; nothing else enters it. */
export type ReportInput = {
  /** the effective one */
  form: Form;
  registers: Registers;
  /** public histories above the school, nearest first; empty: not known */
  published: readonly Registers[];
  /** null: not known */
  schoolId: string | null;
  /** the region's dictionary (SD1) */
  systems: readonly System[];
  /** the school's own answers */
  facts: Facts;
  /** by the school's own answers */
  assessment: Assessment;
  /** with the municipality's values in place of the school's; null: nothing was judged */
  verified: Assessment | null;
  /** ids of the findings of the last campaign; null: nothing is known of it */
  previous: readonly string[] | null;
  campaign: Campaign;
  /** empty: not known yet, the paper leaves room to write it */
  placeName: string;
  /** YYYY-MM-DD; deadlines are counted from it */
  reportDate: string;
  /** revisions the report was made from */
  revisionCount: number;
  /** beginning of the submission's hash, 7F3A-90C1-5D2E */
  hash: string;
  /** revisions the server has not confirmed; null: the school has entered no code */
  unsent: number | null;
  /** how far the submission has come; null: nobody has submitted it */
  status: ReportStatus | null;
};

type ReportStatus = {
  state: SubmissionState;
  /** YYYY-MM-DD */
  on: string;
  signing: Signing | null;
  /** how many registers changed after it had been submitted and stand in the report as changed */
  changed: number;
};

type Given = Omit<
  ReportInput,
  'facts' | 'assessment' | 'verified' | 'previous' | 'hash' | 'status' | 'systems' | 'published' | 'schoolId'
> & {
  /** left out: nothing is published, and systems are the shipped ones */
  published?: ReportInput['published'];
  schoolId?: ReportInput['schoolId'];
  previous?: ReportInput['previous'];
  /** ids of the forms the submission covers; told by the status that stands where it is left out */
  forms?: readonly string[];
  sha256: Sha256;
};

/** The one way from registers to a report, on a device, in the command line and in tests. */
export function reportInputOf({
  sha256,
  previous = null,
  published = [],
  schoolId = null,
  forms,
  ...given
}: Given): ReportInput {
  const { form, registers, campaign } = given;
  const { facts, assessment, verified } = verify(form, campaign, registers);
  return {
    ...given,
    facts,
    assessment,
    verified,
    previous,
    published,
    schoolId,
    systems: systemsOf(published),
    hash: shortHash(submissionHash(headIdsOf(registers, campaign.id, forms ?? formsOf(registers, campaign)), sha256)),
    status: reportStatusOf(registers, campaign),
  };
}

const formsOf = (registers: Registers, campaign: Campaign): readonly string[] =>
  submittedForms(campaign, statusOf(registers.get(statusPathOf(campaign.id)) ?? []));

function reportStatusOf(registers: Registers, campaign: Campaign): ReportStatus | null {
  const status = statusOf(registers.get(statusPathOf(campaign.id)) ?? []);
  if (!status || status.state === 'draft') return null;
  const { state, said, signing, heads } = status;
  const changed = heads ? changedSince(registers, heads, campaign.id, status.forms).length : 0;
  return { state, on: said.at.slice(0, 10), signing, changed };
}
