import type { Form } from '../core/form/form.ts';
import { assess } from '../core/scoring/assess.ts';
import type { Assessment } from '../core/scoring/assessment.ts';
import { type Facts, factsOf } from '../core/submission/facts.ts';
import type { Registers } from '../core/submission/registers.ts';
import type { Sha256 } from '../core/submission/revision.ts';
import { headIdsOf, shortHash, submissionHash } from '../core/submission/snapshot.ts';

/** What a report reads; nothing else enters it. */
export type ReportInput = {
  form: Form;
  registers: Registers;
  facts: Facts;
  assessment: Assessment;
  campaign: ReportCampaign;
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
};

type ReportCampaign = {
  id: string;
  /** "2025/2026" */
  schoolYear: string;
  /** YYYY-MM-DD */
  asOf: string;
  /** last day to hand in, YYYY-MM-DD */
  due?: string | undefined;
  /** the order the campaign rests on */
  basis?: string | undefined;
};

type Given = Omit<ReportInput, 'facts' | 'assessment' | 'hash'> & { sha256: Sha256 };

/** The one way from registers to a report, on a device, in the command line and in tests. */
export function reportInputOf({ sha256, ...given }: Given): ReportInput {
  const { form, registers, campaign } = given;
  const facts = factsOf(registers, campaign.id, form.id);
  return {
    ...given,
    facts,
    assessment: assess(form, facts, campaign),
    hash: shortHash(submissionHash(headIdsOf(registers, campaign.id, form.id), sha256)),
  };
}
