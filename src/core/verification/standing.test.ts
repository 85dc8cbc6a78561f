import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import {
  type Answers,
  aFullSchool,
  aSchool10,
  campaign2017,
  readinessForm,
} from '../../../tests/fixtures/school-10.ts';
import { revisionsFrom } from '../../../tests/fixtures/school-10-revisions.ts';
import type { Json } from '../json.ts';
import type { Registers } from '../submission/registers.ts';
import type { Revision } from '../submission/revision.ts';
import { RevisionIndex } from '../submission/revision-index.ts';
import { headIdsOf } from '../submission/snapshot.ts';
import {
  acceptedValueOf,
  returnedValueOf,
  statusPathOf,
  statusValueOf,
  submittedValueOf,
} from '../submission/status.ts';
import { checkValueOf, judgedHeads, returnValueOf } from './check.ts';
import { type Standing, standingOf } from './standing.ts';
import { checkPathOf, returnPathOf, talkPathOf } from './verification-paths.ts';

const campaign = { id: '2016-17', ...campaign2017, due: '2017-07-10' };
const form = readinessForm;

/** A school's history that grows; each step writes over what stands. */
class History {
  readonly index = new RevisionIndex();
  constructor(answers: Answers) {
    this.index.add(revisionsFrom(answers));
  }
  get registers(): Registers {
    return this.index.registers();
  }
  write(path: string, value: Json): Revision {
    const made = aRevision({ path, value, seen: this.index.heads(path) });
    this.index.add([made]);
    return made;
  }
  answer(key: string, value: Json): Revision {
    return this.write(`${campaign.id}/${form.id}/${key}`, value);
  }
  submit(): void {
    this.write(statusPathOf(campaign.id), submittedValueOf(headIdsOf(this.registers, campaign.id, [form.id]), null));
  }
  check(key: string, value?: Json, table?: string): void {
    const judged = { key, ...(table ? { table } : {}) };
    const heads = judgedHeads(standing(this).registers, campaign.id, form.id, judged);
    const verdict =
      value === undefined ? ({ state: 'confirmed' } as const) : ({ state: 'disputed', value, reason: 'сайт' } as const);
    this.write(checkPathOf(campaign.id, form.id, key), checkValueOf(verdict, heads, judged));
  }
  giveBack(key: string): void {
    const heads = judgedHeads(standing(this).registers, campaign.id, form.id, { key });
    this.write(returnPathOf(campaign.id, form.id, key), returnValueOf('нет номера приказа', heads, { key }));
    this.write(statusPathOf(campaign.id), returnedValueOf('см. К3-01'));
  }
}
const standing = ({ index }: History): Standing => standingOf({ form, campaign, revisions: index.all(), sha256 });

describe('what an officer judges', () => {
  it('[VF1] stands beside what was submitted: hash and answers stay, nothing counts as changed', () => {
    const school = new History(aSchool10());
    school.submit();
    const before = standing(school);
    school.check('K3-01', 'yes');
    school.write(`${campaign.id}/${form.id}/SITE:S-03#state`, 'ok');
    school.write(talkPathOf(campaign.id, form.id, 'K3-01', 'n1'), 'Покажите уведомление.');
    const after = standing(school);
    expect([after.hash, after.changed]).toEqual([before.hash, []]);
    expect(after.assessment).toEqual(before.assessment);
    expect(after.assessment.conflicts).toEqual([]);
  });

  it('[VF5] counts in place of the answer, both totals are kept', () => {
    const school = new History(aSchool10());
    school.submit();
    school.check('K3-01', 'yes');
    school.check('K7-01', 'yes');
    const { assessment, verified } = standing(school);
    expect(assessment).toMatchObject({ total: 76.2, level: 'notReady', blockedBy: ['K3-01', 'K7-01'] });
    // K3-02 is asked once the school is registered; nobody has answered it yet
    expect(verified).toMatchObject({ blockedBy: [], unanswered: ['K3-02'], level: null });
    school.check('K3-02', 'yes');
    expect(standing(school).verified).toMatchObject({ level: 'readyWithRemarks', blockedBy: [] });
  });

  it('[VF5] is nothing until something was judged, and the same figures when all was confirmed', () => {
    const school = new History(aSchool10());
    expect(standing(school).verified).toBeNull();
    school.check('K1-01');
    const { verified, assessment, checks } = standing(school);
    expect(verified).toEqual(assessment);
    expect(checks.get('K1-01')).toMatchObject({ state: 'confirmed', value: null, isStale: false });
  });

  it('[VF5] settles a conflict; confirming leaves it one', () => {
    const school = new History(aFullSchool({ 'K1-01': null }));
    school.index.add(revisionsFrom({}, { 'K1-01': ['yes', 'no'] }));
    school.check('K1-01');
    expect(standing(school).verified?.conflicts).toEqual(['K1-01']);
    school.check('K1-01', 'partial');
    const { verified, assessment } = standing(school);
    expect([assessment.conflicts, verified?.conflicts]).toEqual([['K1-01'], []]);
  });

  it('[VF9] may be "no" where an "na" was refused, whatever the kind', () => {
    const school = new History(aFullSchool({ 'K3-10': { na: 'не публикуем' }, 'K3-07': { na: 'нет' } }));
    school.check('K3-10', 'no');
    school.check('K3-07', 'no');
    school.check('K1-07', 'no');
    const { verified } = standing(school);
    const lines = verified?.criteria.flatMap((one) => one.lines).filter(({ share }) => share === 0) ?? [];
    expect(lines.map((line) => line.indicatorId)).toEqual(['K1-07', 'K3-07', 'K3-10']);
    expect(verified?.finished).toBe(true);
  });

  it('[VF9] alone makes a critical indicator "na"', () => {
    const na = { na: 'школа закрывается' };
    const school = new History(aFullSchool({ 'K7-01': na }));
    expect(standing(school).assessment).toMatchObject({ level: null, unanswered: ['K7-01'] });
    school.check('K7-01', na);
    expect(standing(school).verified).toMatchObject({ level: 'ready', total: 100, blockedBy: [] });
  });

  it('[VF9] may be a figure in place of a table, and is stale once a row changes', () => {
    const school = new History(aFullSchool());
    school.check('K4-04', 90, 'JRN');
    school.check('K4-06', 'no', 'YEAR');
    const lines = standing(school).verified?.criteria.flatMap((one) => one.lines) ?? [];
    const shares = lines.filter(({ share }) => share !== null && share !== 1);
    expect(shares.map(({ indicatorId, share }) => [indicatorId, share])).toEqual([
      ['K4-04', 0.5],
      ['K4-06', 0],
    ]);
    school.answer('JRN:2016-09', { percent: 91 });
    expect(standing(school).checks.get('K4-04')?.isStale).toBe(true);
    expect(standing(school).checks.get('K4-06')?.isStale).toBe(false);
  });

  it('[VF8] is counted of the answers given and shown', () => {
    const school = new History(aSchool10());
    const { of } = standing(school).checked;
    expect(of).toBe(54);
    school.check('K1-01');
    school.check('K1-02', 'no');
    expect(standing(school).checked).toEqual({ done: 2, of });
  });
});

describe('an answer given back', () => {
  it('[VF3] is answered once the school changes the answer or its evidence, and the school submits again', () => {
    const school = new History(aSchool10());
    school.submit();
    school.check('K3-01', 'yes');
    school.giveBack('K3-01');
    expect(standing(school)).toMatchObject({ state: 'returned', status: { reason: 'см. К3-01' }, changed: [] });
    expect(standing(school).returns.get('K3-01')).toMatchObject({ reason: 'нет номера приказа', isAnswered: false });

    school.answer('K3-01#evidence', { number: '41' });
    const answered = standing(school);
    expect(answered.returns.get('K3-01')?.isAnswered).toBe(true);
    expect(answered.changed).toEqual(['2016-17/readiness/K3-01#evidence']);
    expect(answered.checks.get('K3-01')?.isStale).toBe(false);

    school.submit();
    const again = standing(school);
    expect(again).toMatchObject({ state: 'submitted', changed: [], verified: null });
    expect(again.checks.get('K3-01')?.isStale).toBe(true);
  });
});

describe('the whole of a school', () => {
  it('[VF6] is the same in whatever order its revisions came', () => {
    const school = new History(aSchool10());
    school.submit();
    school.check('K7-01', 'yes');
    school.giveBack('K3-01');
    const revisions = school.index.all();
    const { returns, checks, hash, verified } = standing(school);
    fc.assert(
      fc.property(fc.shuffledSubarray(revisions, { minLength: revisions.length }), (shuffled) => {
        expect(standingOf({ form, campaign, revisions: shuffled, sha256 })).toMatchObject({
          returns,
          checks,
          hash,
          verified,
        });
      }),
      { numRuns: 20 },
    );
  });
});

describe('how far a school is', () => {
  it('[VF7] begins with nothing, and last year is nothing', () => {
    const last = revisionsFrom(aFullSchool()).map(({ path, value }) =>
      aRevision({ path: path.replace('2016-17', '2015-16'), value }),
    );
    expect(standing(new History({})).state).toBe('neverOpened');
    expect(standingOf({ form, campaign, revisions: last, sha256 }).state).toBe('neverOpened');
    expect(standing(new History({ '-/passport/pupils': 90 })).state).toBe('filling');
    const granted = new History({});
    granted.write('2016-17/extension', { due: '2017-07-20', reason: 'обрыв связи' });
    expect(standing(granted)).toMatchObject({ state: 'neverOpened', due: '2017-07-20' });
  });

  it('[SB5] follows what the municipality says of it', () => {
    const school = new History(aSchool10());
    expect(standing(school)).toMatchObject({ state: 'filling', submittedAt: null, due: '2017-07-10' });
    school.submit();
    expect(standing(school)).toMatchObject({ state: 'submitted', submittedAt: '2017-07-06T14:32:05+03:00' });
    school.write(statusPathOf(campaign.id), acceptedValueOf());
    school.answer('K3-01', 'yes');
    expect(standing(school)).toMatchObject({
      state: 'accepted',
      changed: ['2016-17/readiness/K3-01'],
      assessment: { total: 76.2 },
    });
    school.write(statusPathOf(campaign.id), statusValueOf('draft'));
    expect(standing(school)).toMatchObject({ state: 'filling', changed: [] });
  });
});
