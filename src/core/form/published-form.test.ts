import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { aForm, anIndicator } from '../../../tests/fixtures/a-form.ts';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import { columnForms, sectionForms } from '../../forms/forms.ts';
import { checkRevision } from '../submission/check-revision.ts';
import { otherFormIds, pinned, scoredFormOf } from '../submission/collected-forms.ts';
import { toTuple } from '../submission/revision.ts';
import { RevisionIndex } from '../submission/revision-index.ts';
import { isAwaited } from './awaited-form.ts';
import { createCampaignForms } from './campaign-form.ts';
import type { Form } from './form.ts';
import { formNameOf } from './form-name.ts';
import { overlayPathOf } from './overlay.ts';
import { createFormReader, formEntriesOf, formHashOf, missingEntries, publishedFormsOf } from './published-form.ts';

const form = aForm({ A: [anIndicator('a1'), anIndicator('a2')], Б: [anIndicator('б1')] });
const history = 'm:public';
const revisionsOf = (one: Form) => formEntriesOf(one, sha256).map((entry) => aRevision({ history, ...entry }));
const registersWith = (...revisions: ReturnType<typeof aRevision>[]) => {
  const index = new RevisionIndex();
  index.add(revisions);
  return index.registers();
};
const read = createFormReader(sha256);

describe('a published form', () => {
  it.each([form, readinessForm])(
    '[FP1] [FP3] $id stands in registers every border takes, and reads back equal',
    (one) => {
      const revisions = revisionsOf(one);
      for (const revision of revisions) expect(checkRevision(toTuple(revision), sha256)).toMatchObject({ ok: true });
      expect(read([registersWith(...revisions)], formNameOf(one))).toEqual(one);
      expect(publishedFormsOf([registersWith(...revisions)])).toEqual([
        { id: one.id, version: 1, title: one.title, hash: formHashOf(one, sha256) },
      ]);
    },
  );

  it('[FP3] counts only whole, and only with the content its hash was made of', () => {
    const revisions = revisionsOf(form);
    for (const missing of revisions)
      expect(
        createFormReader(sha256)([registersWith(...revisions.filter((one) => one !== missing))], 'distance@1'),
      ).toBeNull();
    const [first] = revisions;
    const changed = revisions.map((one) =>
      one === first
        ? aRevision({ history, path: one.path, value: { ...(one.value as object), title: 'Другое' } })
        : one,
    );
    expect(createFormReader(sha256)([registersWith(...changed)], 'distance@1')).toBeNull();
  });

  it('[FP2] [FP3] stays readable whatever else somebody puts into its registers, and is not written twice', () => {
    const revisions = revisionsOf(form);
    const rivals = revisions.map(({ path }, at) =>
      aRevision({ history, path, value: { id: 'A', at }, nonce: 'B'.repeat(22) }),
    );
    const registers = registersWith(...rivals, ...revisions);
    expect(createFormReader(sha256)([registers], 'distance@1')).toEqual(form);
    const twice = revisions.map(({ path, value }) => aRevision({ history, path, value, nonce: 'C'.repeat(22) }));
    expect(missingEntries(formEntriesOf(form, sha256), registersWith(...revisions, ...twice))).toEqual([]);
    expect(missingEntries(formEntriesOf(form, sha256), registersWith(...rivals))).toHaveLength(revisions.length);
  });

  it('[FP3] is known by what a revision keeps of it', () => {
    const typed = { ...form, title: 'Форма\u0007 с\u0000 лишним' };
    const registers = registersWith(...revisionsOf(typed));
    expect(createFormReader(sha256)([registers], 'distance@1', formHashOf(typed, sha256))?.title).toBe(
      'Форма с лишним',
    );
  });

  it('[FP1] two that call themselves the same are two, and a campaign says which it means', () => {
    const other = { ...form, title: 'Другая с тем же именем' };
    const registers = [registersWith(...revisionsOf(form), ...revisionsOf(other))];
    expect(read(registers, 'distance@1', formHashOf(other, sha256))?.title).toBe('Другая с тем же именем');
    expect(read(registers, 'distance@1', formHashOf(form, sha256))?.title).toBe(form.title);
    const all = publishedFormsOf(registers);
    expect(pinned(['distance@1'], all)).toEqual({ forms: ['distance@1'], formHash: all[0]?.hash });
    const before = { forms: ['distance@1'], formHash: all[1]?.hash ?? '' };
    expect(pinned(['distance@1', 'monitoring@1'], all, before).formHash).toBe(all[1]?.hash);
    expect(pinned(['readiness@1'], all, before)).toEqual({ forms: ['readiness@1'] });
  });
});

describe('the form of a campaign', () => {
  const forms = createCampaignForms(() => readinessForm, sha256);
  const registers = [registersWith(...revisionsOf(form))];

  it('[FP4] is the program’s own, or the published one of the name it gives', () => {
    expect(forms.published(registers, {})).toBe(readinessForm);
    expect(forms.published(registers, { forms: ['monitoring@1'] })).toBe(readinessForm);
    expect(forms.published(registers, { forms: ['monitoring@1', 'distance@1'] })).toEqual(form);
  });

  it('[FP4] [CP5] has what the campaign changes in it, and stays the same one while nothing of it changes', () => {
    const campaign = { id: '2026-27', forms: ['distance@1'] };
    const announced = aRevision({ history, path: '-/campaign:2026-27', value: campaign });
    const overlay = aRevision({ history, path: overlayPathOf('2026-27'), value: { weights: { A: 10 } } });
    const changed = [registersWith(...revisionsOf(form), announced, overlay)];
    const effective = forms.effective(changed, campaign);
    expect(effective.criteria.map(({ weight }) => weight)).toEqual([10, 50]);
    expect(forms.effective([...changed], campaign)).toBe(effective);
  });

  it('[FP4] is empty under its name while it is not here or this program is too old for it', () => {
    const awaited = forms.published([], { forms: ['distance@2'] });
    expect([awaited.id, awaited.version, isAwaited(awaited)]).toEqual(['distance', 2, true]);
    const newer = { ...form, version: 3, format: 'gotovo-form/2' } as unknown as Form;
    const ofLater = [registersWith(...revisionsOf(newer))];
    expect(isAwaited(forms.published(ofLater, { forms: ['distance@3'] }))).toBe(true);
  });

  it('[FP4] is the published one where the campaign gives a hash, though the program has one of that name', () => {
    const theirs = { ...readinessForm, title: 'Самооценка региона' };
    const formHash = formHashOf(theirs, sha256);
    const campaign = { forms: ['readiness@1'], formHash };
    expect(forms.published([registersWith(...revisionsOf(theirs))], campaign).title).toBe('Самооценка региона');
    const awaited = forms.published([], campaign);
    expect([isAwaited(awaited), forms.published([], campaign) === awaited]).toEqual([true, true]);
  });

  it('[FP4] is none where only forms of other shapes are collected', () => {
    expect([...otherFormIds].sort()).toEqual([...columnForms, ...sectionForms].map(({ id }) => id).sort());
    expect(scoredFormOf({ forms: ['monitoring@1', 'site-report@1'] })).toBeNull();
    expect(scoredFormOf({})).toBe('readiness@1');
    expect(scoredFormOf({ forms: [] })).toBe('readiness@1');
  });
});
