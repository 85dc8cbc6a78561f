import type { Random } from '../simulation/random.ts';

const id = 'A'.repeat(43);
const noText = ['7', 'null', 'true', '[]', '{}', '"\\u0000"', '"\\ud800"', '"и\\u0306"', `"${'x'.repeat(201)}"`];
const notStored = [
  '1e400',
  '9223372036854775808',
  '9007199254740992',
  '"\\u0000"',
  '"\\udfff"',
  '"и\\u0306"',
  '[[[[[[[[1]]]]]]]]',
  `[${'0,'.repeat(200)}0]`,
  `"${'x'.repeat(4001)}"`,
  `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  `{"${'x'.repeat(81)}":1}`,
  '{"\\u0000":1}',
  '{"a":{"b":[{"c":"\\ud83d"}]}}',
];

/** By position on the wire: raw JSON that must be refused there. */
const hostileParts: readonly (readonly string[])[] = [
  [...noText, '""', '"K1-01"', '"a b/c"', '"/"', '"//"', '"a/"', '"a//b"', '"a/\\u2028"'],
  notStored,
  [
    'null',
    '7',
    '{}',
    '["x"]',
    `["${id}","${id}"]`,
    `["${'B'.repeat(43)}","${id}"]`,
    `[${`"${id}",`.repeat(9999)}"${id}"]`,
    `["${'Ж'.repeat(43)}"]`,
    '[null]',
    '[[]]',
    '"x"',
  ],
  ['0', '-1', '1.5', '"1"', 'null', '1e400', '9007199254740993', '[]', 'true'],
  noText,
  noText,
  noText,
  [...noText, '""', '"short"', `"${'Ж'.repeat(22)}"`, `"${'a'.repeat(23)}"`],
];

/** A sound revision as it goes over the wire, for the school of this history. */
export const soundWire = [
  '2026-27/readiness/K1-01',
  'yes',
  [],
  1,
  '2026-09-14T10:00:00+03:00',
  'завуч',
  'ПК',
  'AAAAAAAAAAAAAAAAAAAAAA',
] as const;

/** One revision of the wire that must be refused alone, as raw JSON. */
export function hostileRevision(random: Random): { what: string; raw: string } {
  const parts: string[] = soundWire.map((part) => JSON.stringify(part));
  const chance = random.below(10);
  if (chance === 0) {
    const length = random.below(8);
    return { what: `a revision of ${length} parts`, raw: `[${parts.slice(0, length).join(',')}]` };
  }
  if (chance === 1) {
    const path = random.pick([
      '"2026-27/status"',
      '"-/device:x"',
      '"-/erase"',
      '"2026-27/readiness/K3-01#check"',
      '"2026-27/readiness/SITE:S-1#state"',
    ]);
    const [by, value] = [
      random.pick(['"endpoint"', '"x"', '7', `"${'x'.repeat(500_000)}"`, '"\\u0000"']),
      random.pick(['""', `"${'A'.repeat(86)}"`, '7', '"\\ud800"']),
    ];
    return {
      what: `a judgement nobody signed: ${path}`,
      raw: `[${[path, '"accepted"', ...parts.slice(2), by, value].join(',')}]`,
    };
  }
  const at = random.below(8);
  parts[at] = random.pick(hostileParts[at] ?? []);
  return { what: `part ${at} of a revision = ${parts[at].slice(0, 40)}`, raw: `[${parts.join(',')}]` };
}
