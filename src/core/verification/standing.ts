import type { Form } from '../form/form.ts';
import { assess } from '../scoring/assess.ts';
import type { AnsweredOf, Assessment } from '../scoring/assessment.ts';
import { answeredCampaigns, type Campaign, dueOf } from '../submission/campaigns.ts';
import { collectedForms, submittedForms } from '../submission/collected-forms.ts';
import { type Facts, factsOf } from '../submission/facts.ts';
import type { OtherForm } from '../submission/other-form.ts';
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
  /** BD2: when it was handed in; work sent back keeps the day it was submitted first; null: never */
  handedInAt: string | null;
  /** as submitted where something was, else as they stand */
  registers: Registers;
  /** by how the registers stand now, so that an answer given anew is seen before it is submitted */
  returns: ReadonlyMap<string, Return>;
  /** paths of the registers changed since the submission */
  changed: readonly string[];
  /** MS1: answers given of answers asked, over all forms the campaign collects */
  progress: AnsweredOf;
  /** answers judged of answers given */
  checked: { done: number; of: number };
  /** MS1: ids of the forms its registers are submitted for, or collected from it */
  forms: readonly string[];
  /** beginning of the submission's hash, 7F3A-90C1-5D2E */
  hash: string;
  revisionCount: number;
};

type Given = {
  form: Form;
  campaign: Campaign;
  revisions: readonly Revision[];
  sha256: Sha256;
  /** how the forms besides the scored one are counted; those left out do not count */
  others?: readonly OtherForm[];
};

/** VF6, MS1: everything an officer sees of one school comes from here: out of its revisions, by the effective form and the others collected. */
export function standingOf({ form, campaign, revisions, sha256, others = [] }: Given): Standing {
  const index = new RevisionIndex();
  index.add(revisions);
  const now = index.registers();
  const status = statusOf(index.historyOf(statusPathOf(campaign.id)));
  const heads = status && status.state !== 'draft' ? status.heads : null;
  const covered = submittedForms(campaign, status);
  const registers = heads ? registersAsSubmitted(revisions, heads, campaign.id, covered) : now;
  const judged = verify(form, campaign, registers);
  const due = dueOf(campaign, now);
  return {
    ...judged,
    state: stateOf(status, now, campaign),
    status,
    ...(due === undefined ? {} : { due }),
    submittedAt: status?.submittedAt ?? null,
    handedInAt: status?.handedInAt ?? null,
    registers,
    returns: returnsOf(now, campaign.id, form.id),
    changed: heads ? changedSince(now, heads, campaign.id, covered) : [],
    progress: progressOf({ form, campaign, others }, registers, judged.assessment),
    checked: checkedOf(judged),
    forms: covered,
    hash: shortHash(submissionHash(headIdsOf(registers, campaign.id, covered), sha256)),
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
function stateOf(status: Status | null, registers: Registers, campaign: Campaign): StandingState {
  if (status && status.state !== 'draft') return status.state;
  const isAnswered = answeredCampaigns(registers, collectedForms(campaign)).has(campaign.id);
  const hasPassport = [...registers.keys()].some((path) => path.startsWith('-/passport/'));
  const isFirst = () => answeredCampaigns(registers).size === 0;
  return status || isAnswered || (hasPassport && isFirst()) ? 'filling' : 'neverOpened';
}

type Counting = Pick<Given, 'form' | 'campaign'> & { others: readonly OtherForm[] };

function progressOf({ form, campaign, others }: Counting, registers: Registers, assessment: Assessment): AnsweredOf {
  const collected = collectedForms(campaign);
  const counted = others
    .filter(({ id }) => collected.includes(id))
    .map((other) => other.progressOf(factsOf(registers, campaign.id, other.id)));
  if (collected.includes(form.id)) counted.push(assessment.progress);
  return {
    answered: counted.reduce((sum, { answered }) => sum + answered, 0),
    of: counted.reduce((sum, { of }) => sum + of, 0),
  };
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
