import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { installedFiles } from '../support/installed-files.ts';
import type { Row } from './bench-report.ts';

const folder = 'dist/app';
/** what only a writer of docx or xlsx has in its code */
const ofOfficers = /word\/document\.xml|xl\/workbook\.xml/;

/** Everything the service worker keeps on a school's device, as served; whatever writes docx and xlsx must not be in it. What an officer's keeps besides stands below. */
export async function installed(): Promise<Row[]> {
  const { schools, officers: besides } = installedFiles(folder);
  const files = schools.map(({ url }) => join(folder, url));
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
    {
      ...row,
      title: `what an officer's device installs besides: ${besides.length} files`,
      unit: 'bytes',
      measured: besides.reduce((sum, { url }) => sum + servedInBytes(join(folder, url)), 0),
      budget: null,
    },
  ];
}

const servedInBytes = (file: string): number => statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
