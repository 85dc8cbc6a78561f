import { beforeEach, describe, expect, it } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import { aSchool10, campaign2017, readinessForm as form } from '../../../tests/fixtures/school-10.ts';
import { revisionsFrom } from '../../../tests/fixtures/school-10-revisions.ts';
import { type Indicator, indicatorsOf } from '../form/form.ts';
import type { Json } from '../json.ts';
import { RevisionIndex } from '../submission/revision-index.ts';
import { headIdsOf } from '../submission/snapshot.ts';
import { statusPathOf, submittedValueOf } from '../submission/status.ts';
import { checkValueOf, returnValueOf } from './check.ts';
import { countShown, headsOnScreen, isSameValue, isShown, judgedOf, reviewGroups, reviewKeyOf } from './review-rows.ts';
import { standingOf } from './standing.ts';
import { checkPathOf, returnPathOf } from './verification-paths.ts';

const campaign = { id: '2016-17', ...campaign2017 };
const of = { campaignId: campaign.id, formId: form.id };
const indicatorBy = (id: string): Indicator => indicatorsOf(form).find((one) => one.id === id) as Indicator;

let index: RevisionIndex;
const write = (path: string, value: Json) => index.add([aRevision({ path, value, seen: index.heads(path) })]);
const answer = (key: string, value: Json) => write(`${campaign.id}/${form.id}/${key}`, value);
const submit = () =>
  write(statusPathOf(campaign.id), submittedValueOf(headIdsOf(index.registers(), campaign.id, [form.id]), null));
const standing = () => standingOf({ form, campaign, revisions: index.all(), sha256 });
const headsOf = (id: string) => headsOnScreen(indicatorBy(id), standing(), index.registers(), of);
const rows = () => reviewGroups(form, standing()).flatMap((group) => group.rows);
const rowOf = (id: string) => rows().find((row) => row.indicator.id === id);
function check(id: string, value?: Json): void {
  const verdict =
    value === undefined
      ? ({ state: 'confirmed' } as const)
      : ({ state: 'disputed', value, reason: 'нет на сайте' } as const);
  write(checkPathOf(campaign.id, form.id, id), checkValueOf(verdict, headsOf(id), judgedOf(indicatorBy(id))));
}
const giveBack = (id: string) =>
  write(
    returnPathOf(campaign.id, form.id, id),
    returnValueOf('нужен новый акт', headsOf(id), judgedOf(indicatorBy(id))),
  );

beforeEach(() => {
  index = new RevisionIndex();
  index.add(revisionsFrom(aSchool10()));
  submit();
});

describe('the rows of a verification', () => {
  it('[VS1] are what the school was asked, with the score of a criterion before and after', () => {
    expect(rowOf('K3-02')).toBeUndefined();
    check('K3-06', 'partial');
    const group = reviewGroups(form, standing()).find(({ criterionId }) => criterionId === 'K3');
    expect(group?.number).toBe(3);
    expect([group?.before, group?.after]).toEqual([70.19, 65.85]);
    expect(rowOf('K3-06')).toMatchObject({ state: 'disputed', check: { value: 'partial' }, line: { value: 'yes' } });
  });

  it('[VS1] hold what is asked only because of an officer’s value', () => {
    check('K3-01', 'yes');
    expect(rowOf('K3-02')).toMatchObject({ state: 'unchecked', line: { state: 'hidden' } });
  });

  it('[VS2] tell what was given back, what was corrected since, and what was checked before it changed', () => {
    giveBack('K3-08');
    check('K3-05');
    expect([rowOf('K3-08')?.state, rowOf('K3-05')?.state, rowOf('K3-03')?.state]).toEqual([
      'returned',
      'confirmed',
      'unchecked',
    ]);
    answer('K3-08#evidence', { number: '7', date: '2017-07-06' });
    answer('K3-05', 'no');
    expect(rowOf('K3-08')).toMatchObject({ state: 'corrected', isLate: true });
    expect(rowOf('K3-05')).toMatchObject({ state: 'confirmed', isLate: true }); // what was submitted is as checked
    submit();
    expect(rowOf('K3-05')).toMatchObject({ state: 'stale', isLate: false });
    check('K3-08');
    expect(rowOf('K3-08')?.state).toBe('confirmed');
  });

  it('[VS2] tell of a figure from a table what became of the table', () => {
    check('K4-04');
    expect(rowOf('K4-04')?.state).toBe('confirmed');
    answer('JRN:2016-09', { percent: 50 });
    expect(rowOf('K4-04')?.isLate).toBe(true);
    submit();
    expect(rowOf('K4-04')?.state).toBe('stale');
  });

  it('[VS3] are judged with what was changed since: a correction the officer has seen counts when it is submitted', () => {
    answer('K3-05', 'no');
    check('K3-05');
    submit();
    expect(rowOf('K3-05')).toMatchObject({ state: 'confirmed', line: { value: 'no' } });
  });

  it('[VS4] are shown by what still waits, what is different, late, given back or critical', () => {
    check('K3-06', 'partial');
    check('K3-05');
    giveBack('K3-08');
    answer('K7-03', '2017-06-30');
    const shown = countShown(reviewGroups(form, standing()));
    expect(shown).toMatchObject({ disputed: 1, late: 1, returned: 1, critical: 5 });
    expect(shown.unchecked).toBe(shown.all - 3);
    expect(
      rows()
        .filter((row) => isShown('late', row))
        .map(({ indicator }) => indicator.id),
    ).toEqual(['K7-03']);
  });

  it.each([
    ['Digit1', 'confirm'],
    ['Numpad2', 'dispute'],
    ['Digit3', 'return'],
    ['NumpadEnter', 'open'],
    ['ArrowDown', 'down'],
    ['KeyQ', null],
    ['Digit4', null],
  ] as const)('[VS5] are worked by the key %s: %s', (code, does) => {
    expect(reviewKeyOf(code)).toBe(does);
  });

  it('[VS6] know the school’s own value, which is nothing to dispute', () => {
    const line = rowOf('K1-04')?.line;
    if (!line) throw new Error('no row');
    expect([isSameValue(line, { n: 12 }), isSameValue(line, { n: 11 })]).toEqual([true, false]);
  });
});
