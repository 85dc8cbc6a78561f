import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = readdirSync(join(root, 'src'), { recursive: true })
  .map((name) => `src/${String(name)}`)
  .filter((name) => /\.tsx?$/.test(name));
const sources = files.filter((name) => !/\.test\.tsx?$/.test(name));
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Folder → what its files may import besides themselves: other folders of src, or libraries. */
const table: [RegExp, RegExp][] = [
  [/^src\/answer-kinds\/.*\.ts$/, /^(src\/answer-kinds\/|zod)/],
  [/^src\/core\//, /^(src\/(core|answer-kinds)\/[^"]*\.ts$|zod)/],
  [/^src\/forms\//, /^src\/forms\//],
  [/^src\/demo\//, /^src\/(demo|core)\//],
  [/^src\/reports\//, /^src\/(reports|core|forms|texts|answer-kinds)\//],
  [
    /^src\/documents\//,
    /^(src\/(documents|diagrams)\/|src\/reports\/(report-document|diagram)\.ts$|docx$|hucre\/xlsx$)/,
  ],
  [/^src\/diagrams\//, /^src\/(diagrams\/|reports\/diagram\.ts$|texts\/)/],
  [/^src\/texts\//, /^src\/texts\//],
  [/^src\/ui\//, /^(src\/ui\/|preact)/],
  [
    /^src\/app\//,
    /^(src\/(app|ui|texts|forms|reports|documents|diagrams|core|answer-kinds)\/|preact|@preact|dexie$|idb-keyval$|workbox-window$|@noble\/hashes|zod|virtual:form$)/,
  ],
  [/^src\/server\//, /^(src\/(server|core|forms|texts)\/|node:|hono|@hono|kysely$|libsql$|pg$|pino$|zod)/],
  [
    /^src\/command-line\//,
    /^(src\/(command-line|server|core|forms|texts|reports|documents|diagrams|demo)\/|node:|@hono|@resvg\/resvg-js$|pino$)/,
  ],
  [/^src\/service-worker\//, /^(src\/service-worker\/|workbox-)/],
];

function importsOf(file: string): string[] {
  const found = [...textOf(file).matchAll(/(?<!['\w])(?:from|import)\s*\(?\s*'([^'\s]+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return found.map((name) =>
    name.startsWith('.') ? relative(root, join(root, dirname(file), name.replace(/\?.*$/, ''))) : name,
  );
}

it.each(sources)('%s imports only what its folder may', (file) => {
  const [, allowed] = table.find(([folder]) => folder.test(file)) ?? [];
  expect(allowed).toBeDefined();
  expect(importsOf(file).filter((name) => !allowed?.test(name))).toEqual([]);
});

it('lets no screen import another', () => {
  const foreign = sources.flatMap((file) => {
    const own = /^src\/app\/screens\/[^/]+\//.exec(file)?.[0];
    return own ? importsOf(file).filter((name) => name.startsWith('src/app/screens/') && !name.startsWith(own)) : [];
  });
  expect(foreign).toEqual([]);
});

const pure = sources.filter((file) =>
  /^src\/(core|forms|demo|reports|documents|diagrams|texts)\/|^src\/answer-kinds\/.*\.ts$/.test(file),
);

it.each(pure)('%s has no clock, chance or world of its own', (file) => {
  const code = textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  expect(code).not.toMatch(/Date\.now|new Date\b|Math\.random|\bcrypto\b|\bconsole\b|\bfetch\(|setTimeout/);
});

it.each(files)('%s is short enough to read', (file) => {
  expect(textOf(file).split('\n').length).toBeLessThanOrEqual(/\.test\./.test(file) ? 400 : 300);
});
