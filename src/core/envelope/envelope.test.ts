import { describe, expect, it } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import { anEnvelopeText, aSigner, envelopeMeans } from '../../../tests/support/envelopes.ts';
import { isSignatureRight, readEnvelope } from './envelope.ts';

const first = aRevision();
const revisions = [
  first,
  aRevision({ value: { note: 'приказ № 5 😀' }, seen: [first] }),
  { ...aRevision({ value: 'ж'.repeat(4000) }), signature: { by: 'd1', value: 'A'.repeat(86) } },
];
const signer = aSigner();
const write = () => anEnvelopeText(signer, revisions);
const read = (text: string) => readEnvelope(text, sha256);
const problemOf = (text: string) => {
  const outcome = read(text);
  return outcome.ok ? null : outcome.problem.code;
};

describe('an envelope', () => {
  it('[EV1] gives back every revision with its signature, and who made it', async () => {
    const outcome = read(await write());
    if (!outcome.ok) throw new Error(outcome.problem.code);
    expect(outcome.value).toMatchObject({
      histories: [{ history: 'local:abc', place: null }],
      madeAt: '2026-09-14T09:05:07+03:00',
      by: { device: null, label: 'ПК завуча', publicKey: signer.publicKey },
      program: 'test',
    });
    expect(outcome.value.revisions).toEqual(revisions);
    expect(await isSignatureRight(outcome.value, envelopeMeans.verify)).toBe(true);
  });

  it('[EV1] is a header, a line a revision and a trailer with count, hash and signature', async () => {
    const lines = (await write()).split('\n');
    expect(lines.length).toBe(revisions.length + 3);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 'gotovo-envelope/1' });
    expect(JSON.parse(lines[1] ?? '')[0]).toBe(first.id);
    expect(JSON.parse(lines[4] ?? '')).toEqual({
      count: 3,
      sha256: expect.stringMatching(/^[\w-]{43}$/),
      signature: expect.stringMatching(/^[\w-]{86}$/),
    });
    expect(lines.at(-1)).toBe('');
  });

  it('[EV1] says whether the key in its header signed it', async () => {
    const texts = [
      await anEnvelopeText(null, revisions),
      await anEnvelopeText({ ...signer, sign: aSigner().sign }, revisions),
    ];
    for (const text of texts) {
      const outcome = read(text);
      if (!outcome.ok) throw new Error(outcome.problem.code);
      expect(await isSignatureRight(outcome.value, envelopeMeans.verify)).toBe(false);
    }
  });

  it('[EV2] is refused whole wherever its text was cut', async () => {
    const text = await write();
    for (let end = 0; end < text.length; end += 1)
      expect(problemOf(text.slice(0, end))).toMatch(/^(broken|not-an-envelope)$/);
  });

  it('[EV2] is refused whole with any character of it changed, unless only the signature is another', async () => {
    const text = await write();
    const signatureStart = text.lastIndexOf('"signature":"') + 13;
    for (let at = 0; at < text.length; at += 1) {
      const other = text[at] === 'A' ? 'Q' : 'A';
      const outcome = read(text.slice(0, at) + other + text.slice(at + 1));
      if (at < signatureStart || at >= signatureStart + 86) expect([at, outcome.ok]).toEqual([at, false]);
      else if (outcome.ok) expect(await isSignatureRight(outcome.value, envelopeMeans.verify)).toBe(false);
    }
  });

  it.each([
    ['a newer format', (text: string) => text.replace('envelope/1', 'envelope/2'), 'newer'],
    ['another format', (text: string) => text.replace('gotovo-envelope/1', 'gotovo-receipt/1'), 'not-an-envelope'],
    ['a format without a number', (text: string) => text.replace('envelope/1', 'envelope/x'), 'not-an-envelope'],
    ['no header', () => 'hello', 'not-an-envelope'],
    ['nothing', () => '', 'not-an-envelope'],
    ['another product’s json', () => '{"name":"x"}\n', 'not-an-envelope'],
    ['a list for a header', (text: string) => text.replace(/^.*\n/, '[]\n'), 'not-an-envelope'],
    ['a line less', (text: string) => text.replace(/\n\["[^\n]*/, ''), 'broken'],
    ['a line twice', (text: string) => text.replace(/\n(\["[^\n]*)/, '\n$1\n$1'), 'broken'],
    ['words behind the trailer', (text: string) => `${text}ещё\n`, 'broken'],
    ['a space in the trailer', (text: string) => text.replace('{"count":', '{"count": '), 'broken'],
    ['an altered answer', (text: string) => text.replace('приказ', 'прикол'), 'broken'],
  ])('[EV2] is refused whole with %s', async (_what, alter, problem) => {
    expect(problemOf(alter(await write()))).toBe(problem);
  });

  it('[EV2] is refused with a revision of a history its header does not name, a revision twice, or no history', async () => {
    const stranger = aRevision({ history: 's11' });
    const histories = [{ history: 'local:abc', place: null }];
    for (const text of [
      await anEnvelopeText(signer, [...revisions, stranger], { histories }),
      await anEnvelopeText(signer, [first, first]),
      await anEnvelopeText(signer, [], { histories: [] }),
    ])
      expect(problemOf(text)).toBe('broken');
  });

  it('[EV4] carries a typed code only of a device that is not enrolled', async () => {
    const code = '12345678901234567890';
    const coded = read(await anEnvelopeText(signer, revisions, { code }));
    expect(coded.ok && coded.value.code).toBe(code);
    expect(await anEnvelopeText({ ...signer, id: 'd1' }, revisions, { code })).not.toContain(code);
  });

  it('[EV2] is refused with marks in its header that would move a terminal’s cursor', async () => {
    const by = { device: null, label: 'ПК\u001b[2J', publicKey: signer.publicKey };
    expect(problemOf(await anEnvelopeText(signer, revisions, { by }))).toBe('broken');
  });
});
