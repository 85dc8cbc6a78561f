import { describe, expect, it } from 'vitest';
import { aMember, aNetwork, aNetworkOf } from '../../../tests/fixtures/a-network.ts';
import { linesOf } from '../../../tests/support/report-lines.ts';
import { fieldFiguresOf, systemsOf } from './network-figures.ts';
import type { NetworkInput } from './network-input.ts';
import { networkReport } from './network-report.ts';
import { partsOfHundred, shareOf } from './shares.ts';

const plain = (lines: readonly string[]) => lines.map((line) => line.replaceAll('\u00a0', ' '));
const said = (input: NetworkInput) => plain(linesOf(networkReport(input)));
const figureOf = (input: NetworkInput, id: string) => fieldFiguresOf(input).find(({ field }) => field.id === id);

describe('shares', () => {
  it('[NR4] gives whole percents, half up', () => {
    const percents = [33, 17, 16, 22, 45, 0, 90].map((n) => shareOf(n, 90).percent);
    expect(percents).toEqual([37, 19, 18, 24, 50, 0, 100]);
    expect([shareOf(90, 160).percent, shareOf(1, 8).percent, shareOf(1, 200).percent]).toEqual([56, 13, 1]);
    expect(shareOf(0, 0).percent).toBeNull();
  });

  it('[NR5] lets parts of a whole add up to 100, what is missing by the greatest remainders, of equal ones to the smaller part', () => {
    expect(partsOfHundred([84, 3, 3])).toEqual([93, 4, 3]);
    expect(partsOfHundred([1, 1, 1])).toEqual([34, 33, 33]);
    expect(partsOfHundred([2, 1])).toEqual([67, 33]);
    expect(partsOfHundred([5])).toEqual([100]);
    expect(partsOfHundred([0, 0])).toEqual([0, 0]);
    for (const counts of [
      [149, 7, 4],
      [7, 7, 7, 7, 7, 7],
      [1, 999],
    ])
      expect(partsOfHundred(counts).reduce((sum, percent) => sum + percent, 0)).toBe(100);
  });
});

describe('the figures of a network', () => {
  it('[NR4] counts sites of those that reported, with the sums of events and people', () => {
    const network = aNetworkOf(160, 90, (at) => ({
      ...(at < 16 ? { 'P2.1:a': { title: 'Фестиваль', participants: 40 }, 'P2.1:b': { title: 'Форум' } } : {}),
      ...(at < 33 ? { 'P2.6:a': { title: 'Лучший журнал', audience: 'teachers' } } : {}),
      ...(at >= 33 && at < 40 ? { 'P2.6:a': { title: 'Викторина', audience: 'pupils' } } : {}),
      ...(at < 17 ? { 'P2.7:a': { title: 'Семинар', kind: 'seminar' } } : {}),
      ...(at < 22 ? { 'P3.2': 'yes' } : { 'P3.2': 'no' }),
      'P5.1': at < 67 ? 1 : 0,
      ...(at < 10 ? { 'P1.2:law-152': { has: true } } : {}),
    }));
    expect(figureOf(network, 'P2.1')).toMatchObject({
      share: { n: 16, of: 90, percent: 18 },
      sums: [
        { what: 'Мероприятия', value: 32 },
        { what: 'Участников', value: 640 },
      ],
    });
    expect(figureOf(network, 'P2.6')).toMatchObject({
      share: { n: 33, of: 90, percent: 37 },
      sums: [{ value: 40, parts: [{ counts: [{ count: 33 }, { option: 'ученики', count: 7 }] }] }],
    });
    expect(figureOf(network, 'P2.7')?.share.percent).toBe(19);
    expect(figureOf(network, 'P3.2')?.share.percent).toBe(24);
    expect(figureOf(network, 'P5.1')).toMatchObject({ share: { n: 67 }, sums: [{ value: 67 }, { value: 0 }, {}] });
    expect(figureOf(network, 'P1.2')?.items[0]).toMatchObject({ share: { n: 10, of: 90, percent: 11 } });
    const lines = said(network);
    expect(lines).toContain('Получено до 20.05.2017 включительно: 90 отчётов, 56 % от сети (90 из 160).');
    expect(lines).toContain('Все доли ниже — от сдавших отчёт: 90 площадок.');
    expect(lines).toContain('2.6 Проводили конкурсы для педагогов | 33 из 90 | 37 %');
    expect(lines).toContain('2.1 Международные, всероссийские и межрегиональные мероприятия | Участников | 640 | ');
  });

  it('[SR3] [NR4] counts an event once that a site has told twice', () => {
    const twice = { title: 'Фестиваль', date: '2017-03-01', participants: 10 };
    const network = aNetworkOf(2, 2, () => ({ 'P2.1:a': twice, 'P2.1:b': twice }));
    expect(figureOf(network, 'P2.1')?.sums.map(({ value }) => value)).toEqual([2, 20]);
  });

  it('[NR5] distributes reporters by system to 100, those who have not said among them', () => {
    const systems = [
      ...Array<string>(84).fill('tes'),
      ...Array<string>(3).fill('dnevnikRu'),
      ...Array<null>(3).fill(null),
    ];
    const network = aNetwork(systems.map((system, at) => aMember(`s${at}`, { 'P1.1': 'yes' }, { system })));
    expect(systemsOf(network).map(({ count, percent }) => [count, percent])).toEqual([
      [84, 93],
      [3, 4],
      [3, 3],
    ]);
    expect(said(network)).toEqual(
      expect.arrayContaining(['Томская электронная школа | 84 | 93 %', 'не указана | 3 | 3 %', 'Всего | 90 | 100 %']),
    );
  });
});

describe('the network report', () => {
  it('[NR2] leaves a late report out of the response and in the figures, and names who is late or silent', () => {
    const late = aMember('l', { 'P8.1': 'yes' }, { receipt: { on: '2017-05-25', isOnTime: false } });
    const undated = aMember('u', { 'P8.1': 'no' }, { receipt: { on: null, isOnTime: true } });
    const lines = said(aNetwork([aMember('a', { 'P8.1': 'yes' }), late, undated, aMember('z', null)]));
    expect(lines).toContain('Получено до 20.05.2017 включительно: 2 отчёта, 50 % от сети (2 из 4).');
    expect(lines).toContain('После срока: 1 отчёт (Школа l). В число полученных в срок не входят.');
    expect(lines).toContain('День получения неизвестен: 1 отчёт, считается полученным в срок.');
    expect(lines).toContain('Не представили отчёт (1): Школа z.');
    expect(lines).toContain('8.1 Участие в региональном мониторинге | 2 из 3 | 67 %');
    expect(lines).toContain('Луговой округ | Школа l | — | Томская электронная школа | 25.05.2017, после срока');
    expect(lines).toContain('Луговой округ | 4 | 2 | 50 % | 3');
  });

  it('[NR2] says that nobody reported, and that there is no network, without a share of nobody', () => {
    const nobody = said(aNetworkOf(3, 0));
    expect(nobody).toContain('Получено до 20.05.2017 включительно: 0 отчётов, 0 % от сети (0 из 3).');
    expect(nobody).toContain('Отчётов ещё нет: показатели не считаются.');
    expect(nobody.join('\n')).not.toMatch(/NaN|Infinity|из 0/);
    const none = said(aNetwork([]));
    expect(none).toContain('Площадок нет: реестр пуст, и отчёт ни у кого не собирают.');
    expect(none.join('\n')).not.toMatch(/NaN|от сети|Приложение/);
  });

  it('[NR2] says how the network moved and by which agreements its sites work', () => {
    const site = { schoolId: '', assignment: '', from: '', to: '', joined: '', left: '' };
    const agreed = (agreement: 'three' | 'two') => aMember(agreement, null, { site: { ...site, agreement } });
    const movement = { before: 4, left: 2, joined: 0 };
    const lines = said(aNetwork([agreed('three'), agreed('two')], { movement }));
    expect(lines).toContain('С начала учебного года: было 4 площадки, вышло 2, вошло 0, стало 2.');
    expect(lines).toContain('По трёхсторонним соглашениям работает 1, по двусторонним 1.');
  });

  it('[NR3] begins with the passport of the project and ends with what the region says; one site is enough', () => {
    const lines = said(
      aNetwork([aMember('a', { 'P1.1': 'yes' })], {
        project: { name: 'Школа без бумаги', aim: 'Одна сеть' },
        texts: { events: 'Семинар\nКонкурс', problems: 'Связь', tasks: '' },
      }),
    );
    expect(lines[1]).toBe('1. Паспорт проекта');
    expect(lines.slice(2, 4)).toEqual(['Проект: Школа без бумаги', 'Цель: Одна сеть']);
    const after = lines.slice(lines.indexOf('7. Мероприятия региона'));
    expect(after.slice(0, 7)).toEqual([
      '7. Мероприятия региона',
      'Семинар',
      'Конкурс',
      '8. Проблемы',
      'Связь',
      '9. Задачи на следующий год',
      '—',
    ]);
    expect(lines).toContain('1.1 Меры по защите персональных данных выполнены | 1 из 1 | 100 %');
    expect(said(aNetwork([]))).toContain('Паспорт проекта не заполнен.');
  });

  it('[NR6] lists events, best practices and publications with the site that told them', () => {
    const lines = said(
      aNetwork([
        aMember('a', {
          'P2.1:a': { title: 'Фестиваль', date: '2017-03-01', level: 'national', remote: 'yes', participants: 12 },
          'P4.1:a': { topic: 'Журнал вовремя', url: 'https://a.ru/p' },
          'P7.2:a': { title: 'Статья', author: 'завуч', where: 'газета', year: 2017 },
          'P3.3:a': { title: 'Портфолио' },
        }),
        aMember('z', { 'P2.1:a': { title: 'Форум', participants: { typed: 'много' } } }),
      ]),
    );
    expect(lines).toContain('Школа a | Фестиваль | 01.03.2017 | всероссийский | дистанционно | 12 | ');
    expect(lines).toContain('Школа z | Форум |  |  |  |  | ');
    expect(lines).toContain('Школа a | Журнал вовремя | https://a.ru/p');
    expect(lines).toContain('Школа a | Статья | завуч | газета | 2017');
    expect(lines.join('\n')).not.toContain('Школа a | Портфолио');
    expect(said(aNetworkOf(1, 1))).toEqual(
      expect.arrayContaining(['Мероприятий не указано.', 'Практик не указано.', 'Публикаций не указано.']),
    );
  });
});
