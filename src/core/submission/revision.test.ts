import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import { checkRevision } from './check-revision.ts';
import { longestText, normalizeText } from './normalize-text.ts';
import { headsOf, valuesOf } from './registers.ts';
import { toTuple, utf8 } from './revision.ts';
import { RevisionIndex } from './revision-index.ts';
import { campaignOfDay } from './school-year.ts';

describe('a revision', () => {
  it('[RV2] has an id that is the hash of its canonical content', () => {
    const revision = aRevision({ value: { note: 'приказ № 5 😀', date: '2017-05-12' } });
    const written =
      '[1,"local:abc","2016-17/readiness/K3-01",{"date":"2017-05-12","note":"приказ № 5 😀"},[],1,"2017-07-06T14:32:05+03:00","завуч","ПК завуча","AAAAAAAAAAAAAAAAAAAAAA"]';
    expect(revision.id).toBe(createHash('sha256').update(written).digest('base64url'));
    expect(revision.id).toHaveLength(43);
    expect(Buffer.from(utf8(written)).toString()).toBe(written);
  });

  it('[RV1] answers the heads its author saw and stands above them', () => {
    const [first, second] = [aRevision(), aRevision({ value: 'yes' })];
    const third = aRevision({ value: 'partial', seen: [first, second] });
    expect(third.parents).toEqual([first.id, second.id].sort());
    expect(third.gen).toBe(2);
  });

  it('[RV3] keeps typed text as NFC without control and half characters', () => {
    expect(normalizeText('й\u0000\ud800\tа\n')).toBe('й\tа\n');
    expect(aRevision({ value: ['и\u0306'] }).value).toEqual(['й']);
    expect(normalizeText('и\u0000\u0306')).toBe('й');
  });

  it('[RV3] ends text at the longest allowed, never in the middle of a character', () => {
    expect(normalizeText('й'.repeat(longestText + 5))).toHaveLength(longestText);
    expect(normalizeText(`${'a'.repeat(longestText - 1)}😀`)).toHaveLength(longestText - 1);
  });

  it('[RV3] needs no second normalizing, whatever was typed', () => {
    const anyUnits = fc
      .array(fc.constantFrom('и', '\u0306', '\u0000', '\ud83d', '\ude00', 'a', '\n', '\u0323'))
      .map((a) => a.join(''));
    fc.assert(
      fc.property(fc.oneof(anyUnits, fc.string({ unit: 'binary' })), (typed) => {
        const once = normalizeText(typed);
        expect(normalizeText(once)).toBe(once);
        expect(once).not.toMatch(/[\ud800-\udfff]/u);
      }),
    );
  });

  it('[RV4] comes back from its tuple with the same id', () => {
    const revision = aRevision({ value: { n: 12 } });
    expect(checkRevision(JSON.parse(JSON.stringify(toTuple(revision))), sha256)).toEqual({ ok: true, value: revision });
  });

  it('[RV4] is never made so that it could not be read back', () => {
    const heads = Array.from({ length: 40 }, (_, at) => aRevision({ value: at }));
    for (const made of [
      aRevision({ value: { note: 'ж'.repeat(5000) } }),
      aRevision({ value: 'и\u0007\u0306 \ud83d' }),
      aRevision({ value: 1, seen: heads }),
      aRevision({ seen: [heads[0] ?? aRevision(), heads[0] ?? aRevision()] }),
    ])
      expect(checkRevision(toTuple(made), sha256)).toEqual({ ok: true, value: made });
    expect(() => aRevision({ value: Number.NaN })).toThrow('revision-value');
    expect(() => aRevision({ path: 'K3 01' })).toThrow('revision-unreadable');
  });

  it.each([
    ['Cyrillic', 'приказ № 5', '8XF3pQ21i9Rp-XtuaJdmZxlvIP-O46hTERXB3tPS3ns'],
    ['an emoji', '😀', 'NdCcOvx3XMoREv-mVhg0Gl6NFVxLIgPvzAcFvmVdQzU'],
    ['a nested value', { n: 12, rows: [{ я: null, a: true }, -0.5] }, 's15Cw-wakGrKExFyWMbTnEKCglmU5iWs5_wnQOO3pXE'],
    ['nothing', null, 'iDkbCZaj0VgtuNizF1-HTnqROUzGkJGK-UJYjj2Cg8M'],
  ])('[RV2] has this very id for %s, today and for ever', (_what, value, id) => {
    expect(aRevision({ value }).id).toBe(id);
  });

  it.each([
    ['a NUL', 3, 'а\u0000'],
    ['half a character', 3, '\ud83d'],
    ['not NFC', 3, 'и\u0306'],
    ['a value too deep', 3, [[[[[[[1]]]]]]]],
    ['too long a text', 3, 'ж'.repeat(4001)],
    ['a number beyond exact ones', 3, 2 ** 53],
    ['an infinite number', 3, Number.POSITIVE_INFINITY],
    ['something undefined inside', 3, { n: undefined }],
    ['too long a path', 2, `a/${'b'.repeat(200)}`],
    ['a path with a space', 2, '2016-17/readiness/K3 01'],
    ['a path without a form', 2, 'K3-01'],
    ['too many parents', 4, Array.from({ length: 33 }, (_, at) => String(at).padStart(43, '0'))],
    ['one parent twice', 4, ['a'.repeat(43), 'a'.repeat(43)]],
    ['unsorted parents', 4, ['b'.repeat(43), 'a'.repeat(43)]],
    ['a generation of 0', 5, 0],
    ['no path', 2, ''],
    ['another format', 0, 2],
  ])('[RV4] is refused with %s', (_what, at, part) => {
    const tuple: unknown[] = [...toTuple(aRevision())];
    tuple[at] = part;
    expect(checkRevision(tuple, sha256).ok).toBe(false);
  });
});

describe('a register', () => {
  const first = aRevision();
  const [yes, no] = [aRevision({ value: 'yes', seen: [first] }), aRevision({ value: 'no', seen: [first] })];

  it('[RV5] shows the heads nobody answered, in one order for everybody', () => {
    const all = [first, yes, no, aRevision({ value: 'partial', seen: [yes] })];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(headsOf(shuffled)).toEqual(headsOf(all));
      }),
    );
    expect(headsOf(all).map((head) => head.value)).toEqual(['partial', 'no']);
  });

  it('[RV6] takes equal values of different heads as one answer', () => {
    const same = aRevision({ value: 'yes', seen: [first], nonce: 'BBBBBBBBBBBBBBBBBBBBBB' });
    expect(valuesOf(headsOf([first, yes, same]), JSON.stringify)).toEqual(['yes']);
    expect(valuesOf(headsOf([first, yes, no]), JSON.stringify)).toHaveLength(2);
  });

  it('[RV7] is a union: repetition and order change nothing', () => {
    const [one, other] = [new RevisionIndex(), new RevisionIndex()];
    one.add([first, yes, no]);
    other.add([no]);
    other.add([yes, first, no, first]);
    expect(other.heads(first.path)).toEqual(one.heads(first.path));
    expect(other.add([first])).toEqual(new Set());
    expect(other.size).toBe(3);
    expect(other.historyOf(first.path)[0]).toEqual(first);
  });
});

it('[CA1] begins the new school year on 1 August', () => {
  expect(campaignOfDay('2026-07-31')).toMatchObject({ id: '2025-26', schoolYear: '2025/2026' });
  expect(campaignOfDay('2026-08-01')).toMatchObject({ id: '2026-27', schoolYear: '2026/2027', asOf: '2026-08-01' });
});
