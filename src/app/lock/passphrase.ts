const shortest = 12;
const fewestCharacters = 5;
const codes = 10;

/** A typed passphrase or recovery code as it is compared: composed letters, single spaces; a code without its spaces. */
export function passphraseOf(typed: string): string {
  const text = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
  return /^[\d ]+$/.test(text) ? text.replaceAll(' ', '') : text;
}

/** LK4: long enough, and not one key held down; what it is made of is the officer's own affair. */
export const isPassphrase = (typed: string): boolean => {
  const text = passphraseOf(typed);
  return text.length >= shortest && new Set(text).size >= fewestCharacters;
};

/** LK5: ten codes of twelve digits, from `random` numbers below 2³². */
export function recoveryCodes(random: () => number): string[] {
  const group = () => String(random() % 10_000).padStart(4, '0');
  return Array.from({ length: codes }, () => `${group()}${group()}${group()}`);
}
