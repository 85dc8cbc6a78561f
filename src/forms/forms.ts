import readiness1 from './readiness/1.json' with { type: 'json' };

/** Every published form version, as written; each is checked by a test (FM1, WD1). */
export const publishedForms = [readiness1] as const;
