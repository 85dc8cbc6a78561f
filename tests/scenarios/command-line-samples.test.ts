import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { documents } from '../../src/documents/documents.ts';
import { reports } from '../../src/reports/reports.ts';
import { run } from '../support/command-line.ts';
import { aFolder } from '../support/endpoint.ts';

vi.setConfig({ testTimeout: 120_000 });

/** What a file of each format begins with. */
const beginnings: Record<string, string> = {
  json: '{',
  html: '<!doctype html>',
  docx: 'PK\u0003\u0004',
  xlsx: 'PK\u0003\u0004',
};
const leastBytes = 100;

it('[DM1] [CL2] writes every report of six schools, their municipality and region in every format with `npm run report:sample`, and prints the files alone', async () => {
  const out = join(aFolder(), 'not', 'yet', 'there');
  const { code, stdout } = await run('npm', ['run', '-s', 'report:sample', '--', '--out', out]);
  expect(code).toBe(0);
  expect(Object.keys(beginnings).sort()).toEqual(['json', ...Object.keys(documents)].sort());
  const above = {
    tihovodsk: ['answers-table', 'municipal-report', 'monitoring-table', 'region-summary'],
    severodolye: ['monitoring-table', 'region-summary', 'network-report'],
  };
  const schools = readdirSync(out).filter((place) => !(place in above));
  expect(schools).toHaveLength(6);
  const written = [
    ...schools.flatMap((school) => reports.map(({ name }) => join(out, school, name))),
    ...Object.entries(above).flatMap(([place, names]) => names.map((name) => join(out, place, name))),
  ];
  const files = written.flatMap((path) =>
    Object.entries(beginnings).map(([format, beginning]) => ({ beginning, file: `${path}.${format}` })),
  );
  expect(stdout.trim().split('\n').sort()).toEqual(files.map(({ file }) => file).sort());
  for (const { file, beginning } of files) {
    const bytes = readFileSync(file);
    expect(bytes.subarray(0, beginning.length).toString('latin1').toLowerCase(), file).toBe(beginning.toLowerCase());
    expect(bytes.length, file).toBeGreaterThan(leastBytes);
  }
});
