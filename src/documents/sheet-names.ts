const longestName = 31;

/** Cut so that no character is halved; no apostrophe and no space at either end. */
const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/\p{Cs}$/u, '')
    .replace(/^['\s]+|['\s]+$/g, '');

/** DC4: a name a spreadsheet accepts for every title: 1 to 31 characters, none of []:*?/\, no two alike in any case of letters. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set(['history']);
  return titles.map((title, index) => {
    const wished = title
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    let name = cut(wished, longestName) || String(index + 1);
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      const ending = ` (${count})`;
      name = cut(wished, longestName - ending.length) + ending;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
