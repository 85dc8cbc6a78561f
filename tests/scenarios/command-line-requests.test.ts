import { expect, it, vi } from 'vitest';
import { dataFolder, withEndpoint } from '../../src/command-line/with-endpoint.ts';
import { publicHistoryOf } from '../../src/core/access/access.ts';
import type { Json } from '../../src/core/json.ts';
import { answerPathOf, requestPathOf } from '../../src/core/requests/vendor-requests.ts';
import type { ReportDocument } from '../../src/reports/report-document.ts';
import { appendByEndpoint } from '../../src/server/append-by-endpoint.ts';
import { command } from '../support/command-line.ts';
import { aFolder } from '../support/endpoint.ts';
import { docxWords } from '../support/read-package.ts';
import { linesOf } from '../support/report-lines.ts';
import { aTreeFile } from '../support/tree-file.ts';

vi.setConfig({ testTimeout: 120_000 });

const data = aFolder();
const run = (...args: string[]) => command([...args, '--data', data]);
const write = (history: string, path: string, value: Json) =>
  withEndpoint(dataFolder(data), (endpoint) =>
    endpoint.engine.write((writer) => {
      const author = { who: 'завуч', label: 'ПК', at: '2017-05-01T00:00:00Z', via: 'test' };
      return appendByEndpoint(endpoint, writer, history, [{ path, value }], author);
    }),
  );

it('[VR2] [VR3] [VR4] writes the list for the vendors of a municipality and a region, with answers, and asks for no campaign', async () => {
  await run('places', 'import', aTreeFile());
  const request = { system: 'tes', kind: 'fault', theme: 'other', text: 'Отчёт не печатается', on: '2017-04-20' };
  await write('s10', requestPathOf('q1'), request);
  await write('s11', requestPathOf('q2'), { ...request, system: 'dnevnikRu', text: 'Нужна выгрузка' });
  await write(publicHistoryOf('r'), answerPathOf('q1'), { text: 'Исправим', by: '2017-06-01' });
  const told = await run('report', 'vendor-requests', '--place', 'r', '--date', '2017-05-02');
  const lines = linesOf(JSON.parse(told.stdout) as ReportDocument);
  const [first = ''] = lines.filter((line) => line.includes('Отчёт не печатается'));
  expect(first).toContain('Ясноборская СОШ');
  expect(first).toContain('Исправим | 01.06.2017');
  expect(lines.some((line) => line.includes('Нужна выгрузка'))).toBe(true);
  const { bytes, code } = await run('report', 'vendor-requests', '--place', 'm', '--format', 'docx');
  expect([code, docxWords(bytes)]).toEqual([0, expect.stringContaining('Нужна выгрузка')]);
  expect((await run('report', 'vendor-requests', '--place', 's10')).code).toBe(2);
});
