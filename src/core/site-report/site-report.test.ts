import { describe, expect, it } from 'vitest';
import { aSectionForm, fieldFrom, reportFrom } from '../../../tests/fixtures/a-site-report.ts';
import { checkSiteReport, distinctRows, isAddress } from './check-site-report.ts';
import { siteReportProgress, siteReportProgressOf } from './site-report.ts';

describe('a project site’s report', () => {
  it('[SR2] reads items and rows from registers of their own, those taken away left out', () => {
    const { ticked } = fieldFrom('P1.2', {
      'P1.2:law-152': { has: true, url: 'https://a.ru/152' },
      'P1.2:journal': { has: false },
      'P1.2:other': { has: true, text: 'Политика' },
    });
    expect(ticked).toEqual([
      { id: 'law-152', url: 'https://a.ru/152', text: '' },
      { id: 'other', url: '', text: 'Политика' },
    ]);
    const { rows } = fieldFrom('P2.4', {
      'P2.4:b': { title: 'Второй' },
      'P2.4:a': { title: 'Первый' },
      'P2.4:c': null,
    });
    expect(rows.map(({ id, row }) => [id, row.title])).toEqual([
      ['a', 'Первый'],
      ['b', 'Второй'],
    ]);
    expect(fieldFrom('P5.1', { 'P5.1': 3, 'P5.1:a': { event: 'Жюри' } })).toMatchObject({
      count: 3,
      rows: [{ id: 'a' }],
    });
    expect(fieldFrom('P5.1', { 'P5.1': { typed: 'три' } }).count).toBeNull();
  });

  it('[SR3] asks for the address of a yes and of every item of publication, and for what «другое» is', () => {
    const said = (values: Parameters<typeof reportFrom>[0]) =>
      checkSiteReport(reportFrom(values)).map(({ code, fieldId, part }) => [code, fieldId, part]);
    expect(said({ 'P3.1': 'yes', 'P7.3': 'no', 'P1.1': 'yes' })).toEqual([['url-missing', 'P3.1', null]]);
    expect(said({ 'P3.1': 'yes', 'P3.1#url': 'на сайте' })).toEqual([['not-a-url', 'P3.1', null]]);
    expect(said({ 'P3.1': 'yes', 'P3.1#url': 'школа.рф/ресурсы' })).toEqual([]);
    expect(said({ 'P1.2:law-152': { has: true }, 'P1.2:other': { has: true, url: 'https://a.ru' } })).toEqual([
      ['url-missing', 'P1.2', 'law-152'],
      ['text-missing', 'P1.2', 'other'],
    ]);
    expect(said({ 'P1.3:other': { has: true, text: 'Своя' }, 'P2.8:class-hour': { has: true } })).toEqual([]);
  });

  it('[SR3] finds an event told twice by title and date, a row that says nothing, and people below 0', () => {
    const values = {
      'P2.1:a': { title: 'Фестиваль «Школа»', date: '2017-03-01', participants: 10 },
      'P2.1:b': { title: ' фестиваль  «школа»', date: '2017-03-01', participants: 10 },
      'P2.1:c': { title: 'Фестиваль «Школа»', date: '2017-04-01', participants: -1 },
      'P2.1:d': { participants: 4 },
      'P2.6:a': { title: 'Конкурс', audience: 'teachers' },
      'P2.6:b': { title: 'Конкурс', audience: 'pupils' },
      'P2.9:a': { topic: 'Журнал' },
      'P2.9:b': { topic: 'Дневник' },
    };
    expect(checkSiteReport(reportFrom(values)).map(({ code, part, column }) => [code, part, column])).toEqual([
      ['row-twice', 'b', null],
      ['not-a-count', 'c', 'participants'],
      ['cell-missing', 'd', 'title'],
      ['too-many-rows', null, null],
    ]);
    expect(distinctRows(fieldFrom('P2.1', values)).map(({ id }) => id)).toEqual(['a', 'c', 'd']);
  });

  it('[CX6] asks for three different topics of consultations once the field is touched', () => {
    const said = (values: Parameters<typeof reportFrom>[0]) =>
      checkSiteReport(reportFrom(values)).map(({ code, fieldId, part }) => [code, fieldId, part]);
    const lacking = [['topics-missing', 'P6.1', null]];
    const [journal, diary] = [{ topic: 'Журнал' }, { topic: 'Дневник' }];
    expect(said({})).toEqual([]);
    expect(said({ 'P6.1': 'none' })).toEqual(lacking);
    expect(said({ 'P6.1:a': journal, 'P6.1:b': diary })).toEqual(lacking);
    expect(said({ 'P6.1:a': journal, 'P6.1:b': diary, 'P6.1:c': { topic: ' журнал', audience: 'parent' } })).toEqual(
      lacking,
    );
    expect(said({ 'P6.1:a': journal, 'P6.1:b': diary, 'P6.1:c': { topic: 'Защита данных' } })).toEqual([]);
  });

  it('[SR4] counts what is filled in; «there is nothing» is an answer, a field that may stay empty is not asked', () => {
    const empty = siteReportProgress(reportFrom({}));
    expect(empty).toEqual({ answered: 0, of: 22 });
    const filled = { 'P1.1': 'no', 'P2.1': 'none', 'P2.4:a': { title: 'К' }, 'P2.9:a': { topic: 'Т' }, 'P5.1': 0 };
    expect(siteReportProgress(reportFrom(filled)).answered).toBe(4);
    expect(siteReportProgress(reportFrom({ 'P2.4:a': { title: '' }, 'P2.5:a': {} })).answered).toBe(0);
    expect(distinctRows(fieldFrom('P2.4', { 'P2.4:a': { title: '' }, 'P2.4:b': { role: 'organiser' } }))).toHaveLength(
      1,
    );
    expect(siteReportProgressOf(aSectionForm, new Map([['P8.1', ['yes']]])).answered).toBe(1);
  });
});

it('knows an address with and without its scheme, Cyrillic ones too', () => {
  expect(['https://a.ru/b?c=1', 'школа-10.рф', 'http://a.b.ru:8080'].map(isAddress)).toEqual([true, true, true]);
  expect(['есть', 'на сайте школы', 'https://', 'a.ru b'].map(isAddress)).toEqual([false, false, false, false]);
});
