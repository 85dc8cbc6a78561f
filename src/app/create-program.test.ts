import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRevision, sha256 } from '../../tests/fixtures/a-revision.ts';
import { breakableDatabase } from '../../tests/support/break-database.ts';
import { aDeviceWithoutCode } from '../../tests/support/device-parts.ts';
import { MemoryDisk } from '../../tests/support/memory-disk.ts';
import { parseForm } from '../core/form/parse-form.ts';
import { publishedForms } from '../forms/forms.ts';
import { createProgram } from './create-program.ts';
import type { Program } from './program.ts';
import { DexieStore } from './store/dexie-store.ts';
import { readLines } from './store/journal-lines.ts';

const parsed = parseForm(publishedForms[0]);
if (!parsed.ok) throw new Error(parsed.problem.code);
const form = signal(parsed.value);
let chance = 0;
const random = (bytes: number) => {
  chance += 1;
  return sha256(Uint8Array.of(chance & 255, chance >> 8)).slice(0, bytes);
};

/** One device: what outlives a tab. */
let device = aDevice();
let database = breakableDatabase();

function aDevice() {
  chance += 1;
  return { name: `program-test-${chance}`, disk: new MemoryDisk(), had: false, history: '' };
}

async function aTab(): Promise<Program & { end: () => void }> {
  const journal = device.disk.openTab();
  const program = await createProgram({
    form,
    journal,
    now: () => new Date(2026, 8, 14, 9, 5, 7),
    random,
    marker: {
      hadData: async () => device.had,
      markHadData: async () => {
        device.had = true;
      },
    },
    localHistory: (make) => {
      device.history ||= make();
      return device.history;
    },
    label: 'этот компьютер',
    ...aDeviceWithoutCode(),
    storeName: device.name,
  });
  return { ...program, end: journal.end };
}
const values = (program: Program, key: string) => program.facts.value.get(key);

beforeEach(() => {
  device = aDevice();
  database = breakableDatabase();
});
afterEach(() => database.mend());

describe('an answer', () => {
  it('[ST6] is shown at once, and saved once both copies have it', async () => {
    const program = await aTab();
    const { id, saved } = program.answer('K1-01', 'yes');
    expect(values(program, 'K1-01')).toEqual(['yes']);
    expect(program.saving.value).toMatchObject({ pending: 1, savedAt: null });
    expect(await saved).toBe(true);
    expect(program.saving.value).toEqual({ pending: 0, savedAt: '09:05', unsaved: [], secondCopy: 'ok', count: 1 });
    expect(readLines(device.disk.text).revisions.map((revision) => revision.id)).toEqual([id]);
    const next = await aTab();
    expect(values(next, 'K1-01')).toEqual(['yes']);
    expect(next.recovery.value).toEqual({ kind: 'nothing' });
    expect(next.historyOf('K1-01')).toMatchObject([
      { history: device.history, path: '2026-27/readiness/K1-01', who: 'школа', label: 'этот компьютер' },
    ]);
  });

  it('[ST6] keeps the order of many made at once, each standing on the one before', async () => {
    const program = await aTab();
    const all = ['yes', 'no', 'partial', 'yes'].map((value) => program.answer('K1-01', value).saved);
    expect(await Promise.all(all)).toEqual([true, true, true, true]);
    expect(program.historyOf('K1-01').map((revision) => revision.gen)).toEqual([1, 2, 3, 4]);
    expect(values(await aTab(), 'K1-01')).toEqual(['yes']);
  });

  it('is not written again when it stands there alone, however it was typed', async () => {
    const program = await aTab();
    await program.answer('K1-01#comment', 'Й').saved;
    const again = program.answer('K1-01#comment', 'И\u0306\u0007');
    expect(again.id).toBeNull();
    expect(await again.saved).toBe(true);
    expect(program.saving.value.count).toBe(1);
  });

  it('[RV6] stands beside another one its author had not seen, until one answers both', async () => {
    const program = await aTab();
    const { id: first } = program.answer('K1-01', 'no');
    program.answer('K1-01', 'yes');
    program.answer('K1-01', 'partial', [first ?? '']);
    expect([...(values(program, 'K1-01') ?? [])].sort()).toEqual(['partial', 'yes']);
    expect(program.assessment.value.conflicts).toEqual(['K1-01']);
    await program.answer('K1-01', 'yes').saved;
    expect(values(program, 'K1-01')).toEqual(['yes']);
  });
});

describe('trouble with the disk', () => {
  it('[ST6] keeps what could not be written on screen, and writes it when asked again', async () => {
    const program = await aTab();
    database.fail('QuotaExceededError', 1);
    expect(await program.answer('K1-01', 'yes').saved).toBe(false);
    expect(program.saving.value.unsaved).toMatchObject([{ reason: 'disk-full', revision: { value: 'yes' } }]);
    expect(program.saving.value).toMatchObject({ pending: 0, count: 0, savedAt: null });
    expect(values(program, 'K1-01')).toEqual(['yes']);
    expect(await program.retryUnsaved()).toBe(true);
    expect(program.saving.value).toMatchObject({ unsaved: [], count: 1, savedAt: '09:05' });
  });

  it('[ST6] writes it too when the same answer is given again, or another one succeeds', async () => {
    const program = await aTab();
    database.fail('QuotaExceededError', 1);
    await program.answer('K1-01', 'yes').saved;
    expect(await program.answer('K1-01', 'yes').saved).toBe(true);
    database.fail('QuotaExceededError', 1);
    await program.answer('K1-02', 'no').saved;
    expect(await program.answer('K1-03', 'yes').saved).toBe(true);
    expect(program.saving.value).toMatchObject({ unsaved: [], count: 3 });
    expect((await aTab()).saving.value.count).toBe(3);
  });

  it('[ST6] says that the second copy fails, and catches up with it', async () => {
    const program = await aTab();
    device.disk.isFull = true;
    expect(await program.answer('K1-01', 'yes').saved).toBe(true);
    expect(program.saving.value.secondCopy).toBe('unavailable');
    device.disk.isFull = false;
    await program.answer('K1-02', 'no').saved;
    expect(program.saving.value.secondCopy).toBe('ok');
    expect(readLines(device.disk.text).revisions).toHaveLength(2);
  });

  it('[ST4] writes everything again as soon as the browser closed the wiped database, without a new answer', async () => {
    const opened: IDBDatabase[] = [];
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (...args) => {
      const request = open(...args);
      request.addEventListener('success', () => opened.push(request.result));
      return request;
    };
    const program = await aTab();
    indexedDB.open = open;
    await program.answer('K1-01', 'yes').saved;
    await program.answer('K1-02', 'no').saved;
    device.disk.files.clear();
    await new Promise((done) => {
      indexedDB.deleteDatabase(device.name).onsuccess = done;
    });
    for (const connection of opened)
      forceCloseDatabase(connection as unknown as Parameters<typeof forceCloseDatabase>[0]);
    await expect.poll(() => readLines(device.disk.text).revisions.length).toBe(2);
    await expect.poll(() => program.saving.value.pending).toBe(0);
    device.disk.files.clear();
    expect((await aTab()).saving.value.count).toBe(2);
  });

  it('[ST3] takes the history from the journal when everything else was wiped', async () => {
    const program = await aTab();
    await program.answer('K1-01', 'yes').saved;
    await program.answer('K1-02', 'yes').saved;
    const before = device.history;
    Object.assign(device, { name: `${device.name}-wiped`, history: '' });
    const next = await aTab();
    expect(next.recovery.value).toEqual({ kind: 'restored', count: 2, reason: 'wiped' });
    await next.answer('K1-01', 'no').saved;
    expect(next.historyOf('K1-01').map((revision) => revision.history)).toEqual([before, before]);
  });
});

describe('two tabs', () => {
  it('[ST7] show each other’s answers, in conflict when neither had seen the other', async () => {
    const [one, other] = [await aTab(), await aTab()];
    one.answer('K1-01', 'yes');
    other.answer('K1-01', 'no');
    for (const tab of [one, other]) await expect.poll(() => values(tab, 'K1-01')?.length).toBe(2);
    await one.answer('K1-01', 'yes').saved;
    await expect.poll(() => values(other, 'K1-01')).toEqual(['yes']);
    expect(other.saving.value.count).toBe(3);
  });

  it('[ST7] reads what it did not hear while it was opening or stood frozen', async () => {
    const tab = await aTab();
    await tab.answer('K1-01', 'yes').saved;
    const unheard = aRevision({ history: device.history, path: tab.pathOf('K1-02'), value: 'no' });
    await new DexieStore(() => [], device.name).append([unheard]);
    expect(tab.historyOf('K1-02')).toEqual([]);
    await tab.catchUp();
    expect(tab.historyOf('K1-02').map(({ id }) => id)).toEqual([unheard.id]);
  });
});

describe('a copy file', () => {
  async function aFilledCopy(): Promise<Blob> {
    const program = await aTab();
    program.answer('K1-01', 'yes');
    await program.answer('K1-02#comment', 'приказ № 5 😀').saved;
    return program.saveCopy();
  }

  it('[CF1] [CF2] carries everything to an empty device, which goes on with the same history', async () => {
    const copy = await aFilledCopy();
    const history = device.history;
    device = aDevice();
    const program = await aTab();
    expect(await program.readCopy(copy)).toEqual({ taken: 2 });
    expect(await program.readCopy(copy)).toEqual({ taken: 0 });
    await program.answer('K1-01', 'no').saved;
    expect(program.historyOf('K1-01').map((revision) => revision.history)).toEqual([history, history]);
    expect((await aTab()).saving.value.count).toBe(3);
  });

  it('[CF2] is refused by a device that has answers of another history', async () => {
    const copy = await aFilledCopy();
    device = aDevice();
    const program = await aTab();
    await program.answer('K1-01', 'no').saved;
    expect(await program.readCopy(copy)).toEqual({ refused: 'foreign' });
    expect(program.saving.value.count).toBe(1);
  });
});
