import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGrowingMunicipality } from '../../../tests/fixtures/a-growing-municipality.ts';
import { sha256 } from '../../../tests/fixtures/a-revision.ts';
import { aFullSchool, aSchool10, readinessForm } from '../../../tests/fixtures/school-10.ts';
import type { Json } from '../../core/json.ts';
import { municipalReport } from '../municipal/municipal-report.ts';
import { sentencePathOf } from '../municipal/stored-report.ts';
import { freezeVersion } from './freeze-version.ts';
import { readVersion } from './read-version.ts';
import { editsIn, editValueOf, reportSettingsPathOf, settledReportOf, settledValueOf } from './report-registers.ts';
import { hashOfValue, nextVersionNumber, versionsOf } from './version.ts';

const municipality = () => new AGrowingMunicipality({ s1: aFullSchool(), s10: aSchool10(), s3: null });

/** Freezes what stands and writes it into the office history, as the program does. */
function freeze(of: AGrowingMunicipality) {
  const input = of.input();
  const { document } = municipalReport(input);
  const entries = freezeVersion({
    number: nextVersionNumber(versionsOf(of.office.registers, '2016-17')),
    input,
    document,
    registersOf: (id) => of.standing(id).registers,
    publicRegisters: new Map(),
    officeRegisters: of.office.registers,
    sha256,
  });
  for (const { path, value } of entries) of.office.write(path, value);
  return { document, entries };
}

function read(of: AGrowingMunicipality, number: number) {
  const version = versionsOf(of.office.registers, '2016-17').find((one) => one.number === number);
  if (!version) throw new Error(`no version ${number}`);
  const frozen = readVersion({
    version,
    formOf: () => readinessForm,
    officeRevisions: of.office.revisions,
    publicRevisions: [],
    revisionsOf: (id) => of.historyOf(id).revisions,
    sha256,
  });
  return { version, frozen };
}

function documentOf(of: AGrowingMunicipality, number: number) {
  const { version, frozen } = read(of, number);
  if (!frozen.ok) throw new Error(frozen.problem.code);
  return { version, document: municipalReport(frozen.value.input).document };
}

const firstSentence = (of: AGrowingMunicipality) => {
  const [first] = municipalReport(of.input()).sentences.filter(({ figures }) => figures !== '');
  if (!first) throw new Error('a report without sentences');
  return first;
};

describe('a frozen report', () => {
  it('[RE5] [MS1] tells the hash of a submission over all the forms it covered', () => {
    const of = municipality();
    of.historyOf('s10').write('2016-17/monitoring/8', 11);
    of.submit('s10', ['readiness', 'monitoring']);
    const { document } = freeze(of);
    of.historyOf('s10').write('2016-17/monitoring/8', 12);
    const again = documentOf(of, 1);
    expect(again.document).toEqual(document);
    expect(again.version.hash).toBe(hashOfValue(again.document, sha256));
  });

  it('[RE4] [RE5] comes out again as it was, and its hash proves it', () => {
    const of = municipality();
    const { document } = freeze(of);
    const { version, document: again } = documentOf(of, 1);
    expect(again).toEqual(document);
    expect(version.hash).toBe(hashOfValue(again, sha256));
    expect(version).toMatchObject({ number: 1, expected: 3, submitted: 2, reportDate: '2017-07-06' });
  });

  it('[RE5] changes by nothing that comes later: answers, submissions, checks, sentences, settings', () => {
    const someStep = fc.oneof(
      fc.record({
        step: fc.constant('answer' as const),
        id: fc.constantFrom('s1', 's10', 's3'),
        key: fc.constantFrom('K1-01', 'K3-01', 'K7-01'),
        value: fc.constantFrom<Json>('yes', 'no', 'notProvided', null),
      }),
      fc.record({ step: fc.constant('submit' as const), id: fc.constantFrom('s1', 's10', 's3') }),
      fc.record({ step: fc.constant('dispute' as const), id: fc.constantFrom('s1', 's10') }),
      fc.record({ step: fc.constant('edit' as const), text: fc.constantFrom('Иначе.', 'Ещё иначе.') }),
      fc.record({ step: fc.constant('settle' as const), reportDate: fc.constantFrom('2017-07-07', '2017-08-01') }),
      fc.record({ step: fc.constant('freeze' as const) }),
    );
    fc.assert(
      fc.property(
        fc.array(someStep, { maxLength: 6 }),
        fc.array(someStep, { minLength: 1, maxLength: 6 }),
        (before, after) => {
          const of = municipality();
          const apply = (steps: typeof before) => {
            for (const one of steps) {
              if (one.step === 'answer') of.answer(one.id, one.key, one.value);
              if (one.step === 'submit') of.submit(one.id);
              if (one.step === 'dispute') of.dispute(one.id, 'K1-02', 'no');
              if (one.step === 'freeze') freeze(of);
              if (one.step === 'settle')
                of.office.write(reportSettingsPathOf('2016-17'), settledValueOf({ reportDate: one.reportDate }));
              if (one.step === 'edit') {
                const sentence = firstSentence(of);
                of.office.write(sentencePathOf('2016-17', sentence.id), editValueOf({ ...sentence, text: one.text }));
              }
            }
          };
          apply(before);
          const number = nextVersionNumber(versionsOf(of.office.registers, '2016-17'));
          const { document } = freeze(of);
          apply(after);
          expect(documentOf(of, number).document).toEqual(document);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);

  it('[RE4] keeps every value small enough for a revision, also of a school with every answer judged', () => {
    const of = municipality();
    for (const { id } of readinessForm.criteria.flatMap(({ indicators }) => indicators)) of.dispute('s10', id, 'no');
    const sizes = freeze(of).entries.map(({ value }) => longestTextOf(value));
    expect(sizes.length).toBe(4);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4000);
  });

  it('[RE6] says whose revisions are missing instead of showing another report', () => {
    const of = municipality();
    freeze(of);
    of.schools.set('s10', new AGrowingMunicipality({ s10: null }).historyOf('s10'));
    const { frozen } = read(of, 1);
    expect(frozen).toEqual({ ok: false, problem: { code: 'version-incomplete', places: ['s10'] } });
  });

  it('[RE6] is told apart when this program words the form otherwise', () => {
    const of = municipality();
    freeze(of);
    const { version } = read(of, 1);
    const [first, ...others] = readinessForm.criteria;
    const frozen = readVersion({
      version,
      formOf: () => ({ ...readinessForm, criteria: [{ ...first, title: 'Иначе' }, ...others] as never }),
      officeRevisions: of.office.revisions,
      publicRevisions: [],
      revisionsOf: (id) => of.historyOf(id).revisions,
      sha256,
    });
    expect(frozen).toEqual({ ok: false, problem: { code: 'version-other-form', formId: 'readiness' } });
  });

  it('[RE4] stays apart from another version that got the same number on another device', () => {
    const [one, other] = [municipality(), municipality()];
    other.answer('s3', 'K1-01', 'yes');
    other.submit('s3');
    freeze(one);
    const { document } = freeze(other);
    one.office.index.add(other.office.revisions);
    for (const [id, history] of other.schools) one.historyOf(id).index.add(history.revisions);
    const versions = versionsOf(one.office.registers, '2016-17');
    expect(versions.map(({ number }) => number)).toEqual([1, 1]);
    expect(versions.map(({ hash }) => hash)).toContain(hashOfValue(document, sha256));
    expect(new Set(versions.map(({ hash }) => hash)).size).toBe(2);
  });
});

describe('an edited sentence', () => {
  it('[RE1] stands beside what was generated, and is none again once it is taken back', () => {
    const of = municipality();
    const sentence = firstSentence(of);
    const path = sentencePathOf('2016-17', sentence.id);
    const edit = { text: 'Своими словами.', generated: sentence.generated, figures: sentence.figures };
    of.office.write(path, editValueOf(edit));
    expect(firstSentence(of)).toMatchObject({ text: edit.text, generated: sentence.generated, edit, isStale: false });
    of.office.write(path, null);
    expect(firstSentence(of)).toEqual(sentence);
  });

  it('[RE1] of two officers is told as two texts, the one that counts first', () => {
    const [one, other] = [municipality(), municipality()];
    const sentence = firstSentence(one);
    const path = sentencePathOf('2016-17', sentence.id);
    for (const [of, text] of [
      [one, 'Первый.'],
      [other, 'Второй.'],
    ] as const)
      of.office.write(path, editValueOf({ ...sentence, text }));
    one.office.index.add(other.office.revisions);
    const texts = editsIn(one.office.registers.get(path) ?? []).map(({ text }) => text);
    expect([...texts].sort()).toEqual(['Второй.', 'Первый.']);
    expect(firstSentence(one).text).toBe(texts[0]);
  });
});

describe('what an officer settled', () => {
  it('[RE2] reads back as it was written, and leaves out what is no report date', () => {
    const of = municipality();
    const settled = {
      reportDate: '2017-07-10',
      deadlines: { yearEnd: '2017-08-31' },
      signer: { position: 'начальник отдела', name: 'Е. В. Лапина' },
      notes: { year: 'Срок продлён.' },
    };
    of.office.write(reportSettingsPathOf('2016-17'), settledValueOf(settled));
    expect(settledReportOf(of.office.registers, '2016-17')).toEqual(settled);
    of.office.write(reportSettingsPathOf('2016-17'), { reportDate: 'завтра', signer: 3 });
    expect(settledReportOf(of.office.registers, '2016-17')).toEqual({
      deadlines: {},
      signer: {},
      notes: {},
    });
  });
});

function longestTextOf(value: Json): number {
  if (typeof value === 'string') return value.length;
  if (value === null || typeof value !== 'object') return 0;
  return Object.values(value).reduce((most: number, part) => Math.max(most, longestTextOf(part as Json)), 0);
}
