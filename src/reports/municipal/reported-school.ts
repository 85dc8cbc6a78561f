import type { Place } from '../../core/places/place.ts';
import { scoredFormId } from '../../core/submission/collected-forms.ts';
import type { Standing, Verified } from '../../core/verification/standing.ts';
import type { ReportedSchool } from './municipal-input.ts';

type Known = { place: Place; previous: ReportedSchool['previous'] };

/** MR15: a school as the municipality's report reads it; what it submitted counts also while some of it is returned. */
export function reportedSchoolOf(known: Known, standing: Standing): ReportedSchool {
  return ['submitted', 'returned', 'accepted'].includes(standing.state)
    ? sentSchoolOf(known, standing, standing.hash, standing.forms)
    : { ...known, facts: null, assessment: null, selfAssessed: null, hash: '' };
}

/** The same of a school that sent its answers; `hash`: beginning of its submission's, over these forms. */
export function sentSchoolOf(
  known: Known,
  judged: Verified,
  hash: string,
  forms: readonly string[] = [scoredFormId],
): ReportedSchool {
  const level = judged.verifiedFacts.get('-/passport/level')?.[0];
  return {
    ...known,
    ...(typeof level === 'string' ? { level } : {}),
    facts: judged.verifiedFacts,
    assessment: judged.verified ?? judged.assessment,
    selfAssessed: judged.assessment,
    hash,
    ...(forms.length === 1 && forms[0] === scoredFormId ? {} : { forms }),
  };
}
