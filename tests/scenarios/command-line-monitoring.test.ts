import { writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { aFile, aStore, command } from '../support/command-line.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const campaign = {
  id: '2016-monitoring',
  schoolYear: '2016/2017',
  asOf: '2016-09-01',
  municipality: 'lake',
  forms: ['monitoring@1'],
};
const lines = [
  ['Свод по системам;;;;;;'],
  ['№;Школа, адрес;Филиал;Система;Контакты ответственного;Классов всего;Классов в системе'],
  ['1;Берёзовская ср. школа №10;;Дневник.ру;a@b.ru;11;11,0'],
  ['2;;Моховой филиал;нет;;2;0'],
  ['3;Ольховская основная;;нет;;около 9;0'],
  [';Итого;;;;22;11'],
].flat();

let data = '';
const take = (file: string, ...more: string[]) =>
  command(['monitoring', 'import', file, '--place', 'lake', '--campaign', campaign.id, ...more, '--data', data]);
const exported = async (place: string) =>
  JSON.parse((await command(['answers', 'export', '--place', place, '--campaign', campaign.id, '--data', data])).stdout)
    .schools[0].monitoring;

beforeAll(async () => {
  data = await aStore();
  const file = aFile('campaign.json', JSON.stringify({ format: 'gotovo-answers/1', campaign, schools: [] }));
  expect((await command(['answers', 'import', file, '--data', data])).code).toBe(0);
});

describe('monitoring import', () => {
  it('[XT4] [XT5] tells every doubt and what is not read, and takes nothing while one is undecided', async () => {
    const { code, stdout, stderr } = await take(aFile('table.csv', `\ufeff${lines.join('\r\n')}`));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('В ячейке CSV!F5 стоит «около 9».');
    expect(stderr).toContain('CSV!B6, итоговая строка');
    expect(stderr).toContain('ничего не взято: не решено 1\u00a0сомнение');
    expect(await exported('s11')).toBeUndefined();
  });

  it('[XT6] takes all once it is decided, from windows-1251 and xlsx alike, and a repetition writes nothing', async () => {
    const decisions = (key: string) => aFile('decisions.json', JSON.stringify({ [key]: 9 }));
    const cyrillic = Uint8Array.from([...lines.join('\n')], (letter) => bytesOf1251(letter));
    const { code, stderr } = await take(aFile('table.csv', cyrillic), '--answers', decisions('CSV!F5'));
    expect([code, stderr]).toEqual([0, expect.stringContaining('взято школ 2, новых записей 11')]); // the contact as its hash (PV1)
    expect(stderr).not.toContain('none');
    expect(await exported('s10')).toEqual({
      own: { 5: 'dnevnikRu', 8: 11, 9: 11 },
      branches: [{ id: 'b10', name: 'Моховой филиал', own: { 5: 'none', 8: 2, 9: 0 } }],
    });
    expect(await exported('s11')).toEqual({ own: { 5: 'none', 8: 9, 9: 0 } });
    const rows = lines.map((line) => line.split(';'));
    const file = aFile('table.xlsx', await writeXlsx({ sheets: [{ name: 'Свод', rows }] }));
    const again = await take(file, '--answers', decisions('Свод!F5'));
    expect([again.code, again.stderr]).toEqual([0, expect.stringContaining('новых записей 0')]);
  });

  it('[XT4] refuses decisions of cells nobody asked about, a campaign without the form and a file that is no table', async () => {
    const file = aFile('table.csv', lines.join('\n'));
    const strange = await take(file, '--answers', aFile('decisions.json', '{"CSV!A1":1}'));
    expect([strange.code, strange.stderr]).toEqual([1, expect.stringContaining('CSV!A1')]);
    const args = ['monitoring', 'import', file, '--place', 'lake', '--campaign', '2016-17', '--data', data];
    expect((await command(args)).code).toBe(2);
    expect((await take(aFile('table.csv', 'просто;текст'))).code).toBe(1);
    expect((await command(['monitoring', '--data', data])).code).toBe(2);
  });
});

/** Russian letters as windows-1251 writes them. */
function bytesOf1251(letter: string): number {
  const code = letter.charCodeAt(0);
  if (letter === 'ё') return 0xb8;
  if (letter === '№') return 0xb9;
  return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
}
