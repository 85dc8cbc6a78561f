import registry from './legal-acts/1.json' with { type: 'json' };

export type LegalAct = {
  code: string;
  /** as named at an indicator */
  short: string;
  title: string;
  status: string;
  /** YYYY-MM-DD: when a person last checked the status */
  checkedOn: string;
};

/** FM3: every legal act the forms name, each once, with its status and the day it was checked; none of it is legal advice. */
export const legalActs: readonly LegalAct[] = registry;

/** Their codes, for whoever writes a form. */
export const lawCodes: ReadonlySet<string> = new Set(legalActs.map(({ code }) => code));
