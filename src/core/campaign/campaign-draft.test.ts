import { describe, expect, it } from 'vitest';
import { dateText } from '../../texts/numbers.ts';
import { readCampaign } from '../submission/campaigns.ts';
import {
  afterSubmission,
  type CampaignDraft,
  type CampaignTexts,
  campaignOf,
  draftOf,
  newCampaignId,
  nextDraft,
  readDraft,
  withDue,
} from './campaign-draft.ts';

const fixed = { id: '2026-27', municipality: 'm', forms: ['readiness@1'] };
const whole: Partial<CampaignTexts> = {
  title: 'Готовность, 2026/2027 учебный год',
  schoolYear: '2026/2027',
  basis: 'Приказ от 26.05.2027 № 118',
  asOf: '6.7.2027',
  due: '10.07.2027',
};

function aDraft(texts: Partial<CampaignTexts> = {}, changes: Partial<CampaignDraft> = {}): CampaignDraft {
  const empty = nextDraft({ previous: null, overlay: {}, today: '2026-11-25', dayText: dateText });
  return { ...empty, texts: { ...empty.texts, ...whole, ...texts }, ...changes };
}

const problemsOf = (draft: CampaignDraft) => {
  const made = campaignOf(draft, fixed);
  return made.ok ? [] : made.problem.map(({ field, code }) => `${field} ${code}`);
};

describe('publishing', () => {
  it('[CN1] makes a campaign every device reads back whole', () => {
    const made = campaignOf(
      aDraft(
        {
          periodFrom: '01.06.2027',
          periodTo: '10.07.2027',
          acts: '01.09.2027',
          letterText: 'Просим',
          letterOn: '1.6.27',
        },
        { schools: ['a', 'b'], previous: '2025-26' },
      ),
      fixed,
    );
    if (!made.ok) throw new Error(JSON.stringify(made.problem));
    expect(made.value).toMatchObject({
      asOf: '2027-07-06',
      due: '2027-07-10',
      period: { from: '2027-06-01', to: '2027-07-10' },
      deadlines: { acts: '2027-09-01' },
      letter: { text: 'Просим', on: '2027-06-01' },
      schools: ['a', 'b'],
      previous: '2025-26',
    });
    expect(readCampaign(made.value)).toEqual(made.value);
    expect(draftOf(made.value, {}, dateText).texts).toMatchObject({ due: '10.07.2027', periodFrom: '01.06.2027' });
  });

  it('[CN1] names every field that is missing or cannot be read', () => {
    expect(problemsOf(aDraft({ title: ' ', basis: '', asOf: '', due: '31.02.2027' }))).toEqual([
      'title missing',
      'basis missing',
      'asOf missing',
      'due no-day',
    ]);
    expect(problemsOf(aDraft({ schoolYear: '2026/2028' }))).toEqual(['schoolYear no-school-year']);
    expect(problemsOf(aDraft({ periodFrom: '02.07.2027' }))).toEqual(['periodTo missing']);
    expect(problemsOf(aDraft({ periodFrom: '02.07.2027', periodTo: '01.07.2027' }))).toEqual(['periodTo turned']);
    expect(problemsOf(aDraft({ reportDate: '20.08.2027', yearEnd: '01.08.2027' }))).toEqual(['yearEnd before-report']);
    expect(problemsOf(aDraft({}, { schools: [] }))).toEqual(['schools none-chosen']);
    expect(problemsOf(aDraft({}, { schools: Array.from({ length: 201 }, (_, at) => `s${at}`) }))).toEqual([
      'schools too-many',
    ]);
  });

  it('[CN1] gives a campaign an id nobody has', () => {
    expect(newCampaignId('2026/2027', ['2025-26'])).toBe('2026-27');
    expect(newCampaignId('2026/2027', ['2026-27', '2026-27-2'])).toBe('2026-27-3');
  });

  it('[MS2] collects the forms chosen, at least one, and the readiness form where nobody chose', () => {
    const made = campaignOf(aDraft({}, { forms: ['monitoring@1'] }), fixed);
    expect(made.ok && made.value.forms).toEqual(['monitoring@1']);
    const plain = campaignOf(aDraft(), fixed);
    expect(plain.ok && plain.value.forms).toEqual(['readiness@1']);
    expect(problemsOf(aDraft({}, { forms: [] }))).toEqual(['forms no-form']);
    expect(readDraft({ texts: {}, forms: ['monitoring@1', 5] })?.forms).toEqual(['monitoring@1']);
    expect(made.ok && draftOf(made.value, {}, dateText).forms).toEqual(['monitoring@1']);
  });

  it('[MS2] has an id of its own when a region announces it', () => {
    expect(newCampaignId('2026/2027', ['2026-27'], true)).toBe('2026-27-r');
    expect(newCampaignId('2026/2027', ['2026-27-r'], true)).toBe('2026-27-r-2');
  });
});

describe('after the first submission', () => {
  const published = { ...fixed, schoolYear: '2026/2027', asOf: '2027-07-06', due: '2027-07-10', ofANewerVersion: 1 };

  it('[CN2] takes the last day and the letter, and leaves everything else as it stands', () => {
    const draft = aDraft({ title: 'Другое', basis: '', asOf: '01.01.2027', due: '20.07.2027', letterText: 'Продлено' });
    expect(afterSubmission(published, draft)).toEqual({
      ok: true,
      value: { ...published, due: '2027-07-20', letter: { text: 'Продлено' } },
    });
  });

  it('[CN2] still refuses a last day that cannot be read', () => {
    expect(afterSubmission(published, aDraft({ due: 'скоро' }))).toEqual({
      ok: false,
      problem: [{ field: 'due', code: 'no-day' }],
    });
  });

  it('[BD6] moves the last day alone when it is put off for all', () => {
    expect(withDue(published, '2027-07-15')).toEqual({ ...published, due: '2027-07-15' });
  });
});

describe('the next campaign', () => {
  it('[CN3] takes over schools, overlay, methodology and dates a year on, but no order and no number', () => {
    const previous = {
      id: '2023-24',
      title: 'Готовность, 2023/2024 учебный год',
      schoolYear: '2023/2024',
      asOf: '2024-02-29',
      due: '2024-07-10',
      basis: 'Приказ № 1',
      methodology: 'Письмо № 2',
      letter: { text: 'Просим', number: '7', on: '2024-05-01', signer: 'Начальник' },
      schools: ['a', 'b'],
    };
    const draft = nextDraft({ previous, overlay: { 'weights/K1': '20' }, today: '2024-09-01', dayText: dateText });
    expect(draft).toMatchObject({
      previous: '2023-24',
      schools: ['a', 'b'],
      overlay: { 'weights/K1': '20' },
      texts: {
        title: 'Готовность, 2024/2025 учебный год',
        schoolYear: '2024/2025',
        asOf: '28.02.2025',
        due: '10.07.2025',
        basis: '',
        methodology: 'Письмо № 2',
        letterText: 'Просим',
        letterNumber: '',
        letterOn: '',
        letterSigner: 'Начальник',
      },
    });
  });
});

it('[CN4] reads a draft back as it was typed, unreadable words too, and nothing where none is', () => {
  const draft = aDraft({ due: 'в июле' }, { schools: ['a'], overlay: { 'points/K1-01': 'много' } });
  expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  expect(readDraft(null)).toBe(null);
});
