import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { aRevision } from '../fixtures/a-revision.ts';
import { aFileOf, exampleSchool } from '../fixtures/school-10-file.ts';
import { aFile, aStore, command, endAll, type Serving, serve } from '../support/command-line.ts';
import { aFolder, WireDevice } from '../support/endpoint.ts';
import { pageOf, turn } from '../support/wire-turn.ts';

vi.setConfig({ testTimeout: 120_000 });
afterAll(endAll);

const answerOf = (value: number) => aRevision({ history: 's10', path: '2016-17/readiness/K2-04', value });

async function anEnrolled({ address }: Serving, data: string): Promise<WireDevice> {
  const { stdout } = await command(['codes', 'issue', '--place', 's10', '--json', '--data', data]);
  const device = new WireDevice(address);
  await device.enrol(JSON.parse(stdout).code);
  return device;
}

/** A store with the answers of the worked example. */
async function aFilledStore(): Promise<string> {
  const data = await aStore();
  await command(['answers', 'import', aFile('answers.json', aFileOf(exampleSchool())), '--data', data]);
  return data;
}
const storeIn = (data: string) => join(data, 'gotovo.sqlite');
const backupOf = async (data: string): Promise<string> => {
  const file = join(aFolder(), 'copy.sqlite');
  const { code, stderr } = await command(['backup', file, '--data', data]);
  if (code !== 0) throw new Error(stderr);
  return file;
};

/** The same file with one answer changed behind the program's back; nothing else of the file moves. */
function falsify(file: string, was = 'readiness/K1-04', is = 'readiness/K1-05'): void {
  const bytes = readFileSync(file);
  let at = bytes.indexOf(was);
  if (at < 0) throw new Error(`no ${was} in ${file}`);
  for (; at >= 0; at = bytes.indexOf(was, at)) bytes.write(is, at); // in pages left over, too
  writeFileSync(file, bytes);
}

describe('backup', () => {
  it('[CL4] copies one moment of a store that is served and written to', async () => {
    const data = await aStore();
    const serving = await serve(['--port', '0', '--data', data]);
    const device = await anEnrolled(serving, data);
    const file = join(aFolder(), 'copy.sqlite');
    let taken: Awaited<ReturnType<typeof command>> | undefined;
    const taking = command(['backup', file, '--data', data]).then((ended) => {
      taken = ended;
    });
    let written = 0;
    for (let { cursor } = await pageOf(device, 's10', []); !taken; written += 1)
      ({ cursor } = await pageOf(device, 's10', [answerOf(written)], cursor));
    await taking;
    expect([taken?.code, taken?.stdout, taken?.stderr]).toEqual([0, '', `Копия хранилища записана: ${file}\n`]);
    expect(await serving.stop('SIGTERM')).toBe(0);
    const elsewhere = aFolder();
    expect((await command(['restore', file, '--data', elsewhere])).code).toBe(0);
    const verified = await command(['verify', '--data', elsewhere]);
    const rows = Number(/^s10\t(\d+)\tцела$/m.exec(verified.stdout)?.[1]);
    expect([verified.code, rows >= 1 && rows <= written + 1]).toEqual([0, true]);
    expect((await command(['places', 'list', '--json', '--data', elsewhere])).stdout).toBe(
      (await command(['places', 'list', '--json', '--data', data])).stdout,
    );
  });

  it('[CL4] never overwrites a file, and leaves no half of one where it cannot write', async () => {
    const data = await aStore();
    const file = aFile('letter.txt', 'важное письмо');
    const refused = await command(['backup', file, '--data', data]);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('уже есть, он не тронут')]);
    expect(readFileSync(file, 'utf8')).toBe('важное письмо');
    const folder = aFolder();
    const nowhere = await command(['backup', join(folder, 'none', 'copy.sqlite'), '--data', data]);
    expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining('none нет, ничего не записано')]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('restore', () => {
  it('[CL5] puts the copy in place, keeps the former store, and devices bring what the copy lacks', async () => {
    const data = await aStore();
    const serving = await serve(['--port', '0', '--data', data]);
    const device = await anEnrolled(serving, data);
    const early = await pageOf(device, 's10', [answerOf(1)]);
    const file = await backupOf(data);
    const late = answerOf(2);
    const { cursor } = await pageOf(device, 's10', [late], early.cursor);

    const live = await command(['restore', file, '--data', data]);
    expect([live.code, live.stderr]).toEqual([1, expect.stringContaining('остановите serve')]);
    expect((await pageOf(device, 's10', [], cursor)).cursor).toEqual(cursor);

    const { port } = new URL(serving.address);
    await serving.stop('SIGTERM');
    const restored = await command(['restore', file, '--data', data]);
    const former = `${storeIn(data)}.before-restore-1`;
    expect([restored.code, restored.stdout]).toEqual([0, '']);
    expect(restored.stderr).toContain(`Прежнее сохранено: ${former}`);
    expect(existsSync(former)).toBe(true);

    const again = await serve(['--port', port, '--data', data]);
    expect(await turn(device, 's10', [], cursor)).toEqual({ history: 's10', state: 'diverged' });
    const pulled = await pageOf(device, 's10', []);
    expect(pulled.confirmed.some(({ id }) => id === late.id)).toBe(false);
    const offered = await pageOf(device, 's10', [late], pulled.cursor);
    expect(offered.confirmed.map(({ id }) => id)).toEqual([late.id]);
    await again.stop('SIGTERM');
    expect((await command(['verify', '--data', data])).code).toBe(0);

    const back = aFolder();
    expect((await command(['restore', former, '--data', back])).code).toBe(0);
    expect((await command(['verify', '--data', back])).stdout).toMatch(/^s10\t3\tцела$/m); // device, early, late
    expect((await command(['restore', file, '--data', data])).stderr).toContain('before-restore-2');
  });

  const spoiled: [string, (file: string) => void, RegExp][] = [
    ['changed behind the program’s back', (file) => falsify(file), /не копия хранилища или повреждён/],
    [
      'cut off',
      (file) => writeFileSync(file, readFileSync(file).subarray(0, 20_000)),
      /не копия хранилища или повреждён/,
    ],
    ['empty', (file) => writeFileSync(file, ''), /не копия хранилища или повреждён/],
    ['a letter', (file) => writeFileSync(file, 'письмо\n'.repeat(2000)), /не копия хранилища или повреждён/],
    [
      'a database of somebody else',
      (file) => {
        writeFileSync(file, '');
        const database = new Database(file);
        database.exec('create table grades (pupil text, grade integer)');
        database.close();
      },
      /не копия хранилища или повреждён/,
    ],
    [
      'of a newer program',
      (file) => {
        const database = new Database(file);
        database.exec("update settings set value = '999' where name = 'schema'");
        database.close();
      },
      /более новой программой/,
    ],
  ];
  it.each(spoiled)('[CL5] refuses a copy that is %s, and touches nothing', async (_what, spoil, words) => {
    const data = await aFilledStore();
    const file = await backupOf(data);
    const before = readFileSync(storeIn(data));
    spoil(file);
    const copy = `${file}.copy`;
    copyFileSync(file, copy);
    const { code, stdout, stderr } = await command(['restore', file, '--data', data]);
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringMatching(words)]);
    expect(readFileSync(storeIn(data)).equals(before)).toBe(true);
    expect(readFileSync(file).equals(readFileSync(copy))).toBe(true);
    expect(readdirSync(data).filter((name) => /restor/.test(name))).toEqual([]);
  });
});

describe('verify', () => {
  it('[CL1] [CL2] lists every history as whole', async () => {
    const data = await aFilledStore();
    const { code, stdout, stderr } = await command(['verify', '--data', data]);
    expect([code, stderr]).toEqual([0, 'Все истории целы: 2\n']);
    expect(stdout).toMatch(/^lake:public\t1\tцела\ns10\t\d+\tцела\n$/);
  });

  it.each([
    ['an answer changed', 'readiness/K1-04', 'readiness/K1-05', 'указатель записей не сходится'],
    ['a row nobody can read', '["2016-17/readiness/K1-04"', '{"2016-17/readiness/K1-04"', 'запись не читается'],
  ])('[CL1] [ES4] names a history with %s, and ends with 1', async (_what, was, is, fault) => {
    const data = await aFilledStore();
    falsify(storeIn(data), was, is);
    const { code, stdout, stderr } = await command(['verify', '--data', data]);
    expect([code, stderr]).toEqual([1, 'Повреждено историй: 1 из 2\n']);
    expect(stdout).toMatch(new RegExp(`^lake:public\t1\tцела\ns10\t\\d+\tПОВРЕЖДЕНА: ${fault}\n$`));
  });

  it.each([
    ['in the middle', 12_288],
    ['at its very beginning', 0],
  ])('[CL1] tells a store whose file is broken %s', async (_where, at) => {
    const data = await aFilledStore();
    const bytes = readFileSync(storeIn(data));
    bytes.fill(0x5a, at, at + 4096);
    writeFileSync(storeIn(data), bytes);
    const { code, stdout, stderr } = await command(['verify', '--data', data]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^gotovo: [^\n]*повреж[^\n]*gotovo restore\n$/);
  });
});
