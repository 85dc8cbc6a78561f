import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mayOnlyOfficersHave } from '../scripts/officer-paths.ts';
import { installedFiles } from './support/installed-files.ts';

const { schools, officers } = installedFiles();
const textOf = (file: string): string => readFileSync(`dist/app/${file}`, 'utf8');
const textsOf = (files: readonly string[]): string =>
  files
    .filter((file) => /\.(js|html)$/.test(file))
    .map(textOf)
    .join('\n');
const builtFrom: Record<string, { modules: string[]; officer: boolean }> = JSON.parse(
  readFileSync('dist/files.json', 'utf8'),
);
const modulesOf = (files: readonly { url: string }[]) => files.flatMap(({ url }) => builtFrom[url]?.modules ?? []);
const names = (files: readonly { url: string }[]) => files.map(({ url }) => url);

/** Words and formats that stand in no other file than an officer's. */
const marks = ['word/document.xml', 'xl/workbook.xml', 'Позвонить сегодня', 'Справка о готовности школ'];

it('[W11] gives a school none of the modules only officers may have, and an officer all of them', () => {
  expect(modulesOf(schools).filter(mayOnlyOfficersHave)).toEqual([]);
  const office = modulesOf(officers);
  // what writes docx and xlsx is a worker's, built apart: its marks stand below
  for (const part of [
    'src/app/office/',
    'src/app/school-files/',
    'src/app/paper/write-document',
    'src/reports/municipal/',
  ])
    expect(office.some((id) => id.includes(part))).toBe(true);
});

it('[W11] gives no module to both, and leaves no built file out', () => {
  const both = new Set(modulesOf(schools));
  expect(modulesOf(officers).filter((id) => both.has(id))).toEqual([]);
  expect(Object.keys(builtFrom).filter((file) => !names([...schools, ...officers]).includes(file))).toEqual([]);
});

it.each(marks)('[W11] keeps «%s» out of what a school installs', (mark) => {
  expect(textsOf(names(schools))).not.toContain(mark);
  expect(textsOf(names(officers))).toContain(mark);
});

it('[W9] asks for the frame alone before the page is painted', () => {
  const asked = [...textOf('index.html').matchAll(/"\/assets\/([a-z]+)-[^"]*\.js"/g)].map((match) => match[1]);
  expect(asked).toEqual(['frame']);
});

it("[W3] [W11] lists an officer's files with the hashes they have", () => {
  expect(officers.length).toBeGreaterThan(0);
  for (const { url, integrity } of [...schools, ...officers])
    expect(integrity).toBe(
      `sha384-${createHash('sha384')
        .update(readFileSync(`dist/app/${url}`))
        .digest('base64')}`,
    );
});
