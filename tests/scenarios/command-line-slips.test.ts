import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { aFileOf, exampleSchool } from '../fixtures/school-10-file.ts';
import { aFile, aStore, command, placesCsv } from '../support/command-line.ts';
import { aFolder } from '../support/endpoint.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let data: string;
beforeAll(async () => {
  data = await aStore();
});
const on = (...args: string[]) => command([...args, '--data', data]);
const bom = '\ufeff';
const onWindows = (text: string): string => bom + text.replaceAll('\n', '\r\n');

describe('what a hurried person types', () => {
  const folder = join(aFolder(), 'папка');
  mkdirSync(folder);
  const cut = aFile('cut.json', aFileOf(exampleSchool()).slice(0, 150));
  const inWindows1251 = aFile('w.csv', Buffer.from([0xcc, 0xe5, 0xf1, 0xf2, 0xee]));
  const campaign = ['--place', 's10', '--campaign', '2016-17'];

  it.each([
    [['answers', 'import', folder], 2, /папка: это папка, а нужен файл, проверьте путь$/],
    [['answers', 'import', join(folder, 'нет.json')], 2, /нет\.json нет: проверьте имя и папку$/],
    [['answers', 'import', cut], 1, /не JSON или не весь файл, ничего не взято\. Получите его заново/],
    [['places', 'import', inWindows1251], 1, /не в кодировке UTF-8, ничего не взято\. Сохраните файл в UTF-8/],
    [['devices', 'list', 's10'], 2, /лишнее «s10»\. .*gotovo help$/],
    [['devices', 'list', '--plase', 's10'], 2, /флага --plase нет\. .*gotovo help$/],
    [['devices', 'list', '--place', 'Берёзовская СОШ'], 2, /места «Берёзовская СОШ» нет .*gotovo places list$/],
    [['devices', 'revoke', '1234 5678 9012 3456 7890'], 2, /«1234 5678 9012 3456 7890» нет\. .*gotovo devices list/],
    [['report', 'blank-form', '--place', 's10', '--campaign', '2015'], 2, /«2015» не объявлена\. .*2026-27$/],
    [['report', 'blank-form', ...campaign, '--out', join(folder, 'a', 'b.docx')], 2, /папки .*a нет.*: создайте её/],
    [['report', 'blank-form', ...campaign, '--out', folder], 2, /это папка, а нужен файл/],
    [['restore', folder], 1, /это папка, а нужен файл/],
    [['backup', join(folder, 'a', 'b.sqlite')], 1, /папки .*a нет.*: создайте её/],
  ] as const)('[SL1] %j ends with %d and says what to do', async (args, ends, words) => {
    await on('answers', 'import', aFile('answers.json', aFileOf(exampleSchool())));
    const { code, stdout, stderr } = await on(...args);
    expect([code, stdout]).toEqual([ends, '']);
    expect(stderr).toMatch(/^gotovo: [^\n]*[а-я][^\n]*\n$/);
    expect(stderr.trim()).toMatch(words);
  });

  it('[SL1] says in Russian that a store or samples cannot lie where a file is', async () => {
    const file = aFile('a.json', '{}');
    for (const args of [
      ['serve', '--port', '0', '--data', file],
      ['samples', '--out', file],
    ]) {
      const { code, stderr } = await command(args);
      expect([code, stderr]).toEqual([1, expect.stringMatching(/^gotovo: .*вместо папки .*проверьте путь\n$/)]);
    }
  });

  it('takes files with a byte order mark and the line ends of Windows, and a place typed with blanks around it', async () => {
    const places = await on('places', 'import', aFile('places.csv', onWindows(placesCsv)));
    expect([places.code, places.stderr]).toEqual([0, 'Взято мест: 5\n']);
    const answers = await on('answers', 'import', aFile('answers.json', onWindows(aFileOf(exampleSchool()))));
    expect([answers.code, answers.stderr]).toEqual([0, expect.stringContaining('взято школ 1')]);
    expect((await on('devices', 'list', '--place', ' s10 ')).code).toBe(0);
  });
});

it('[SL2] writes the format the name of the file ends with', async () => {
  const out = aFolder();
  const write = async (name: string, ...flags: string[]) => {
    const file = join(out, name);
    const ended = await on('report', 'blank-form', '--place', 's10', '--campaign', '2026-27', '--out', file, ...flags);
    expect([ended.code, ended.stderr, existsSync(file)]).toEqual([0, '', true]);
    return readFileSync(file, 'latin1').slice(0, 2);
  };
  expect(await write('Бланк.DOCX')).toBe('PK');
  expect(await write('бланк.html')).toBe('<!');
  expect(await write('бланк.txt')).toBe('{\n');
  expect(await write('бланк.docx', '--format', 'json')).toBe('{\n');
});

it('[SL3] says that no device has come to a place yet, and how to let one in', async () => {
  const { code, stdout, stderr } = await on('devices', 'list', '--place', 's11');
  expect([code, stdout]).toEqual([0, '']);
  expect(stderr).toBe('С места s11 ещё никто не вошёл. Выдайте код: gotovo codes issue --place s11\n');
  expect((await on('devices', 'list', '--place', 's11', '--json')).stdout).toBe('[]\n');
});
