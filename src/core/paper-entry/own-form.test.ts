import { describe, expect, it } from 'vitest';
import { aForm, anIndicator } from '../../../tests/fixtures/a-form.ts';
import { linesOf } from '../../../tests/support/report-lines.ts';
import { blankForm } from '../../reports/blank-form.ts';
import type { ReportInput } from '../../reports/report-input.ts';
import type { Json } from '../json.ts';
import type { Facts } from '../submission/facts.ts';
import { readDisputed } from '../verification/disputed-value.ts';
import { enterLine } from './enter-line.ts';
import { findPlace, paperPlaces } from './paper-places.ts';

const campaign = { schoolYear: '2016/2017', asOf: '2017-07-06' };
const options = { site: 0.5, board: 0.5, letter: null };
const form = aForm({
  A: [anIndicator('base', { critical: true }), anIndicator('hidden', { relevant: "${base} = 'yes'" })],
  B: [
    anIndicator('n', { kind: 'figure' }),
    anIndicator('share', { kind: 'figure', decimal: true }),
    anIndicator('ways', {
      kind: 'choices',
      options,
      optionOrder: ['site', 'letter', 'board'],
      optionTitles: { site: 'Сайт' },
    }),
    anIndicator('words', { kind: 'text', before: 'Прочтите сначала.', optional: true }),
    anIndicator('sum', { kind: 'derived', calculation: '${n} + 1' }),
  ],
});
const places = paperPlaces(form, campaign);

function typed(line: string, stored: Record<string, Json> = {}) {
  const facts: Facts = new Map(Object.entries(stored).map(([key, value]) => [key, [value]]));
  const first = places.find(({ code }) => code === 'K1-01') ?? null;
  return enterLine({ place: first, asksReason: false, refused: null }, line, { ...campaign, form, places, facts });
}
const writtenBy = (line: string) => Object.fromEntries(typed(line).entries.map(({ key, value }) => [key, value]));

describe('paper of a form of one’s own', () => {
  it('[PE1] counts its indicators through, and has no place for what is computed or for tables it lacks', () => {
    const codes = places.map(({ code }) => code);
    expect(codes).toEqual(['П8', 'K1-01', 'K1-02', 'K2-01', 'K2-02', 'K2-03', 'K2-04']);
    const ofTeachers = paperPlaces(
      aForm({ A: [anIndicator('tutors', { kind: 'ratio', total: 'teachers' })] }),
      campaign,
    );
    expect(ofTeachers.map(({ code }) => code)).toEqual(['П2', 'П8', 'K1-01']);
    expect(findPlace(places, 'к2-3')?.key).toBe('ways');
    expect(findPlace(places, '2-03')?.key).toBe('ways');
  });

  it('[PE2] takes figures of any sign, several options together, and a line of words', () => {
    expect(writtenBy('К2-01 -5')).toEqual({ n: -5 });
    expect(writtenBy('К2-02 97,2, 14, 12.01')).toEqual({
      share: 97.2,
      'share#evidence': { number: '14', date: '2017-01-12' },
    });
    expect(writtenBy('К2-03 3 1')).toEqual({ ways: ['board', 'site'] });
    expect(writtenBy('К2-03 2')).toEqual({ ways: ['letter'] });
    expect(writtenBy('К2-03 5')).toEqual({ ways: 'notProvided' });
    expect(writtenBy('К2-04 Журнал ведут все, с 1 сентября')).toEqual({ words: 'Журнал ведут все, с 1 сентября' });
    expect(writtenBy('К2-04 -')).toEqual({ words: 'notProvided' });
  });

  it('[PE4] tells a figure that is none, a fraction where none may be, an option there is not', () => {
    expect(typed('К2-01 пять').problem).toEqual({ code: 'not-a-figure', typed: 'пять' });
    expect(typed('К2-01 1.5').problem).toEqual({ code: 'not-whole', figure: 1.5 });
    expect(typed('К2-03 1 9').problem).toEqual({ code: 'not-a-key', typed: '1 9', most: 5 });
  });

  it('[PE6] passes over what the form’s own condition does not ask', () => {
    expect(typed('2').state.place?.key).toBe('n');
    expect(typed('1').state.place?.key).toBe('hidden');
  });

  it('[RP9] prints the codes, room for every kind and what is read before a question', () => {
    const lines = linesOf(blankForm({ form, campaign } as unknown as ReportInput)).join('\n');
    for (const text of [
      'К2-01',
      'Прочтите сначала.',
      'Можно отметить несколько.',
      '1 сайт',
      'Можно не заполнять.',
      'Спрашивается не у всех',
    ])
      expect(lines).toContain(text);
  });

  it('[VS6] an officer puts a figure or words in place of the school’s', () => {
    const [, , n, share, , words, sum] = form.criteria.flatMap(({ indicators }) => indicators);
    if (!n || !share || !words || !sum) throw new Error('a form without its indicators');
    expect(readDisputed(n, '-5', null)).toEqual({ ok: true, value: -5 });
    expect(readDisputed(n, '1,5', null)).toEqual({ ok: false, problem: 'not-a-figure' });
    expect(readDisputed(share, '1,5', null)).toEqual({ ok: true, value: 1.5 });
    expect(readDisputed(sum, '140', null)).toEqual({ ok: true, value: 140 });
    expect(readDisputed(words, ' ', null)).toEqual({ ok: false, problem: 'no-value' });
  });
});
