import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openSqlite } from '../../src/server/store/open-sqlite.ts';
import { aFileOf, exampleSchool } from '../fixtures/school-10-file.ts';
import { aFile, aStore, command, type Ended, endAll, placesCsv, serve } from '../support/command-line.ts';
import { aFolder, WireDevice } from '../support/endpoint.ts';
import { databaseOf, query } from '../support/postgres.ts';

vi.setConfig({ testTimeout: 120_000 });
afterAll(endAll);

const aDatabase = () => databaseOf(aFolder());
/** Commands on a database, in an order of their own. */
const on =
  (url: string) =>
  (...args: string[]): Promise<Ended> =>
    command(args, { DATABASE_URL: url });
const answersFile = () => aFile('answers.json', aFileOf(exampleSchool()));

describe('DATABASE_URL', () => {
  it('[PG1] puts every command onto the database, and leaves the folder alone', async () => {
    const url = await aDatabase();
    const data = join(aFolder(), 'none');
    const run = (...args: string[]) => command(args, { DATABASE_URL: url, DATA_DIR: data });
    expect(await run('places', 'import', aFile('places.csv', placesCsv))).toMatchObject({ code: 0 });
    expect((await run('places', 'list')).stdout).toContain('s10\tschool\tlake\tБерёзовская СОШ');
    const { code } = JSON.parse((await run('codes', 'issue', '--place', 's10', '--json')).stdout);
    const { address, stop } = await serve(['--port', '0'], { DATABASE_URL: url, DATA_DIR: data });
    const device = new WireDevice(address);
    expect((await device.enrol(code)).status).toBe(200);
    expect((await run('devices', 'list', '--place', 's10')).stdout).toContain(device.id);
    expect(await run('answers', 'import', answersFile())).toMatchObject({ code: 0 });
    const exported = await run('answers', 'export', '--place', 's10', '--campaign', '2016-17');
    expect(JSON.parse(exported.stdout).schools[0].readiness['K1-04']).toBeDefined();
    const sheet = await run('report', 'score-sheet', '--place', 's10', '--campaign', '2016-17', '--format', 'json');
    expect(JSON.parse(sheet.stdout).total).toEqual(expect.any(Number));
    expect(await run('devices', 'revoke', device.id)).toMatchObject({ code: 0 });
    const verified = await run('verify');
    expect([verified.code, verified.stderr]).toEqual([0, 'Все истории целы: 2\n']);
    expect(await stop('SIGTERM')).toBe(0);
    expect(await command(['verify', '--data', data])).toMatchObject({ code: 2 }); // nothing was begun there
  });

  it('[PG1] leaves backup and restore to PostgreSQL’s own tools, and finds what was altered', async () => {
    const url = await aDatabase();
    const run = on(url);
    await run('places', 'import', aFile('places.csv', placesCsv));
    await run('answers', 'import', answersFile());
    for (const name of ['backup', 'restore']) {
      const { code, stderr } = await run(name, 'copy.sqlite');
      expect([code, stderr]).toEqual([1, expect.stringMatching(/^gotovo: [^\n]*pg_dump[^\n]*pg_restore[^\n]*\n$/)]);
    }
    await query(url, "update revisions set body = replace(body, 'K1-04', 'K1-05')");
    const { code, stdout } = await run('verify');
    expect([code, stdout]).toEqual([1, expect.stringContaining('ПОВРЕЖДЕНА: указатель записей не сходится')]);
  });

  it.each([
    ['mysql://localhost/gotovo', 2, 'нужен адрес базы вида postgres://'],
    ['gotovo', 2, 'нужен адрес базы вида postgres://'],
    ['postgres://postgres:secret@127.0.0.1:1/gotovo', 1, 'PostgreSQL не отвечает'],
  ])('[PG1] of %s is told in one line, without its password', async (url, code, words) => {
    const told = await on(url)('verify');
    expect([told.code, told.stdout, told.stderr]).toEqual([code, '', expect.stringContaining(words)]);
    expect(told.stderr).toMatch(/^gotovo: [^\n]+\n$/);
    expect(told.stderr).not.toContain('secret');
  });

  it('[PG1] of an empty database begins a store with `serve` and `places import` only', async () => {
    const run = on(await aDatabase());
    const told = await run('devices', 'list', '--place', 's10');
    expect([told.code, told.stderr]).toEqual([2, expect.stringContaining('в базе хранилища нет')]);
    expect(await run('places', 'import', aFile('places.csv', placesCsv))).toMatchObject({ code: 0 });
    expect(await run('devices', 'list', '--place', 's10')).toMatchObject({ code: 0 });
  });
});

describe('move', () => {
  it('[PG5] carries a store over whole: codes and devices go on working, chains are equal', async () => {
    const data = await aStore();
    await command(['answers', 'import', answersFile(), '--data', data]);
    const served = await serve(['--port', '0', '--data', data]);
    const codeOf = (ended: Ended): string => JSON.parse(ended.stdout).code;
    const issue = ['codes', 'issue', '--place', 's10', '--json'];
    const device = new WireDevice(served.address);
    await device.enrol(codeOf(await command([...issue, '--data', data])));
    const unused = codeOf(await command([...issue, '--data', data]));
    const url = await aDatabase();
    const live = await command(['move', '--to', url, '--data', data]);
    expect([live.code, live.stderr]).toEqual([1, expect.stringContaining('остановите serve')]);
    await served.stop('SIGTERM');

    const moved = await command(['move', '--to', url, '--data', data]);
    expect([moved.code, moved.stderr]).toEqual([0, expect.stringContaining('Перенесено историй: 2, все цепочки')]);
    expect(moved.stdout).toMatch(/^places\t5$/m);
    expect(moved.stdout).toMatch(/^codes\t2$/m);
    const run = on(url);
    expect((await run('verify')).stdout).toBe((await command(['verify', '--data', data])).stdout);
    const chains = await query(url, 'select history, last, chain, start from histories order by history');
    expect(chains).toEqual(await chainsIn(data));
    expect((await run('places', 'list')).stdout).toBe((await command(['places', 'list', '--data', data])).stdout);

    const { port } = new URL(served.address);
    const { stop } = await serve(['--port', port], { DATABASE_URL: url });
    expect((await device.post('/heads', { under: 's10', nonce: 'n' })).status).toBe(200);
    expect((await new WireDevice(served.address).enrol(unused)).status).toBe(200); // numbered after those moved
    await stop('SIGTERM');

    const again = await command(['move', '--to', url, '--data', data]);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('ничего не перенесено')]);
  });

  it('[PG5] of a damaged store takes nothing over, and can be done again', async () => {
    const data = await aStore();
    await command(['answers', 'import', answersFile(), '--data', data]);
    const chainBecomes = async (is: string, was: string) => {
      const engine = await openSqlite(data);
      await engine.write((writer) =>
        writer.updateTable('revisions').set({ chain: is }).where('seq', '=', 1).where('chain', '=', was).execute(),
      );
      await engine.close();
    };
    const engine = await openSqlite(data);
    const { chain } = await engine.read
      .selectFrom('revisions')
      .select('chain')
      .where('seq', '=', 1)
      .orderBy('history')
      .executeTakeFirstOrThrow();
    await engine.close();
    await chainBecomes('x', chain);
    const url = await aDatabase();
    const refused = await command(['move', '--to', url, '--data', data]);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('ничего не перенесено')]);
    expect(await query(url, 'select * from places')).toEqual([]);
    await chainBecomes(chain, 'x');
    expect(await command(['move', '--to', url, '--data', data])).toMatchObject({ code: 0 });
  });

  it('[PG5] needs to be told a database', async () => {
    const data = await aStore();
    for (const args of [[], ['--to', 'file.sqlite']])
      expect(await command(['move', ...args, '--data', data])).toMatchObject({ code: 2, stdout: '' });
  });
});

async function chainsIn(data: string): Promise<unknown[]> {
  const engine = await openSqlite(data);
  const rows = await engine.read
    .selectFrom('histories')
    .select(['history', 'last', 'chain', 'start'])
    .orderBy('history')
    .execute();
  await engine.close();
  return rows;
}
