import type { Form } from '../form/form.ts';
import { assess } from '../scoring/assess.ts';
import type { Assessment } from '../scoring/assessment.ts';
import type { Campaign } from '../submission/campaigns.ts';
import { type Facts, factsOf } from '../submission/facts.ts';
import type { Registers } from '../submission/registers.ts';
import type { Revision, Sha256 } from '../submission/revision.ts';
import { RevisionIndex } from '../submission/revision-index.ts';
import {
  changedSince,
  countRevisions,
  headIdsOf,
  registersAsSubmitted,
  submissionHash,
} from '../submission/snapshot.ts';
import { type Status, statusOf, statusPathOf } from '../submission/status.ts';
import type { Check, Return } from './check.ts';

/** The whole of one school in a campaign, from its revisions alone. */
export type Standing = {
  state: 'neverOpened' | 'filling' | 'submitted' | 'returned' | 'accepted';
  status: Status | null;
  /** YYYY-MM-DD, this school's last day */
  due?: string;
  submittedAt: string | null;
  /** as submitted where something was, else as they stand */
  registers: Registers;
  facts: Facts;
  /** by the school's own answers */
  assessment: Assessment;
  checks: ReadonlyMap<string, Check>;
  returns: ReadonlyMap<string, Return>;
  /** null: nothing was judged */
  verified: Assessment | null;
  verifiedFacts: Facts;
  /** registers changed after they were submitted */
  changed: readonly string[];
  checked: { done: number; of: number };
  hash: string;
  revisionCount: number;
};

type Parts = { form: Form; campaign: Campaign; revisions: readonly Revision[]; sha256: Sha256 };

export function standingOf({ form, campaign, revisions, sha256 }: Parts): Standing {
  const index = new RevisionIndex();
  index.add(revisions);
  const now = index.registers();
  const status = statusOf(index.historyOf(statusPathOf(campaign.id)));
  const heads = status?.heads ?? null;
  const registers = heads ? registersAsSubmitted(revisions, heads, campaign.id, form.id) : now;
  const facts = factsOf(registers, campaign.id, form.id);
  const assessment = assess(form, facts, campaign);
  const revisionCount = countRevisions(revisions);
  return {
    state: status && status.state !== 'draft' ? status.state : revisionCount > 0 ? 'filling' : 'neverOpened',
    status,
    ...(campaign.due !== undefined && { due: campaign.due }),
    submittedAt: status?.submittedAt ?? null,
    registers,
    facts,
    assessment,
    checks: new Map(),
    returns: new Map(),
    verified: null,
    verifiedFacts: facts,
    changed: heads ? changedSince(now, heads, campaign.id, form.id) : [],
    checked: { done: 0, of: assessment.progress.of },
    hash: submissionHash(headIdsOf(registers, campaign.id, form.id), sha256),
    revisionCount,
  };
}
