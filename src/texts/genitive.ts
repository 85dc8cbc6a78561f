/** Endings of adjectives and nouns in names of places and schools: nominative → genitive. The first that fits counts. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(ск|цк|к|г|х)ий$/u, '$1ого'],
  [/(ш|ж|щ|ч|н)ий$/u, '$1его'],
  [/(ый|ой)$/u, 'ого'],
  [/ая$/u, 'ой'],
  [/яя$/u, 'ей'],
  [/^([Гг])имназия$/u, '$1имназии'],
  [/^([Лл])ицей$/u, '$1ицея'],
  [/^([Шш])кола-интернат$/u, '$1колы-интерната'],
  [/^([Шш])кола-сад$/u, '$1колы-сада'],
  [/^([Шш])кола$/u, '$1колы'],
  [/^([Оо]бласт|[Чч]аст)ь$/u, '$1и'],
  [/^([Рр]еспублик)а$/u, '$1и'],
  [/^([Кк]ра)й$/u, '$1я'],
  [/^([Оо]бразовани|[Уу]чилищ|[Уу]чреждени)[ео]$/u, '$1я'],
  [/^([Оо]круг|[Рр]айон|[Гг]ород|[Цц]ентр|[Кк]омплекс|[Кк]орпус)$/u, '$1а'],
];
/** Stays as it is in every case: abbreviations, numbers, №. */
const unchanging = /^(\p{Lu}{2,}|№|\d+)$/u;

function wordInGenitive(word: string): string | null {
  if (unchanging.test(word)) return word;
  const found = endings.find(([ending]) => ending.test(word));
  return found ? word.replace(found[0], found[1]) : null;
}

/**
 * A name in the genitive: «Берёзовская СОШ» → «Берёзовской СОШ», «Тиховодский округ» → «Тиховодского округа»; what stands in
 * quotes stays. Null: some word is not of the known kinds, so the name is better left alone.
 */
export function genitiveOf(name: string): string | null {
  const parts = name.split(/(«.*»|\s+)/u).filter(Boolean);
  const words = parts.map((part) => (/^(«|\s)/u.test(part) ? part : wordInGenitive(part)));
  return words.includes(null) ? null : words.join('');
}
