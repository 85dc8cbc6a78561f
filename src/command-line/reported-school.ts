import type { Form } from '../core/form/form.ts';
import { canonicalJson, type Json } from '../core/json.ts';
import { assess } from '../core/scoring/assess.ts';
import { propertiesOf } from '../core/submission/answer.ts';
import { type Facts, factsOf } from '../core/submission/facts.ts';
import type { Registers } from '../core/submission/registers.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { headIdsOf, packIds, registersAsSubmitted, shortHash, submissionHash } from '../core/submission/snapshot.ts';
import { statusOf, statusPathOf } from '../core/submission/status.ts';
import type { ReportedSchool } from '../reports/municipal/municipal-input.ts';
import type { StoredSchool } from '../server/read-municipality.ts';
import { sha256 } from '../server/store/histories.ts';

type Campaign = { id: string; asOf: string; schoolYear: string };

/** One school for the municipality's report: what it submitted, judged by the officer's checks, also while some of it is returned; a draft is not sent. */
export function reportedSchoolOf(
  form: Form,
  campaign: Campaign,
  { place, revisions, previous }: StoredSchool,
): ReportedSchool {
  const index = new RevisionIndex();
  index.add(revisions);
  const current = index.registers();
  const common = { place, previous: previousOf(previous) };
  const statusPath = statusPathOf(campaign.id);
  const status = statusOf(revisions.filter(({ path }) => path === statusPath));
  if (!status || status.state === 'draft')
    return { ...common, facts: null, assessment: null, selfAssessed: null, hash: '' };
  const submitted = status.heads ? registersAsSubmitted(revisions, status.heads, campaign.id, form.id) : current;
  const registers = withJudgements(submitted, current, `${campaign.id}/${form.id}/`);
  const own = factsOf(registers, campaign.id, form.id);
  const facts = verifiedFacts(own, registers, `${campaign.id}/${form.id}/`);
  const level = own.get('-/passport/level')?.[0];
  return {
    ...common,
    ...(typeof level === 'string' && { level }),
    facts,
    assessment: assess(form, facts, campaign),
    selfAssessed: assess(form, own, campaign),
    hash: shortHash(submissionHash(headIdsOf(submitted, campaign.id, form.id), sha256)),
  };
}

/** What officers say of a submission is said after it, so it is read as it stands now. */
function withJudgements(submitted: Registers, current: Registers, prefix: string): Registers {
  const judgements = [...current].filter(
    ([path]) => path.startsWith(prefix) && (path.endsWith('#check') || /SITE:[^#]+#state$/.test(path)),
  );
  return new Map([...submitted, ...judgements]);
}

/** The officer's value in place of a disputed one, as long as the school has not answered anew. */
function verifiedFacts(facts: Facts, registers: Registers, prefix: string): Facts {
  const verified = new Map(facts);
  for (const [key, values] of facts) {
    const indicatorId = /^(K\d-\d\d)#check$/.exec(key)?.[1];
    if (!indicatorId) continue;
    const { state, value, of } = propertiesOf(values[0] ?? null);
    const heads = (registers.get(prefix + indicatorId) ?? []).map(({ id }) => id);
    if (state === 'disputed' && canonicalJson(of ?? null) === canonicalJson(packIds(heads)))
      verified.set(indicatorId, [value ?? null]);
  }
  return verified;
}

function previousOf(found: Json): ReportedSchool['previous'] {
  if (found === null) return null;
  const { SITE, findings } = propertiesOf(found);
  const states = Object.entries(propertiesOf(SITE ?? null)).flatMap(([id, check]): [string, string][] => {
    const { state } = propertiesOf(check);
    return typeof state === 'string' ? [[id, state]] : [];
  });
  const ids = Array.isArray(findings) ? findings.filter((id) => typeof id === 'string') : [];
  return { SITE: Object.fromEntries(states), findings: ids };
}
