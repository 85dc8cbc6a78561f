/** The longest text a revision may hold, in UTF-16 units; typing fields should stop here, so nothing is cut unseen. */
export const longestText = 4000;

/**
 * RV3: typed text becomes NFC, without control characters but line break and tab, and without half characters; it ends at
 * the longest text. Characters go first and NFC comes second, or a removed one would leave a letter and its mark apart.
 */
export function normalizeText(text: string): string {
  const clean = cleanText(text);
  if (clean.length <= longestText) return clean;
  const cut = clean.slice(0, longestText);
  const last = cut.charCodeAt(longestText - 1);
  return last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut;
}

/** RV3 without the end: a text of any length in the characters a revision keeps. */
export const cleanText = (text: string): string => text.replaceAll(unkept, '').normalize('NFC');

/** Whether text already is what normalizing makes of it. */
export const isNormalized = (text: string): boolean =>
  text.length <= longestText && text.search(unkept) === -1 && text.normalize('NFC') === text;

/** Control characters but line break, tab and those above ASCII; and half characters, which stand alone only by mistake. */
const unkept = /[^\P{Cc}\n\t\x80-\x9f]|\p{Cs}/gu;
