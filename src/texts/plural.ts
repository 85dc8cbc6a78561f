const rules = new Intl.PluralRules('ru');

/** Russian word form by number: `plural(3, 'ответ', 'ответа', 'ответов')` → «ответа». */
export function plural(count: number, one: string, few: string, many: string): string {
  const form = rules.select(count);
  return form === 'one' ? one : form === 'few' ? few : many;
}

/** The number and its word, joined by a no-break space: «3 ответа». */
export const counted = (count: number, one: string, few: string, many: string): string =>
  `${count}\u00a0${plural(count, one, few, many)}`;
