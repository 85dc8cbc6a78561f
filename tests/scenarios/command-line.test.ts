import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { isWholeCode } from '../../src/core/access/enrolment-code.ts';
import { aFile, aStore, command, endAll, placesCsv, run, serve } from '../support/command-line.ts';
import { aFolder, WireDevice } from '../support/endpoint.ts';

vi.setConfig({ testTimeout: 120_000 });
afterAll(endAll);

const names = [
  ...['serve', 'places', 'codes', 'devices', 'answers', 'report', 'samples'],
  ...['envelope', 'backup', 'restore', 'verify'],
];

describe('gotovo', () => {
  it('[CL1] lists its commands, each with what it does, when asked for help', async () => {
    for (const args of [['help'], ['--help'], ['report', '--help']]) {
      const { code, stdout, stderr } = await command(args);
      expect([code, stderr]).toEqual([0, '']);
      for (const name of names) expect(stdout).toMatch(new RegExp(`^  ${name} .*[а-я]`, 'm'));
    }
  });

  it('[CL1] [CL2] prints the same list to stderr and ends with 2 without a command', async () => {
    const { code, stdout, stderr } = await command([]);
    expect([code, stdout]).toEqual([2, '']);
    for (const name of names) expect(stderr).toContain(`  ${name} `);
  });

  it.each([
    ['nonsense', /команды «nonsense» нет/],
    ['toString', /команды «toString» нет/],
    ['places', /нужно: gotovo places import FILE.csv или gotovo places list/],
    ['places import', /нужно: gotovo places import FILE.csv/],
    ['places import a.csv b.csv', /лишнее «b.csv»/],
    ['places import nowhere.csv', /файла nowhere.csv нет/],
    ['places list --colour', /флага --colour нет/],
    ['places list --json=yes', /флагу --json значение не нужно/],
    ['codes issue', /нужен флаг --place/],
    ['codes issue --place', /флагу --place нужно значение/],
    ['devices revoke', /нужно: gotovo devices revoke ID/],
    ['answers', /нужно: gotovo answers import FILE.json/],
    ['answers export --place s10', /нужен флаг --campaign/],
    ['report diary --place s10 --campaign 2016-17', /отчёта «diary» нет. Есть: score-sheet/],
    ['report score-sheet --format pdf', /формата «pdf» нет. Есть: json/],
    ['report score-sheet --place s10 --campaign 2016-17 --date 31.12.2017', /дата «31.12.2017»/],
    ['report score-sheet --place s10 --campaign 2016-17 --date 2017-02-30', /дата «2017-02-30»/],
    ['serve --port eighty', /порт «eighty» не число/],
    ['serve --port 65536', /порт «65536» не число/],
    ['restore nowhere.sqlite', /файла nowhere.sqlite нет/],
  ])('[CL1] ends `%s` with one clear line and exit code 2', async (line, words) => {
    const { code, stdout, stderr } = await command([...line.split(' ')], { DATA_DIR: aFolder() });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
    expect(stderr).toMatch(/^gotovo: [^\n]*[а-я][^\n]*\n$/);
  });

  it.each([
    [{ PORT: 'x' }, /порт «x»/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL «loud»/],
    [{ PUBLIC_URL: 'gotovo' }, /PUBLIC_URL «gotovo»/],
  ])('[CL1] refuses a bad setting %o', async (env, words) => {
    const { code, stderr } = await command(['serve', '--data', aFolder()], env);
    expect([code, stderr]).toEqual([2, expect.stringMatching(words)]);
  });

  it.each(['places list', 'devices list --place s10', 'codes issue --place s10', 'verify', 'backup copy.sqlite'])(
    '[CL3] `%s` tells a folder without a store, and begins none there',
    async (line) => {
      const data = join(aFolder(), 'mistyped');
      const { code, stderr } = await command([...line.split(' '), '--data', data]);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`в папке ${data} хранилища нет`)]);
      expect(existsSync(data)).toBe(false);
    },
  );

  it('passes flags, words and exit codes through npm, nothing but the answer on stdout', async () => {
    const data = await aStore();
    const listed = await run('npm', ['run', '-s', 'gotovo', '--', 'places', 'list', '--json', '--data', data]);
    expect([listed.code, JSON.parse(listed.stdout).length]).toEqual([0, 5]);
    const refused = await run('npm', ['run', '-s', 'gotovo', '--', 'places', 'list', '--colour']);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    const failed = await run('npm', [
      'run',
      '-s',
      'gotovo',
      '--',
      'places',
      'import',
      aFile('p.csv', 'x'),
      '--data',
      data,
    ]);
    expect(failed.code).toBe(1);
    const served = await run('npm', ['start', '--', '--port', 'x']);
    expect([served.code, served.stderr]).toEqual([2, expect.stringContaining('порт «x»')]);
  });
});

describe('places', () => {
  it('[CL2] takes a tree and lists it, in words or as JSON', async () => {
    const data = aFolder();
    const taken = await command(['places', 'import', aFile('places.csv', placesCsv)], { DATA_DIR: data });
    expect([taken.code, taken.stdout, taken.stderr]).toEqual([0, '', 'Взято мест: 5\n']);
    const { stdout } = await command(['places', 'list', '--data', data]);
    expect(stdout.split('\n')).toContain('s10\tschool\tlake\tБерёзовская СОШ');
    const json = await command(['places', 'list', '--json', '--data', data]);
    expect(JSON.parse(json.stdout)[2]).toEqual({
      id: 's10',
      kind: 'school',
      parent: 'lake',
      name: 'МБОУ «Берёзовская СОШ № 10»',
      shortName: 'Берёзовская СОШ',
      address: 'с. Берёзово, ул. Школьная, 4',
    });
  });

  it('names the rows of a broken file and takes nothing of it', async () => {
    const data = await aStore();
    const broken = `${placesCsv}s12,school,nowhere,Сосновская СОШ,,\ns13,college,lake,Колледж,,\ns14,school,lake,Еловская СОШ,,\n`;
    const { code, stdout, stderr } = await command(['places', 'import', aFile('b.csv', broken), '--data', data]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^Строка 7: .*nowhere/m);
    expect(stderr).toMatch(/^Строка 8: .*college/m);
    expect(stderr).toMatch(/ничего не взято/);
    expect((await command(['places', 'list', '--data', data])).stdout).not.toContain('s14');
  });

  it('says that a file is not in UTF-8', async () => {
    const cyrillic1251 = Buffer.from([0xcc, 0xe5, 0xf1, 0xf2, 0xee]);
    const { code, stderr } = await command(['places', 'import', aFile('p.csv', cyrillic1251), '--data', aFolder()]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('не в кодировке UTF-8')]);
  });
});

describe('codes and devices', () => {
  it('[CL2] issues a code alone on stdout, for the roles a place has', async () => {
    const data = await aStore();
    const issue = (...args: string[]) => command(['codes', 'issue', '--data', data, ...args]);
    const { code, stdout, stderr } = await issue('--place', 's10');
    expect([code, isWholeCode(stdout.replaceAll(/\s/g, ''))]).toEqual([0, true]);
    expect(stdout).toMatch(/^(\d{4} ){4}\d{4}\n$/);
    expect(stderr).toContain('Берёзовская СОШ');
    const roles: [string, string | undefined, string][] = [
      ['s10', undefined, 'school'],
      ['s10', 'signer', 'signer'],
      ['b10', undefined, 'branch'],
      ['lake', undefined, 'officer'],
      ['north', 'officer', 'officer'],
    ];
    for (const [place, role, given] of roles) {
      const json = await issue('--place', place, '--json', ...(role ? ['--role', role] : []));
      expect(JSON.parse(json.stdout)).toMatchObject({ place, role: given, code: expect.stringMatching(/^\d{20}$/) });
    }
    for (const [place, role] of [
      ['s10', 'officer'],
      ['lake', 'school'],
      ['b10', 'school'],
      ['s10', 'king'],
    ] as const) {
      const refused = await issue('--place', place, '--role', role);
      expect([refused.code, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toContain(`роль «${role}» сюда не подходит`);
    }
    expect((await issue('--place', 'nowhere')).code).toBe(2);
  });

  it('lists the devices of a place and turns one away', async () => {
    const data = await aStore();
    const { address, stop } = await serve(['--port', '0', '--data', data]);
    const issued = await command(['codes', 'issue', '--place', 's10', '--data', data, '--json']);
    const device = new WireDevice(address);
    expect((await device.enrol(JSON.parse(issued.stdout).code)).status).toBe(200);
    const list = () => command(['devices', 'list', '--place', 's10', '--data', data, '--json']);
    expect(JSON.parse((await list()).stdout)).toMatchObject([
      { id: device.id, role: 'school', label: 'ПК завуча', unsent: 0, revokedAt: null, replacedBy: null },
    ]);
    const sync = { proto: 1, nonce: 'n', unsent: 0, histories: [] };
    expect((await device.post('/sync', sync)).status).toBe(200);
    const revoked = await command(['devices', 'revoke', device.id, '--data', data]);
    expect([revoked.code, revoked.stderr]).toEqual([0, expect.stringContaining(`Устройство ${device.id} отключено`)]);
    expect((await device.post('/sync', sync)).body).toEqual({ code: 'revoked' });
    expect(JSON.parse((await list()).stdout)[0].revokedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
    const words = await command(['devices', 'list', '--place', 's10', '--data', data]);
    expect(words.stdout).toContain(`${device.id}\tschool\tПК завуча`);
    expect((await command(['devices', 'revoke', 'nobody', '--data', data])).code).toBe(2);
    expect((await command(['devices', 'list', '--place', 'nowhere', '--data', data])).code).toBe(2);
    expect(await stop('SIGTERM')).toBe(0);
  });

  it('[EN6] says of a device that lost its key which one goes on in its place', async () => {
    const data = await aStore();
    const { address, stop } = await serve(['--port', '0', '--data', data]);
    const issued = await command(['codes', 'issue', '--place', 's10', '--data', data, '--json']);
    const device = new WireDevice(address);
    await device.enrol(JSON.parse(issued.stdout).code);
    const { publicKey } = new WireDevice(address);
    const { body } = await device.post('/device-key', { nonce: 'n', publicKey });
    const list = (...args: string[]) => command(['devices', 'list', '--place', 's10', '--data', data, ...args]);
    expect(JSON.parse((await list('--json')).stdout)).toMatchObject([
      { id: device.id, replacedBy: body.device },
      { id: body.device, replacedBy: null },
    ]);
    const [old, fresh] = (await list()).stdout.split('\n');
    expect(old).toMatch(new RegExp(`^${device.id}\t.*\tзаменено устройством ${body.device}$`));
    expect(fresh).toMatch(new RegExp(`^${body.device}\t.*\t$`));
    expect(await stop('SIGTERM')).toBe(0);
  });
});
