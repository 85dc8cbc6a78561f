import { describe, expect, it } from 'vitest';
import { readinessForm } from '../../tests/fixtures/school-10.ts';
import type { Json } from '../core/json.ts';
import { registerWords } from '../reports/register-words.ts';
import { registerName } from './register-name.ts';

describe('a register of a project site’s report in words', () => {
  const words = (key: string, value: Json) => registerWords(readinessForm, `2016-17/site-report/${key}`, value);

  it('is called by the number of its field', () => {
    expect(registerName(readinessForm, '2016-17/site-report/P2.4:x1')).toBe('Отчёт площадки, 2.4');
    expect(registerName(readinessForm, '2016-17/site-report/P3.1#url')).toBe('Отчёт площадки, 3.1');
  });

  it('tells answers, ticks and what was typed into a row, without ids of choices', () => {
    expect([words('P1.1', 'yes'), words('P2.4', 'none'), words('P5.1', 3), words('P1.1', null)]).toEqual([
      'Да',
      'ничего нет',
      '3',
      'пусто',
    ]);
    expect(words('P1.2:law-152', { has: true, url: 'https://a.ru' })).toBe('Да, https://a.ru');
    expect(words('P2.8:class-hour', { has: false })).toBe('Нет');
    expect(words('P2.4:x1', { title: 'Конкурс', date: '2017-03-01', level: 'inter-municipal', works: 2 })).toBe(
      'Конкурс, 01.03.2017, 2',
    );
    expect(words('P2.4:x1', { title: '' })).toBe('пусто');
    expect(words('P5.1', { typed: 'два' })).toBe('два');
  });
});
