import { describe, expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { aFolder, openStore } from '../../../tests/support/endpoint.ts';
import { toWire } from '../../core/sync/messages.ts';
import { serveHistory } from '../../core/sync/serve-history.ts';
import type { Engine } from './engine.ts';
import { lockHistory, readRevisions, sha256 } from './histories.ts';
import { keepSetting, readSetting } from './settings.ts';
import { verifyStore } from './verify-store.ts';

const bring = (engine: Engine, history: string, values: readonly number[]) =>
  engine.write(async (writer) => {
    const table = await lockHistory(writer, history, null);
    const revisions = values.map((value) => [...toWire(aRevision({ history, value }))]);
    const parts = { history, sha256, refusalOf: () => null, now: 1, via: 'test' };
    return serveHistory(table, { after: table.head, revisions }, parts);
  });

describe('the store', () => {
  it('is there when opened again', async () => {
    const folder = aFolder();
    const engine = await openStore(folder);
    await bring(engine, 's1', [1, 2]);
    await engine.close();
    const again = await openStore(folder);
    expect((await readRevisions(again.read, 's1')).map((one) => one.value)).toEqual([1, 2]);
    await again.close();
  });

  it('[ES2] undoes a failed write alone and keeps those that shared its commit', async () => {
    const engine = await openStore(aFolder());
    const outcomes = await Promise.allSettled([
      engine.write((writer) => keepSetting(writer, 'a', '1')),
      engine.write(async (writer) => {
        await keepSetting(writer, 'b', '2');
        throw new Error('on purpose');
      }),
      engine.write((writer) => keepSetting(writer, 'c', '3')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const values = await Promise.all(['a', 'b', 'c'].map((name) => readSetting(engine.read, name)));
    expect(values).toEqual(['1', null, '3']);
    await engine.close();
  });

  it('[ES3] numbers densely what two processes write into one history', async () => {
    const folder = aFolder();
    const engines = [await openStore(folder), await openStore(folder)];
    await Promise.all(Array.from({ length: 20 }, (_, at) => bring(engines[at % 2] as Engine, 's1', [at])));
    expect(await verifyStore((engines[0] as Engine).read)).toEqual([
      { history: 's1', rows: 20, chain: expect.any(String), fault: null },
    ]);
    for (const engine of engines) await engine.close();
  });

  it.each([
    ['row', "update revisions set body = replace(body, 'readiness', 'readinest') where seq = 2", 'ids'],
    ['unreadable row', "update revisions set body = '[]' where seq = 2", 'row'],
    ['chain value', "update revisions set chain = 'x' where seq = 3", 'chain'],
    ['counter', 'update histories set last = 4', 'hole'],
    ['missing row', 'delete from revisions where seq = 1', 'hole'],
  ])('[ES4] finds an altered %s', async (_what, statement, fault) => {
    const engine = await openStore(aFolder());
    await bring(engine, 's1', [1, 2, 3]);
    const { sql } = await import('kysely');
    await engine.write((writer) => sql.raw(statement).execute(writer));
    expect((await verifyStore(engine.read)).map((check) => check.fault)).toEqual([fault]);
    await engine.close();
  });
});
