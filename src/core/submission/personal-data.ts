const signs: readonly RegExp[] = [
  /(?:ученик|ученица|учени[кц][аеуы]?|обучающ\S+|родител\S*|мам[аеыу]|пап[аеыу]|мать|отец)\s+(?:[а-яё]+\s+)?[А-ЯЁ][а-яё]+/u,
  /[А-ЯЁ][а-яё]{2,},?\s+(?:из\s+)?\d{1,2}\s?[«"]?[А-Яа-я][»"]?(?![А-Яа-яё])(?:\s+класс\S*)?/u,
  /\d{3}[-\s]?\d{3}[-\s]?\d{3}[-\s]\d{2}(?!\d)/,
  /(?:\+7|(?<!\d)8)[-\s(]*\d{3}[-\s)]*\d{3}[-\s]?\d{2}[-\s]?\d{2}(?!\d)/,
];

/**
 * PD1: a soft detector of pupils' and parents' data in free text: a name beside a class or a word like "pupil", a СНИЛС,
 * a phone. It warns before saving and never forbids.
 */
export const looksPersonal = (text: string): boolean => signs.some((sign) => sign.test(text));
