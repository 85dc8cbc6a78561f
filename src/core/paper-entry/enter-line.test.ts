import { describe, expect, it } from 'vitest';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import type { Json } from '../json.ts';
import type { Facts } from '../submission/facts.ts';
import { beginEntry, type Entered, enterLine } from './enter-line.ts';
import { findPlace, paperPlaces } from './paper-places.ts';

const campaign = { schoolYear: '2016/2017', asOf: '2017-07-06' };
const places = paperPlaces(readinessForm, campaign);
const passport: Record<string, Json> = {
  '-/passport/pupils': 90,
  '-/passport/staffWithAccess': 19,
  '-/passport/classes': 11,
  '-/passport/grad9': 8,
  '-/passport/grad11': 0,
  '-/passport/building:01': { lessonsHeld: true },
};

/** A person at the desk: types lines, everything written is known from then on. */
function aDesk(facts: Record<string, Json> = passport) {
  const known = new Map<string, readonly Json[]>(Object.entries(facts).map(([key, value]) => [key, [value]]));
  let last: Entered = { state: beginEntry(places), entries: [], problem: null };
  return {
    type: (...lines: string[]) => {
      for (const line of lines) {
        last = enterLine(last.state, line, { ...campaign, form: readinessForm, places, facts: known as Facts });
        for (const { key, value } of last.entries) known.set(key, [value]);
      }
      return Object.fromEntries(last.entries.map(({ key, value }) => [key, value]));
    },
    at: () => last.state.place?.code ?? null,
    problem: () => last.problem,
    state: () => last.state,
  };
}

describe('typing a paper return', () => {
  it.each(['К3-05', 'K3-05', 'к3-5', 'k305', 'К 3 05', '3-05', 'R3-05'])('[PE1] knows %s for K3-05', (typed) => {
    expect(findPlace(places, typed)?.code).toBe('K3-05');
  });

  it.each([
    ['м09', 'JRN:2016-09'],
    ['M9', 'JRN:2016-09'],
    ['Г1', 'YEAR:Y-1'],
    ['п7', '-/passport/building:'],
    ['с-03', 'SITE:S-03#url'],
  ])('[PE1] knows %s for the register %s', (typed, key) => {
    expect(findPlace(places, typed)?.key).toBe(key);
  });

  it('[PE1] goes to a place by its code, writes by code and value at once, and says when there is no such code', () => {
    const desk = aDesk();
    expect(desk.type('К3-05')).toEqual({});
    expect(desk.at()).toBe('K3-05');
    expect(desk.type('1')).toEqual({ 'K3-05': 'yes' });
    expect(desk.type('К3-05, 3')).toEqual({ 'K3-05': 'no' });
    expect(desk.at()).toBe('K3-06');
    expect(desk.type('К3-77 1')).toEqual({});
    expect(desk.problem()).toEqual({ code: 'unknown-code', typed: 'К3-77 1' });
    expect(desk.at()).toBe('K3-06');
    desk.type('К4-04');
    expect(desk.problem()).toEqual({ code: 'unknown-code', typed: 'К4-04' }); // computed from a table
  });

  it('[PE2] takes the number at the square, and the signs for what has none', () => {
    const desk = aDesk();
    expect(desk.type('К3-06 2')).toEqual({ 'K3-06': 'partial' });
    expect(desk.type('К3-06 5')).toEqual({ 'K3-06': 'notProvided' });
    expect(desk.type('К3-06 -')).toEqual({ 'K3-06': 'notProvided' });
    expect(desk.type('К3-06 /')).toEqual({ 'K3-06': null });
    expect(desk.type('К4-05 2')).toEqual({ 'K4-05': '2' });
    expect(desk.type('К3-03 +')).toEqual({ 'K3-03': { n: 90 } });
    desk.type('К3-06 6');
    expect(desk.problem()).toEqual({ code: 'not-a-key', typed: '6', most: 5 });
    desk.type('К3-01 *');
    expect(desk.problem()).toEqual({ code: 'na-critical' });
    desk.type('К3-01 3');
    expect(desk.type('К3-01 3')).toEqual({ 'K3-01': 'notProvided' });
  });

  it('[PE3] asks for the reason of «не применимо» and writes both together', () => {
    const desk = aDesk();
    expect(desk.type('К3-10, 4')).toEqual({});
    expect(desk.state().asksReason).toBe(true);
    expect(desk.type('не публикуем')).toEqual({ 'K3-10': { na: 'не публикуем' } });
    expect(desk.at()).toBe('K4-01');
    expect(desk.type('К3-10, 4, не публикуем, и не будем')).toEqual({ 'K3-10': { na: 'не публикуем, и не будем' } });
  });

  it('[PE4] tells what cannot be right, and a second Enter writes it as it stands on paper', () => {
    const desk = aDesk();
    expect(desk.type('К1-04 25')).toEqual({});
    expect(desk.problem()).toEqual({ code: 'above-total', count: 25, total: 19 });
    expect(desk.type('К1-04 25')).toEqual({ 'K1-04': { n: 25 } });
    desk.type('К1-04 12 из 20');
    expect(desk.problem()).toEqual({ code: 'total-differs', typed: 20, total: 19 });
    desk.type('К1-07 31.02');
    expect(desk.problem()).toEqual({ code: 'not-a-date', typed: '31.02' });
    expect(desk.type('31.02')).toEqual({});
    expect(desk.type('31.02')).toEqual({ 'K1-07': { typed: '31.02' } });
    desk.type('К3-05, 1, Иванова Анна из 7 «Б» класса');
    expect(desk.problem()).toEqual({ code: 'looks-personal' });
  });

  it('[PE5] gives a day without a year the last one that has come', () => {
    const desk = aDesk();
    expect(desk.type('К1-07 15.05')).toEqual({ 'K1-07': '2017-05-15' });
    expect(desk.type('К1-07 01.09')).toEqual({ 'K1-07': '2016-09-01' });
    expect(desk.type('К1-07 29.02')).toEqual({ 'K1-07': '2016-02-29' });
    desk.type('К1-07 07.07.2017');
    expect(desk.problem()).toEqual({ code: 'date-in-future', date: '2017-07-07', asOf: '2017-07-06' });
    expect(desk.type('К3-05, 1, № 14/ПД, 12.01')).toEqual({
      'K3-05': 'yes',
      'K3-05#evidence': { number: '14/ПД', date: '2017-01-12' },
    });
  });

  it('[PE6] goes on in the order of the paper, past what is not asked, and an empty line writes nothing', () => {
    const desk = aDesk({});
    expect(desk.at()).toBe('П1');
    desk.type('90', '16', '19', '11', '8', '0');
    expect(desk.at()).toBe('П7');
    expect(desk.type('2')).toEqual({
      '-/passport/building:01': { lessonsHeld: true },
      '-/passport/building:02': { lessonsHeld: true },
    });
    desk.type('3', 'Начальная школа, 10, 2, 4', '');
    expect(desk.at()).toBe('K1-01');
    expect(desk.type('', '')).toEqual({});
    expect(desk.at()).toBe('K1-03');
    desk.type('К3-01 2');
    expect(desk.at()).toBe('K3-03'); // K3-02 is asked of registered schools only
    desk.type('С14', '');
    expect(desk.at()).toBeNull();
    desk.type('1');
    expect(desk.problem()).toEqual({ code: 'unknown-code', typed: '1' });
  });

  it('[PE7] takes months as a percent, a pair or a dash', () => {
    const desk = aDesk();
    expect(desk.type('М09 97,2')).toEqual({ 'JRN:2016-09': { percent: 97.2 } });
    expect(desk.type('95/98')).toEqual({ 'JRN:2016-10': { filled: 95, due: 98 } });
    expect(desk.type('-')).toEqual({ 'JRN:2016-11': 'notProvided' });
    desk.type('99/98');
    expect(desk.problem()).toEqual({ code: 'above-whole', part: 99, whole: 98 });
    desk.type('120');
    expect(desk.problem()).toEqual({ code: 'not-a-percent', typed: '120' });
  });

  it('[PE7] takes the closing of the year and its steps', () => {
    const desk = aDesk();
    expect(desk.type('Г0 1, 30.06')).toEqual({ 'YEAR:reported': true, 'YEAR:reportedOn': '2017-06-30' });
    expect(desk.type('9')).toEqual({ 'YEAR:Y-1': { done: 9, total: 11 } });
    expect(desk.type('88 из 90')).toEqual({ 'YEAR:Y-2': { done: 88, total: 90 } });
    expect(desk.at()).toBe('Г4');
    expect(desk.type('+')).toEqual({ 'YEAR:Y-4': { done: 8, total: 8 } });
    desk.type('7');
    expect(desk.problem()).toEqual({ code: 'not-a-pair', typed: '7' });
    expect(desk.type('Г0 2')).toEqual({ 'YEAR:reported': 'notProvided' });
  });

  it('[PE7] takes rows of exams until an empty line', () => {
    const desk = aDesk();
    expect(desk.type('Э 1 МАТ 06.06 25 2 Б')).toEqual({
      'GIA:ОГЭ.МАТ.2017-06-06': { participants: 25, state: 'partly', scoreMissing: true },
    });
    expect(desk.type('огэ англ 8.06 1')).toEqual({ 'GIA:ОГЭ.АНГ.2017-06-08': { state: 'loaded' } });
    expect(desk.at()).toBe('Э');
    desk.type('2 РУС 30.05 1');
    expect(desk.problem()).toEqual({ code: 'exam-without-graduates', exam: 'ЕГЭ', grade: 11 });
    desk.type('1 МАТБ 30.05 1');
    expect(desk.problem()).toEqual({ code: 'unknown-subject', typed: 'МАТБ', exam: 'ОГЭ' });
    desk.type('');
    expect(desk.at()).toBe('С01');
    expect(desk.type('Э -')).toEqual({ 'GIA:reported': 'notProvided' });
  });

  it('[PE7] takes addresses of pages as they stand', () => {
    const desk = aDesk();
    expect(desk.type('С03 school.example.ru/docs')).toEqual({ 'SITE:S-03#url': 'school.example.ru/docs' });
    desk.type('на сайте');
    expect(desk.problem()).toEqual({ code: 'not-an-address', typed: 'на сайте' });
    expect(desk.type('на сайте')).toEqual({ 'SITE:S-04#url': 'на сайте' });
  });
});
