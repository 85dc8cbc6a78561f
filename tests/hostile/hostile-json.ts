import type { Random } from '../simulation/random.ts';

/** What a field must be; a hostile value of it is one that no reading of the field can take. */
export type Kind =
  | { is: 'one' }
  | { is: 'number' }
  | { is: 'text'; most: number; clean?: true; shaped?: true }
  | { is: 'list'; most: number; of?: Kind }
  | { is: 'object'; fields: Readonly<Record<string, Kind>>; optional?: readonly string[] };

const deep = (open: string, close: string, times: number): string => `${open.repeat(times)}1${close.repeat(times)}`;
const deepList = deep('[', ']', 10_000);

/** Not a text, a list or an object of ours, and no number that is kept. */
const never = [
  '1e400',
  '-1e400',
  '9223372036854775808',
  '9007199254740993',
  '2147483648',
  '-1',
  '0.5',
  'true',
  'null',
  '{"__proto__":{"role":"officer"}}',
  '{"constructor":{"prototype":{"role":"officer"}}}',
  '{"toString":1,"length":1}',
  deep('{"a":', '}', 10_000),
];
/** No JSON at all. */
const noJson = [
  'NaN',
  '-Infinity',
  'undefined',
  "'n'",
  '0x10',
  '01',
  '1.',
  '.5',
  '"\u0000"',
  '"\n"',
  '"\\x41"',
  '"\\ud8"',
  '/**/1',
  '[1,]',
  '{',
  '"',
];
const notClean = ['"\\u0000"', '"а\\u0000б"', '"\\ud800"', '"\\udc00\\ud800"', '"\\u0007"', '"и\\u0306"'];

/** A raw JSON text that must be refused where a value of this kind belongs. */
export function hostileValue(kind: Kind, random: Random): string {
  return random.pick(hostileValues(kind));
}

function hostileValues(kind: Kind): readonly string[] {
  switch (kind.is) {
    case 'one':
      return [...never, deepList, '"1"', '0', '2', '[1]', '{}'];
    case 'number':
      return [...never, deepList, '"1"', '[]', '{}', '""'];
    case 'text': {
      const tooLong = [
        `"${'д'.repeat(kind.most + 1)}"`,
        `"${'x'.repeat(100_000)}"`,
        `"${'и\u0306'.repeat(kind.most)}"`,
      ];
      const unclean = kind.clean ? notClean : [];
      const misshapen = kind.shaped ? [...notClean, '""', '"%00"', '"../../x"', '"\' or 1=1 --"'] : [];
      return [...never, deepList, '7', '[]', '{}', '["n"]', ...tooLong, ...unclean, ...misshapen];
    }
    case 'list':
      return [
        ...never,
        '"x"',
        '{}',
        '7',
        `[${'[],'.repeat(kind.most)}[]]`,
        `[${'0,'.repeat(100_000)}0]`,
        '{"length":0}',
        '[null]',
        '["x"]',
      ];
    case 'object':
      return [...never, deepList, '"x"', '[]', '7', '{}', '[[]]'];
  }
}

/** Names only the server writes, and names every object has; put into every object of every body. */
const foreignNames = [
  'role',
  'place',
  'school',
  'device',
  'id',
  'seq',
  'srv_at',
  'srvAt',
  'via',
  'chain',
  'head',
  'token',
  'token_hash',
  'revokedAt',
  'wrong',
  'rank',
  'isAdmin',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__proto__',
  '',
];

const standIn = '@raw@';
type Path = readonly (string | number)[];

/** Every place of a value whose kind is known, the whole included. */
function placesOf(kind: Kind, value: unknown, path: Path = []): { path: Path; kind: Kind; optional: boolean }[] {
  const here = { path, kind, optional: false };
  if (kind.is === 'list' && kind.of && Array.isArray(value)) {
    const { of } = kind;
    return [here, ...value.flatMap((part, at) => placesOf(of, part, [...path, at]))];
  }
  if (kind.is !== 'object') return [here];
  const inside = Object.entries(kind.fields).flatMap(([name, field]) =>
    placesOf(field, (value as Record<string, unknown>)[name], [...path, name]).map((place) =>
      place.path.length === path.length + 1 ? { ...place, optional: kind.optional?.includes(name) ?? false } : place,
    ),
  );
  return [here, ...inside];
}

function withPart(value: unknown, [name, ...rest]: Path, part: unknown): unknown {
  if (name === undefined) return part;
  if (Array.isArray(value)) return value.map((one, at) => (at === name ? withPart(one, rest, part) : one));
  const object = value as Record<string, unknown>;
  return { ...object, [name]: withPart(object[name], rest, part) };
}

const withRaw = (value: unknown, path: Path, raw: string): string =>
  JSON.stringify(withPart(value, path, standIn)).replace(JSON.stringify(standIn), () => raw);
const partAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((part, name) => (part as Record<string | number, unknown>)[name], value);

/** A valid body with one thing wrong in it: a value, a field too few, one too many, one twice, or text that is no JSON. */
export function hostileJson(body: unknown, kind: Kind, random: Random): { what: string; text: string } {
  const places = placesOf(kind, body);
  const { path, kind: here } = random.pick(places);
  const at = path.join('.') || 'body';
  const object = random.pick(places.filter((one) => one.kind.is === 'object'));
  const fields = Object.entries(partAt(body, object.path) as Record<string, unknown>);
  const inObject = object.path.join('.') || 'body';
  const entries = (parts: readonly (readonly [string, string])[]) =>
    `{${parts.map(([name, raw]) => `${JSON.stringify(name)}:${raw}`).join(',')}}`;
  const told = fields.map(([name, part]) => [name, JSON.stringify(part)] as const);
  switch (random.below(6)) {
    case 0: {
      const needed = places.filter(
        (one) => one.path.length > 0 && typeof one.path.at(-1) === 'string' && !one.optional,
      );
      const gone = random.pick(needed).path;
      return { what: `without ${gone.join('.')}`, text: JSON.stringify(withPart(body, gone, undefined)) };
    }
    case 1: {
      const name = random.pick(foreignNames.filter((one) => !fields.some(([known]) => known === one)));
      return {
        what: `${name} in ${inObject}`,
        text: withRaw(body, object.path, entries([...told, [name, '"officer"']])),
      };
    }
    case 2: {
      const [name = ''] = random.pick(fields);
      return {
        what: `${inObject}.${name} twice`,
        text: withRaw(body, object.path, entries([...told, [name, '{"b":1}']])),
      };
    }
    case 3:
      return { what: `no JSON at ${at}`, text: withRaw(body, path, random.pick(noJson)) };
    default: {
      const raw = hostileValue(here, random);
      return { what: `${at} = ${raw.slice(0, 40)}`, text: withRaw(body, path, raw) };
    }
  }
}
