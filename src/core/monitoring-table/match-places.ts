import { plainWords } from './sheet-cells.ts';

/** What a written name may be met with. */
export type Named = { id: string; name: string; shortName?: string; address: string };

export type Match = {
  /** the one it certainly is; null: to be asked */
  sure: string | null;
  /** what it may be, the likeliest first */
  candidates: readonly string[];
};

type Words = { kind: string; numbers: readonly string[]; words: readonly string[] };
type Known = { id: string; names: readonly Words[]; address: readonly string[]; plain: readonly string[] };

const legal =
  /^(м[бка]?оу|о?г[бка]?оу|чоу|ано|муниципальн|бюджетн|казенн|автономн|общеобразовательн|образовательн|учрежден|организаци|государственн|областн|имени|им$|школ|филиал|структурн|подразделен|[гсдпк]$|ул$|пос|сел[оае]|деревн|район|окру[гж]|област|город|улиц|дом$|ст$|n$)/;
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^(сош|сш|ср|сред|средн.*)$/, 'middle'],
  [/^(оош|ош|осн|основн.*)$/, 'basic'],
  [/^(нош|нш|нач|начальн.*)$/, 'primary'],
  [/^гимнази/, 'gymnasium'],
  [/^лице[йяю]/, 'lyceum'],
];
const ending = /(ского|ской|ская|ское|ский|ого|его|ыми|ими|ая|яя|ой|ей|ое|ее|ий|ый|ом|ем|ах|ях|а|я|о|е|у|ю|ы|и|й|ь)$/;

const stemOf = (word: string): string => (word.length > 4 ? word.replace(ending, '') : word);

function wordsOf(text: string): Words {
  const plain = plainWords(text);
  const kind = plain.flatMap((word) => kinds.find(([sign]) => sign.test(word))?.[1] ?? [])[0] ?? '';
  const own = plain.filter((word) => !legal.test(word) && kinds.every(([sign]) => !sign.test(word)));
  return {
    kind,
    numbers: own.filter((word) => /^\d+$/.test(word)),
    words: [...new Set(own.filter((word) => !/^\d+$/.test(word)).map(stemOf))],
  };
}

/** Where the address begins in «название, адрес». */
const namePart = (text: string): string => text.split(/,|\n|\(|;/)[0] ?? text;

/** Equal, or one slip of the hand apart. */
function isNear(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 5 || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
  return rest === long.slice(at + 1);
}

const share = (of: readonly string[], among: readonly string[]): number =>
  of.length === 0 ? 0 : of.filter((one) => among.some((other) => isNear(one, other))).length / of.length;

const [sureFrom, askedFrom, apart, mostCandidates] = [0.8, 0.35, 0.1, 6];

/**
 * XT2: meets names written in many ways with those known: the form of ownership, the kind of school, endings and one slip of the
 * hand do not matter, numbers must be the same, the address tells namesakes apart. Near ones are candidates, never taken unasked.
 */
export function createMatcher(named: readonly Named[]): (text: string, among?: (id: string) => boolean) => Match {
  const known = named.map(
    ({ id, name, shortName, address }): Known => ({
      id,
      names: [...new Set([name, shortName ?? name])].map(wordsOf),
      address: [...wordsOf(address).words, ...wordsOf(address).numbers],
      plain: [name, shortName ?? name].map((one) => plainWords(one).join(' ')),
    }),
  );
  return (text, among = () => true) => {
    const name = namePart(text);
    const [head, tail] = [wordsOf(name), wordsOf(text.slice(name.length))];
    const plain = plainWords(text).join(' ');
    const scored = known
      .filter(({ id }) => among(id))
      .map((one) => ({ id: one.id, score: one.plain.includes(plain) ? 1.5 : scoreOf(one, head, tail) }))
      .filter(({ score }) => score >= askedFrom)
      .sort((a, b) => b.score - a.score);
    const [best, second] = scored;
    const isSure =
      best !== undefined && best.score >= sureFrom && (second === undefined || best.score - second.score >= apart);
    return { sure: isSure ? best.id : null, candidates: scored.slice(0, mostCandidates).map(({ id }) => id) };
  };
}

function scoreOf({ names, address }: Known, head: Words, tail: Words): number {
  const all = [...head.words, ...tail.words];
  const scores = names.map((name) => {
    const cover = name.words.length === 0 ? 1 : share(name.words, all);
    const odd = head.words.length === 0 ? 0 : 1 - share(head.words, [...name.words, ...address]);
    const kind = name.kind !== '' && head.kind !== '' && name.kind !== head.kind ? 0.6 : 1;
    const bare = name.words.length === 0 && name.numbers.length === 0 ? 0.6 : 1;
    const own = cover * (1 - odd / 2) * numberFactor(name.numbers, head.numbers) * kind * bare;
    // what the name says already is no evidence for the address
    const beside = head.words.filter((word) => name.words.every((one) => !isNear(one, word)));
    return own === 0 ? 0 : own + 0.3 * share(address, [...beside, ...tail.words, ...tail.numbers]);
  });
  return Math.max(...scores);
}

function numberFactor(known: readonly string[], written: readonly string[]): number {
  if (known.length === 0 && written.length === 0) return 1;
  if (known.length === 0 || written.length === 0) return 0.6;
  return known.some((one) => written.includes(one)) ? 1 : 0;
}
