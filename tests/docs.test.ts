import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const under = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${String(name)}`)
    .filter((name) => /\.tsx?$/.test(name));
const all = [...under('src'), ...under('tests')];
const isTest = (file: string): boolean => /\.(test|contract)\.tsx?$/.test(file);
const ids = [...textOf('docs/rules.md').matchAll(/^- \*\*([A-Z]+\d+)\*\* /gm)].map((match) => match[1] ?? '');
const sources = all
  .filter((file) => file.startsWith('src/') && !isTest(file))
  .map(textOf)
  .join('\n');
const tests = all.filter(isTest).map(textOf).join('\n');

describe('docs/rules.md', () => {
  it('names every rule once', () => {
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(ids)('rule %s stands in the code and in the title of a test', (id) => {
    expect(new RegExp(`\\b${id}\\b`).test(sources)).toBe(true);
    expect(tests.includes(`[${id}]`)).toBe(true);
  });

  it('knows every rule a test names', () => {
    const named = [...tests.matchAll(/\[([A-Z]{2}\d+)\]/g)].map((match) => match[1] ?? '');
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/sync.md',
  'docs/envelope.md',
  'docs/security.md',
  'docs/bench.md',
  'docs/operations.md',
];

it.each(documents)('%s names only paths that exist', (document) => {
  const paths = [
    ...textOf(document).matchAll(/`((?:src|docs|tests|scripts|public|deploy)\/[\w./-]*)`|\]\(([\w./-]+)\)/g),
  ];
  const missing = paths.map((match) => match[1] ?? match[2] ?? '').filter((path) => !existsSync(join(root, path)));
  expect(missing).toEqual([]);
});
