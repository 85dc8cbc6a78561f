const damm = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/** EN1: a code is 20 digits, the last one the Damm check digit of the others; a mistyped digit or two swapped ones are told at once. */
export function isWholeCode(digits: string): boolean {
  return /^\d{20}$/.test(digits) && checkDigitOf(digits) === '0';
}

/** The Damm digit; of a number that already ends with its own it is 0. */
export function checkDigitOf(digits: string): string {
  let interim = '0';
  for (const digit of digits) interim = damm[Number(interim)]?.[Number(digit)] ?? '';
  return interim;
}

/** What was typed, digits only: spaces, dashes and anything else a person adds between the groups. */
export const digitsOf = (typed: string): string => typed.replace(/\D/g, '').slice(0, 20);

/** As it is printed and read aloud: five groups of four. */
export const codeText = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ');

/** The look-up key and the secret of a code. */
export const partsOf = (digits: string): { selector: string; secret: string } => ({
  selector: digits.slice(0, 6),
  secret: digits.slice(6),
});
