import { expect, it } from 'vitest';
import { openPackage, sheetCells } from '../../../tests/support/read-package.ts';
import { readAnswersTable } from '../../core/requests/read-answers-table.ts';
import { groupRequests, type NotedRequest } from '../../core/requests/vendor-requests.ts';
import { documents } from '../../documents/documents.ts';
import { readXlsxSheets } from '../../documents/read-xlsx.ts';
import { requestsTexts } from '../../texts/requests.ts';
import { vendorList } from './vendor-list.ts';

const request = (id: string, system: string): NotedRequest => ({
  id,
  system,
  kind: 'fault',
  theme: 'speed',
  text: `Долго открывается, ${id}`,
  on: '2017-09-01',
  from: { id: `s${id}`, name: `СОШ № ${id}`, isSchool: true },
  answer: null,
});

it('[VR3] makes a sheet for every vendor, which its answers come back in', async () => {
  const all = [request('1', 'tes'), request('2', 'dnevnikRu')];
  const report = vendorList({ place: 'Округ', groups: groupRequests(all), schools: 6, today: '2017-10-02' });
  const bytes = (await documents.xlsx.write(report)) as Uint8Array;
  expect(
    [...openPackage(bytes).keys()].filter((path) => path.startsWith('xl/worksheets/sheet')).length,
  ).toBeGreaterThanOrEqual(2);
  expect(sheetCells(bytes, 1).length).toBeGreaterThan(0);
  const sheets = (await readXlsxSheets(bytes, 100)) ?? [];
  const filled = sheets
    .flatMap(({ rows }) => rows)
    .map((row) => row.map((cell, at) => (row.at(-1) === '2' && at === 6 ? 'Исправлено' : cell)));
  const table = readAnswersTable(filled, requestsTexts.list.heads, all);
  expect(table).toEqual({ answers: new Map([['2', { text: 'Исправлено' }]]), known: 0, silent: 1, problems: [] });
});
