import { expect, it } from 'vitest';
import { aFile, aStore, command } from '../support/command-line.ts';

const campaign = {
  id: '2089-monitoring',
  schoolYear: '2089/2090',
  asOf: '2089-09-01',
  municipality: 'lake',
  forms: ['monitoring@1'],
};
const monitoring = { own: { 5: 'tes', 6: { fullName: 'Б. Б. Берёзова', position: 'завуч' }, 8: 11 } };
const answers = {
  format: 'gotovo-answers/1',
  campaign,
  schools: [{ place: { id: 's10' }, status: 'submitted', monitoring }],
};

it('[PV8] [PV5] [PV3] puts contacts into the table by a flag alone, writes down that it did, and has none once they are erased', {
  timeout: 120_000,
}, async () => {
  const data = await aStore();
  const gotovo = (...args: string[]) => command([...args, '--data', data]);
  expect(await gotovo('answers', 'import', aFile('answers.json', JSON.stringify(answers)))).toMatchObject({ code: 0 });
  const table = (...flags: string[]) =>
    gotovo('report', 'monitoring-table', '--place', 'lake', '--campaign', campaign.id, '--format', 'json', ...flags);
  const log = async () => JSON.parse((await gotovo('private', 'log', '--json')).stdout) as unknown[];

  expect((await table()).stdout).not.toContain('Берёзова');
  expect(await gotovo('private', 'log')).toMatchObject({ code: 0, stdout: '' });
  const { stdout, stderr } = await table('--contacts');
  expect(stdout).toContain('Б. Б. Берёзова, завуч');
  expect(stdout).toContain('этот файл удалите сами');
  expect(stderr).toContain('Контактов сотрудников в документе: 1');
  expect(await log()).toMatchObject([
    { device: 'gotovo report', place: 'lake', role: 'operator', history: 's10', count: 1 },
  ]);
  expect((await gotovo('private', 'log')).stdout).toMatch(/^\S+Z\tgotovo report\tlake\toperator\ts10\t1\n$/);
  const summary = await gotovo('report', 'region-summary', '--place', 'lake', '--campaign', campaign.id, '--contacts');
  expect(summary).toMatchObject({ code: 2, stdout: '' });

  expect((await gotovo('private', 'erase', '--campaign', campaign.id)).code).toBe(0);
  expect((await table('--contacts')).stdout).not.toContain('Берёзова');
  expect((await log()).length).toBe(1);
  expect((await gotovo('private', 'show')).code).toBe(2);
});
