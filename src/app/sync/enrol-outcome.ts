/** What became of a code somebody typed. */
export type EnrolOutcome =
  | 'enrolled'
  | 'code-unknown'
  | 'code-used'
  | 'code-expired'
  | 'too-many-attempts'
  | 'no-server'
  | 'filter'
  | 'busy'
  | 'no-https'
  | 'no-room-for-key';

/** The endpoint's refusal in these words. */
export function enrolRefusal(code: string): EnrolOutcome {
  const known = ['code-unknown', 'code-used', 'code-expired', 'too-many-attempts'] as const;
  return known.find((one) => one === code) ?? 'code-unknown';
}
