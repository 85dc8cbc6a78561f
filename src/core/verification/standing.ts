import type { Form } from '../form/form.ts';
import { assess } from '../scoring/assess.ts';
import type { Assessment } from '../scoring/assessment.ts';
import { answeredCampaigns, type Campaign, dueOf } from '../submission/campaigns.ts';
import { type Facts, factsOf } from '../submission/facts.ts';
import type { Registers } from '../submission/registers.ts';
import type { Revision, Sha256 } from '../submission/revision.ts';
import { RevisionIndex } from '../submission/revision-index.ts';
import {
  changedSince,
  countRevisions,
  headIdsOf,
  registersAsSubmitted,
  shortHash,
  submissionHash,
} from '../submission/snapshot.ts';
import { type Status, statusOf, statusPathOf } from '../submission/status.ts';
import { type Check, checksOf, type Return, returnsOf } from './check.ts';
import { judgedValues, verifiedFacts } from './verified-facts.ts';

type StandingState = 'neverOpened' | 'filling' | 'submitted' | 'returned' | 'accepted';

/** What one school's registers come to in a campaign, the officer's checks among them. */
export type Verified = {
  facts: Facts;
  /** by the school's own answers */
  assessment: Assessment;
  checks: ReadonlyMap<string, Check>;
  /** with the officer's values in place of the school's; null: nothing was judged */
  verified: Assessment | null;
  verifiedFacts: Facts;
};

/** The whole of one school in a campaign. */
export type Standing = Verified & {
  state: StandingState;
  /** null: nothing was ever said */
  status: Status | null;
  /** the last day for this school, its extension counted */
  due?: string;
  /** by the clock of the device that submitted last; null: never */
  submittedAt: string | null;
  /** as submitted where something was, else as they stand */
  registers: Registers;
  /** by how the registers stand now, so that an answer given anew is seen before it is submitted */
  returns: ReadonlyMap<string, Return>;
  /** paths of the registers changed since the submission */
  changed: readonly string[];
  /** answers judged of answers given */
  checked: { done: number; of: number };
  /** beginning of the submission's hash, 7F3A-90C1-5D2E */
  hash: string;
  revisionCount: number;
};

type Given = { form: Form; campaign: Campaign; revisions: readonly Revision[]; sha256: Sha256 };

/** VF6: everything an officer sees of one school comes from here: out of its revisions, by the effective form. */
export function standingOf({ form, campaign, revisions, sha256 }: Given): Standing {
  const index = new RevisionIndex();
  index.add(revisions);
  const now = index.registers();
  const status = statusOf(index.historyOf(statusPathOf(campaign.id)));
  const heads = status && status.state !== 'draft' ? status.heads : null;
  const registers = heads ? registersAsSubmitted(revisions, heads, campaign.id, form.id) : now;
  const judged = verify(form, campaign, registers);
  const due = dueOf(campaign, now);
  return {
    ...judged,
    state: stateOf(status, now, campaign.id, form.id),
    status,
    ...(due === undefined ? {} : { due }),
    submittedAt: status?.submittedAt ?? null,
    registers,
    returns: returnsOf(now, campaign.id, form.id),
    changed: heads ? changedSince(now, heads, campaign.id, form.id) : [],
    checked: checkedOf(judged),
    hash: shortHash(submissionHash(headIdsOf(registers, campaign.id, form.id), sha256)),
    revisionCount: countRevisions(revisions),
  };
}

/** VF5, VF6: scores by the school's answers and, once anything was judged, by the officer's values. `form`: the effective one. */
export function verify(form: Form, campaign: Campaign, registers: Registers): Verified {
  const facts = factsOf(registers, campaign.id, form.id);
  const assessment = assess(form, facts, campaign);
  const checks = checksOf(registers, campaign.id, form.id);
  const counting = [...checks.values()].filter((check) => !check.isStale);
  if (counting.length === 0) return { facts, assessment, checks, verified: null, verifiedFacts: facts };
  if (counting.every((check) => check.state === 'confirmed'))
    return { facts, assessment, checks, verified: assessment, verifiedFacts: facts };
  const byOfficer = verifiedFacts(facts, checks);
  return {
    facts,
    assessment,
    checks,
    verified: assess(form, byOfficer, campaign, judgedValues(checks)),
    verifiedFacts: byOfficer,
  };
}

/** VF7: a school that has given nothing in this campaign has not opened it; passport figures count only in its first campaign. */
function stateOf(status: Status | null, registers: Registers, campaignId: string, formId: string): StandingState {
  if (status && status.state !== 'draft') return status.state;
  const answered = answeredCampaigns(registers, formId);
  const hasPassport = [...registers.keys()].some((path) => path.startsWith('-/passport/'));
  return status || answered.has(campaignId) || (answered.size === 0 && hasPassport) ? 'filling' : 'neverOpened';
}

/** VF8: what there is to judge is every answer given and shown; judged is what has a check that counts. */
function checkedOf({ assessment, checks }: Verified): Standing['checked'] {
  const given = assessment.criteria
    .flatMap(({ lines }) => lines)
    .filter(({ state }) => state !== 'hidden' && state !== 'empty')
    .map(({ indicatorId }) => indicatorId);
  const done = given.filter((id) => checks.get(id)?.isStale === false);
  return { done: done.length, of: given.length };
}
