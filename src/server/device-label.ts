import { normalizeText } from '../core/submission/normalize-text.ts';

/** HX5: a device's name is one line of plain text wherever it is shown, on a terminal too. */
export const deviceLabelOf = (typed: string): string =>
  normalizeText(typed)
    .replace(/[\x80-\x9f\u2028-\u202e\u2066-\u2069]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
