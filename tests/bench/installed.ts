import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './bench-report.ts';

const folder = 'dist/app';
/** what only a writer of docx or xlsx has in its code */
const ofOfficers = /word\/document\.xml|xl\/workbook\.xml/;

/** Everything the service worker keeps on a school's device, as served; whatever writes docx and xlsx must not be in it. */
export async function installed(): Promise<Row[]> {
  const worker = readFileSync(join(folder, 'service-worker.js'), 'utf8');
  const files = [...worker.matchAll(/"url":"([^"]+)"/g)].map((match) => join(folder, match[1] ?? ''));
  if (files.length === 0) throw new Error('no list of files in the service worker');
  const sizes = [...files, join(folder, 'service-worker.js')].map(servedInBytes);
  const officers = files.filter((file) => file.endsWith('.js') && ofOfficers.test(readFileSync(file, 'utf8')));
  const row = { suite: 'installed', reference: null };
  return [
    {
      ...row,
      title: `everything a school's device installs: ${files.length} files`,
      unit: 'bytes',
      measured: sizes.reduce((sum, size) => sum + size, 0),
      budget: { of: 'measured', most: 130_000 },
    },
    {
      ...row,
      title: 'files among them that write docx or xlsx',
      unit: 'count',
      measured: officers.length,
      budget: { of: 'measured', most: 0 },
    },
  ];
}

const servedInBytes = (file: string): number => statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
