import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readReceipt } from '../../src/core/envelope/receipt.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { aFile, aStore, command, endAll, serve } from '../support/command-line.ts';
import { aFolder, WireDevice } from '../support/endpoint.ts';
import { anEnvelope, envelopeMeans } from '../support/envelopes.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
afterAll(endAll);

let data: string;
beforeAll(async () => {
  data = await aStore();
});

const gotovo = (...args: string[]) => command(['envelope', ...args, '--data', data]);
const code = async (place: string): Promise<string> =>
  JSON.parse((await command(['codes', 'issue', '--place', place, '--json', '--data', data])).stdout).code;
const local = (value: string) => aRevision({ history: 'local:a', path: '2016-17/readiness/K3-01', value });
const answered = async (place: string) =>
  (await command(['answers', 'export', '--place', place, '--campaign', '2016-17', '--data', data])).stdout;
const receiptIn = (file: string, device: WireDevice) =>
  readReceipt(gunzipSync(readFileSync(file)).toString(), {
    ...envelopeMeans,
    publicKey: device.publicKey,
    endpointKey: null,
    above: null,
  });

describe('envelope import', () => {
  it('[EV8] [EV10] takes a school’s file with its code, says what it took, and writes the receipt', async () => {
    const device = new WireDevice('');
    const file = aFile('s10.gotovo.gz', await anEnvelope(device, [local('yes')], { code: await code('s10') }));
    const receipt = join(aFolder(), 'receipt.gotovo.gz');
    const before = await gotovo('inspect', file, '--json');
    expect(JSON.parse(before.stdout)).toMatchObject({
      sound: true,
      fate: 'enrol',
      why: null,
      hasCode: true,
      revisions: 1,
    });
    const imported = await gotovo('import', file, '--receipt', receipt);
    expect([imported.code, imported.stdout]).toEqual([0, '']);
    expect(imported.stderr).toContain('Устройство «ПК завуча» принято: Берёзовская СОШ');
    expect(imported.stderr).toContain('Берёзовская СОШ: новых записей 1, уже было 0');
    expect(imported.stderr).toContain(`Квитанция для школы: ${receipt}`);
    expect(await answered('s10')).toContain('"K3-01": "yes"');
    const read = await receiptIn(receipt, device);
    expect(read).toMatchObject({ ok: true, value: { standing: { place: { id: 's10' } }, refused: [] } });
    const again = await gotovo('import', file, '--json');
    expect([again.code, JSON.parse(again.stdout)]).toEqual([
      0,
      expect.objectContaining({
        taken: true,
        enrolled: false,
        histories: [expect.objectContaining({ new: 0, known: 1 })],
      }),
    ]);
    const known = await gotovo('inspect', file);
    expect(known.stdout).toContain('Подпись верна: устройство «ПК завуча»');
    expect(known.stderr).toContain('Взять его: gotovo envelope import');
  });

  it.each([
    ['no file of ours', Buffer.from('PK'), /это не файл передачи «Готово», из него ничего не взято/],
    ['a cut one', null, /файл повреждён, из него ничего не взято\. Попросите школу/],
  ])('[EV2] refuses %s in a sentence that says what to do, and ends with 1', async (_what, given, words) => {
    const whole = await anEnvelope(new WireDevice(''), [local('no')]);
    const file = aFile('f.gotovo.gz', given ?? whole.subarray(0, whole.length - 9));
    for (const action of ['import', 'inspect']) {
      const { code: exit, stdout, stderr } = await gotovo(action, file);
      expect([exit, stdout, stderr]).toEqual([1, '', expect.stringMatching(words)]);
    }
    expect(JSON.parse((await gotovo('inspect', file, '--json')).stdout)).toMatchObject({ sound: false });
    expect(JSON.parse((await gotovo('import', file, '--json')).stdout)).toMatchObject({ taken: false });
  });

  it('[EV3] does not even read a file over the cap', async () => {
    const { code: exit, stderr } = await gotovo('import', aFile('big.gotovo.gz', new Uint8Array(33 * 1024 * 1024)));
    expect([exit, stderr]).toEqual([1, expect.stringContaining('файл слишком велик, из него ничего не взято')]);
  });

  it('[EV6] refuses a file of another school, and names the history', async () => {
    const { address, stop } = await serve(['--port', '0', '--data', data]);
    const device = new WireDevice(address);
    await device.enrol(await code('s11'));
    const file = aFile('f.gotovo.gz', await anEnvelope(device, [aRevision({ history: 's10', value: 'foreign' })]));
    const { code: exit, stderr } = await gotovo('import', file);
    expect([exit, stderr]).toEqual([1, expect.stringContaining('не вправе писать в «s10», из файла ничего не взято')]);
    const { stdout, stderr: fate } = await gotovo('inspect', file);
    expect(stdout).toContain('s10: 1\u00a0запись');
    expect(fate).toContain('взять его нельзя');
    expect(await answered('s10')).not.toContain('foreign');
    expect(await stop('SIGTERM')).toBe(0);
  });

  it('[CL1] ends what it cannot understand with 2', async () => {
    const lines: [string, RegExp][] = [
      ['', /нужно: gotovo envelope inspect FILE/],
      ['toString', /нужно: gotovo envelope inspect FILE/],
      ['import', /нужно: gotovo envelope import FILE/],
      ['import nowhere.gz', /файла nowhere.gz нет/],
      ['export --place s10', /нужен флаг --out/],
      ['export --place nowhere --out x.gz', /места «nowhere» нет/],
      ['quarantine', /нужно: gotovo envelope quarantine list/],
      ['quarantine accept none', /отложенного файла «none» нет/],
      ['quarantine reject none', /отложенного файла «none» нет/],
    ];
    for (const [line, words] of lines) {
      const { code: exit, stdout, stderr } = await gotovo(...line.split(' ').filter((word) => word !== ''));
      expect([line, exit, stdout, stderr]).toEqual([line, 2, '', expect.stringMatching(words)]);
    }
    const sound = aFile('f.gotovo.gz', await anEnvelope(new WireDevice(''), [], { code: await code('s10') }));
    const nowhere = join(aFolder(), 'nowhere', 'receipt.gz');
    const unwritten = await gotovo('import', sound, '--receipt', nowhere);
    expect([unwritten.code, unwritten.stderr]).toEqual([2, expect.stringContaining('записать не удалось')]);
  });
});

describe('envelope quarantine', () => {
  it('[EV7] [EV9] keeps a doubtful file until an officer accepts it for a school, then knows its key', async () => {
    const device = new WireDevice('');
    const by = { device: null, label: 'ПК\u202e учителя', publicKey: device.publicKey };
    const file = aFile('й файл.gotovo.gz', await anEnvelope(device, [local('quarantined')], { by }));
    const aside = await gotovo('import', file, '--receipt', join(aFolder(), 'r.gz'));
    expect([aside.code, aside.stdout]).toEqual([1, '']);
    expect(aside.stderr).toMatch(
      /файл отложен: подписавшее его устройство серверу не известно\. Из него ничего не взято/,
    );
    const id = /quarantine accept ([0-9a-f]{12}) --place ID или reject/.exec(aside.stderr)?.[1] ?? '';
    const listed = await gotovo('quarantine', 'list', '--json');
    expect(JSON.parse(listed.stdout)).toMatchObject([{ id, why: 'key-unknown', revisions: 1 }]);
    const words = await gotovo('quarantine', 'list');
    expect(words.stdout).toMatch(new RegExp(`^${id}\t\\d{4}-[^\t]*\tПК учителя\t1\u00a0запись\tподписавшее его`));
    const unnamed = await gotovo('quarantine', 'accept', id);
    expect([unnamed.code, unnamed.stderr]).toEqual([1, expect.stringContaining('укажите её, --place ID')]);
    const receipt = join(aFolder(), 'receipt.gotovo.gz');
    const accepted = await gotovo('quarantine', 'accept', id, '--place', 's11', '--receipt', receipt);
    expect([accepted.code, accepted.stderr]).toEqual([0, expect.stringContaining('Ольховская ООШ: новых записей 1,')]);
    expect((await receiptIn(receipt, device)).ok).toBe(true);
    expect((await gotovo('import', file)).code).toBe(0);
    expect((await gotovo('quarantine', 'list')).stderr).toContain('Отложенных файлов нет');
  });

  it('[EV7] forgets a file an officer rejects', async () => {
    const file = aFile('f.gotovo.gz', await anEnvelope(null, [local('rejected')]));
    const { stdout } = await gotovo('import', file, '--json');
    const { problem } = JSON.parse(stdout);
    expect(problem).toMatchObject({ code: 'quarantined', why: 'unsigned' });
    const rejected = await gotovo('quarantine', 'reject', problem.id);
    expect([rejected.code, rejected.stderr]).toEqual([0, expect.stringContaining('У школы её файл остался')]);
    expect((await gotovo('quarantine', 'list', '--json')).stdout).toBe('[]\n');
  });
});

describe('envelope export', () => {
  it('[EV12] writes everything a place has into one file, which another store with the same places can be asked about', async () => {
    const out = join(aFolder(), 's10.gotovo.gz');
    const exported = await gotovo('export', '--place', 's10', '--out', out);
    expect([exported.code, exported.stdout, exported.stderr]).toEqual([
      0,
      '',
      expect.stringContaining(`Записано: ${out}`),
    ]);
    expect(existsSync(`${out}.unfinished`)).toBe(false);
    const own = await gotovo('inspect', out, '--json');
    expect(JSON.parse(own.stdout)).toMatchObject({ isEndpoint: true, fate: 'take', by: { device: 'endpoint' } });
    expect((await gotovo('import', out)).code).toBe(0);
    const other = await command(['envelope', 'import', out, '--data', await aStore()]);
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('устройство серверу не известно')]);
  });
});
