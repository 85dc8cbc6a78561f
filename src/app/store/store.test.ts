import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { revisionStoreContract } from '../../../tests/contracts/revision-store.contract.ts';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { breakableDatabase } from '../../../tests/support/break-database.ts';
import { MemoryDisk } from '../../../tests/support/memory-disk.ts';
import { MemoryStore } from '../../../tests/support/memory-store.ts';
import type { Revision } from '../../core/submission/revision.ts';
import { DexieStore, isDiskFull, NewerDataError, writeFailureOf } from './dexie-store.ts';
import { readLines, toFreshLines, toLines } from './journal-lines.ts';
import { openStore } from './open-store.ts';

let stores = 0;
const nameOfLast = () => `store-test-${stores}`;
const aStore = (everything: readonly Revision[] = []) => {
  stores += 1;
  return new DexieStore(() => everything, nameOfLast());
};
/** What another program or a damaged disk does behind our back. */
async function behindItsBack(change: (raw: Dexie) => Promise<unknown>): Promise<void> {
  const raw = await new Dexie(nameOfLast()).open();
  await change(raw);
  raw.close();
}
const byNewerProgram = () => behindItsBack((raw) => raw.table('meta').put({ key: 'schemaEpoch', value: 2 }));

describe('the store in memory', () => {
  revisionStoreContract(() => new MemoryStore());
});

describe('the device’s database', () => {
  revisionStoreContract(() => aStore());

  it('[ST5] refuses to write into data of a newer program, and still reads it', async () => {
    const store = aStore();
    await store.append([aRevision()]);
    await byNewerProgram();
    await expect(store.append([aRevision({ value: 'yes' })])).rejects.toBeInstanceOf(NewerDataError);
    expect(await store.readAll()).toHaveLength(1);
    expect(await store.age()).toBe('newer');
  });

  it('[JG2] keeps what waits aside over restarts, apart from what stands; a file never replaces what the endpoint gave', async () => {
    const store = aStore();
    const revision = aRevision();
    const given = { id: revision.id, revision, road: 'endpoint' as const };
    const copy = {
      ...given,
      revision: { ...revision, signature: { by: 'd1', value: 'wrong' } },
      road: 'file' as const,
    };
    await store.changeAside([given], []);
    await store.changeAside([copy], []);
    store.close();
    const next = new DexieStore(() => [], nameOfLast());
    expect([await next.readAside(), await next.readAll()]).toEqual([[given], []]);
    await next.changeAside([copy], [revision.id]);
    expect(await next.readAside()).toEqual([copy]);
    await byNewerProgram();
    await expect(next.changeAside([given], [])).rejects.toBeInstanceOf(NewerDataError);
  });

  it('[ST4] finds itself wiped and takes everything the page knows', async () => {
    const known = aRevision();
    const store = aStore([known]);
    await store.append([aRevision({ value: 'yes' })]);
    expect(await store.readAll()).toHaveLength(2);
  });

  it('[RV4] leaves out a row whose content is not what its id says', async () => {
    const store = aStore();
    const [sound, altered] = [aRevision(), aRevision({ value: 'yes' })];
    await store.append([sound, altered]);
    await behindItsBack((raw) => raw.table('revisions').put({ ...altered, value: 'no' }));
    expect(await store.readAll()).toEqual([sound]);
    expect(await store.read([sound.id, altered.id, 'unknown'])).toEqual([sound]);
  });

  it.each(['InvalidStateError', 'UnknownError'])('[ST1] opens again and tries once more after %s', async (name) => {
    const database = breakableDatabase();
    try {
      const store = aStore();
      await store.append([aRevision()]);
      database.fail(name, 1);
      await store.append([aRevision({ value: 'yes' })]);
      expect(database.left()).toBe(0);
      expect(await store.readAll()).toHaveLength(2);
      database.fail(name, 100); // the library itself opens again a few times
      await expect(store.append([aRevision({ value: 'partial' })])).rejects.toThrow();
    } finally {
      database.mend();
    }
  });

  it('knows a full disk hidden in an AbortError, and data of a newer program', () => {
    const hidden = { name: 'AbortError', inner: { name: 'QuotaExceededError' } };
    expect(isDiskFull(hidden)).toBe(true);
    expect([hidden, new Error('x'), new NewerDataError(), null].map(writeFailureOf)).toEqual([
      'disk-full',
      'storage-failed',
      'newer-data',
      'storage-failed',
    ]);
  });
});

describe('the journal', () => {
  const [first, second] = [aRevision(), aRevision({ value: { note: 'акт № 7' } })];

  it('[ST2] reads every whole line, wherever the last one was torn', () => {
    const whole = toLines([first]);
    const bytes = new TextEncoder().encode(toLines([second]));
    for (let cut = 0; cut < bytes.length - 1; cut += 1) {
      const torn = new TextDecoder().decode(bytes.slice(0, cut));
      expect(readLines(whole + torn).revisions).toEqual([first]);
    }
    expect(readLines(whole + toLines([second])).revisions).toEqual([first, second]);
  });

  it('[ST2] leaves out a line whose content was altered', () => {
    const altered = toLines([second]).replace('акт', 'тка');
    expect(readLines(altered)).toMatchObject({ revisions: [], damaged: 1 });
  });

  it('[ST2] tells the last write, whole or torn, from what the database had before', () => {
    const third = aRevision({ value: 'yes' });
    const text = toLines([first]) + toFreshLines([second, third]);
    expect([...readLines(text).lastWrite]).toEqual([second.id, third.id]);
    expect([...readLines(text.slice(0, -10)).lastWrite]).toEqual([second.id]);
    expect([...readLines(text + toFreshLines([first])).lastWrite]).toEqual([first.id]);
    expect(readLines(toLines([first, second])).lastWrite.size).toBe(0);
  });
});

describe('start-up', () => {
  const [yes, no, partial] = ['yes', 'no', 'partial'].map((value) => aRevision({ value })) as [
    Revision,
    Revision,
    Revision,
  ];
  const revisions = [yes, no, partial];
  const aDisk = (...texts: string[]) => {
    const disk = new MemoryDisk();
    for (const [at, text] of texts.entries()) disk.files.set(`old-${at}`, text);
    return disk;
  };
  const always = async () => true;
  const never = async () => false;

  it('[ST3] puts the union into both copies and tells what an older database lacked', async () => {
    const store = aStore();
    await store.append([yes]);
    const disk = aDisk(toLines([yes, no]), toLines([partial]));
    const opened = await openStore(store, disk.openTab(), always);
    expect(opened.recovery).toEqual({ kind: 'restored', count: 2, reason: 'older' });
    expect(await store.readAll()).toHaveLength(3);
    expect([...disk.files.keys()].some((name) => name.startsWith('old'))).toBe(false);
    expect(readLines(disk.text).revisions).toHaveLength(3);
  });

  it('[ST3] restores a wiped database whole', async () => {
    const store = aStore();
    const opened = await openStore(store, aDisk(toFreshLines(revisions)).openTab(), always);
    expect(opened.recovery).toEqual({ kind: 'restored', count: 3, reason: 'wiped' });
    expect(await store.readAll()).toHaveLength(3);
  });

  it('[ST3] puts back silently the last write that may never have been shown as saved', async () => {
    const store = aStore();
    await store.append([yes]);
    const opened = await openStore(store, aDisk(toLines([yes]) + toFreshLines([no, partial])).openTab(), always);
    expect(opened.recovery).toEqual({ kind: 'nothing' });
    expect(await store.readAll()).toHaveLength(3);
    const first = await openStore(aStore(), aDisk(toFreshLines([yes])).openTab(), never);
    expect(first).toMatchObject({ recovery: { kind: 'nothing' }, revisions: [yes] });
  });

  it('[ST3] brings into the journal what only the database had', async () => {
    const store = aStore();
    await store.append(revisions);
    const disk = aDisk();
    await openStore(store, disk.openTab(), always);
    expect(readLines(disk.text).revisions).toHaveLength(3);
  });

  it('[ST3] says when there were answers and nothing is left', async () => {
    const opened = await openStore(aStore(), aDisk().openTab(), always);
    expect(opened.recovery).toEqual({ kind: 'wiped-nothing-left' });
  });

  it('[ST3] keeps a file of a tab that is still open, and every old file when the new one cannot be written', async () => {
    const disk = aDisk(toLines([yes]));
    const other = disk.openTab();
    await other.open();
    await other.append([no]);
    disk.isFull = true;
    const opened = await openStore(aStore(), disk.openTab(), always);
    expect(opened.secondCopy).toBe('unavailable');
    expect(readLines(disk.text).revisions).toEqual([yes, no]);
    disk.isFull = false;
    await openStore(aStore(), disk.openTab(), always);
    expect(disk.files.has('old-0')).toBe(false);
    expect([...disk.files.values()].filter((text) => text === toFreshLines([no]))).toHaveLength(1);
  });

  it('[ST5] shows what a newer program’s database lacks as not saved, and leaves its journals alone', async () => {
    const store = aStore();
    await store.append([yes]);
    await byNewerProgram();
    const line = '["of a newer program",[2,{}]]\n';
    const disk = aDisk(line + toLines([yes, no]));
    const opened = await openStore(store, disk.openTab(), always);
    expect(opened.unsaved).toEqual([{ revision: no, reason: 'newer-data' }]);
    expect(opened.recovery).toEqual({ kind: 'newer-data' });
    expect(opened.revisions).toHaveLength(2);
    expect(disk.files.get('old-0')).toContain(line);
  });

  it('[ST8] shows what the journals hold when the database opens no more, as not saved; without them it does not start', async () => {
    const real = indexedDB.open;
    indexedDB.open = () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    };
    try {
      const disk = aDisk(toFreshLines([yes, no]));
      const opened = await openStore(aStore(), disk.openTab(), always);
      expect(opened).toMatchObject({ revisions: [yes, no], recovery: { kind: 'nothing' }, secondCopy: 'ok' });
      expect(opened.unsaved.map(({ reason }) => reason)).toEqual(['storage-failed', 'storage-failed']);
      expect(readLines(disk.text).revisions).toEqual([yes, no]);
      await expect(openStore(aStore(), aDisk().openTab(), always)).rejects.toThrow('backing store');
    } finally {
      indexedDB.open = real;
    }
  });

  it('[ST3] works on the database alone when there is no second copy', async () => {
    const store = aStore();
    await store.append([yes]);
    const disk = aDisk();
    disk.isRefused = true;
    const opened = await openStore(store, disk.openTab(), always);
    expect(opened).toMatchObject({ revisions: [yes], secondCopy: 'unavailable', recovery: { kind: 'nothing' } });
  });
});
