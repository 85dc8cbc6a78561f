import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { revisionStoreContract } from '../../../tests/contracts/revision-store.contract.ts';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import type { Revision } from '../../core/submission/revision.ts';
import { DexieStore, isDiskFull, NewerDataError } from './dexie-store.ts';
import { readLines, toLines } from './journal-lines.ts';
import { openStore } from './open-store.ts';

let stores = 0;
const aStore = (everything: readonly Revision[] = []) => {
  stores += 1;
  return new DexieStore(() => everything, `gotovo-${stores}`);
};

describe('the device’s database', () => {
  revisionStoreContract(() => aStore());

  it('[ST5] refuses to write into data of a newer program', async () => {
    const store = aStore();
    await store.append([aRevision()]);
    store.close();
    const raw = await new Dexie(`gotovo-${stores}`).open();
    await raw.table('meta').put({ key: 'schemaEpoch', value: 2 });
    raw.close();
    const older = new DexieStore(() => [], `gotovo-${stores}`);
    await expect(older.append([aRevision({ value: 'yes' })])).rejects.toBeInstanceOf(NewerDataError);
    expect(await older.readAll()).toHaveLength(1);
  });

  it('[ST4] finds itself wiped and takes everything the page knows', async () => {
    const known = aRevision();
    const store = aStore([known]);
    await store.append([aRevision({ value: 'yes' })]);
    expect(await store.readAll()).toHaveLength(2);
  });

  it('knows a full disk hidden in an AbortError', () => {
    expect(isDiskFull({ name: 'AbortError', inner: { name: 'QuotaExceededError' } })).toBe(true);
    expect(isDiskFull(new Error('x'))).toBe(false);
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
    expect(readLines(altered)).toEqual({ revisions: [], damaged: 1 });
  });
});

describe('start-up', () => {
  const revisions = ['yes', 'no', 'partial'].map((value) => aRevision({ value }));
  const aJournal = (texts: string[]) => {
    const begun: Revision[] = [];
    return {
      begun,
      open: async () => texts,
      begin: async (all: readonly Revision[]) => void begun.push(...all),
      append: async () => undefined,
    };
  };

  it('[ST3] puts the union into both copies and tells what an older database lacked', async () => {
    const store = aStore();
    await store.append(revisions.slice(0, 1));
    const journal = aJournal([toLines(revisions)]);
    const opened = await openStore(store, journal, async () => true);
    expect(opened.recovery).toEqual({ kind: 'restored', count: 1, reason: 'older' });
    expect(await store.readAll()).toHaveLength(3);
    expect(journal.begun).toHaveLength(3);
  });

  it('[ST3] puts back silently a last line that may never have been shown as saved', async () => {
    const store = aStore();
    await store.append(revisions.slice(0, 2));
    const opened = await openStore(store, aJournal([toLines(revisions)]), async () => true);
    expect(opened.recovery).toEqual({ kind: 'nothing' });
    expect(opened.revisions).toHaveLength(3);
  });

  it('[ST3] says when there were answers and nothing is left', async () => {
    const opened = await openStore(aStore(), aJournal([]), async () => true);
    expect(opened.recovery).toEqual({ kind: 'wiped-nothing-left' });
  });
});
