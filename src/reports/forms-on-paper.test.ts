import { describe, expect, it } from 'vitest';
import { aSchool10, readinessForm } from '../../tests/fixtures/school-10.ts';
import { aReportInput } from '../../tests/fixtures/school-10-revisions.ts';
import { linesOf } from '../../tests/support/report-lines.ts';
import { indicatorsOf } from '../core/form/form.ts';
import { monthText, shownId } from '../texts/numbers.ts';
import { answerOptionsOf } from './answer-words.ts';
import { blankForm } from './blank-form.ts';
import { filledForm } from './filled-form.ts';
import { reports } from './reports.ts';

const long = 'Подробное пояснение. '.repeat(60).trim();

describe('the filled form', () => {
  const answers = aSchool10({
    'K1-01#evidence': { number: 'приказ № 41', date: '2016-08-29', link: 'https://example.ru/41', note: long },
    'K1-01#comment': long,
    'K5-01': { typed: 'почти все' },
    'K3-02': 'yes',
    'JRN:2016-10': 'notProvided',
    'SITE:S-03#url': 'https://example.ru/s3',
    '-/passport/address': 'с. Ясный Бор, Школьная, 4',
    '-/passport/sedSystem': 'dnevnikRu',
    '-/branch:f1': { name: 'Начальная школа', pupils: 10, teachers: 2, classes: 4 },
  });
  const lines = linesOf(
    filledForm(
      aReportInput(answers, {
        conflicts: {
          'K1-04': [{ n: 12 }, { n: 14 }],
          '-/passport/building:a': [
            { address: 'Школьная, 4', lan: true },
            { address: 'Школьная, 6', lan: true },
          ],
        },
      }),
    ),
  );
  const rowOf = (id: string) => lines.find((line) => line.startsWith(`${id} |`) || line.startsWith(`◆ ${id} |`));

  it('[RP7] has a row for every indicator, with answer, documents and comment uncut', () => {
    for (const { id, question } of indicatorsOf(readinessForm)) expect(rowOf(shownId(id))).toContain(question);
    expect(rowOf('К1-01')).toContain(`\nПодтверждение: приказ № 41 от 29.08.2016, https://example.ru/41, ${long}`);
    expect(rowOf('К1-01')).toContain(`\nКомментарий: ${long} | Да`);
    expect(rowOf('К3-10')).toContain('| Не применимо: не публикуем');
  });

  it('[RP7] shows every one of different answers, what could not be read, and what is hidden now', () => {
    expect(rowOf('К1-04')).toMatch(/\| 1[24] из 19 \/ 1[24] из 19\nпротиворечивые ответы, взят худший$/);
    expect(lines.find((line) => line.startsWith('Школьная'))).toMatch(
      /^Школьная, [46] \/ Школьная, [46] \| — \| Да \|/,
    );
    expect(rowOf('К5-01')).toContain('| почти все\nне считается: исправьте');
    expect(rowOf('К3-02')).toContain('| не спрашивается\nраньше отвечено: Да');
  });

  it('[RP7] has the passport, branches and every row of the tables', () => {
    for (const line of [
      '7. Хранение данных: заполнено 7 из 7, балл 55,00\u00a0%',
      'Учеников: 90, с филиалами 100',
      'Адрес: с. Ясный Бор, Школьная, 4',
      'Система: Дневник.ру',
      'Начальная школа | — | — | 10 | 2 | 4',
      'сентябрь 2016 | — | — | 97,20\u00a0%',
      'октябрь 2016 | — | — | Нет данных',
      'Сведения о закрытии года: не представлены.',
      'ОГЭ | Русский язык | 30.05.2017 | — | внесён частично | — | — | —',
      'Результаты экзаменов: внесено полностью 0 из 3',
    ])
      expect(lines).toContain(line);
    expect(rowOf('С-03')).toContain('https://example.ru/s3');
  });

  it('[RP7] shows year closing row by row once it is reported', () => {
    const reported = aSchool10({
      'YEAR:reported': true,
      'YEAR:Y-1': { done: 10, total: 11 },
      'YEAR:reportedOn': '2017-06-30',
    });
    const shown = linesOf(filledForm(aReportInput(reported)));
    expect(shown).toContain('Итоговые отметки выставлены, классы | 10 | 11 | 90,91\u00a0%');
    expect(shown).toContain('Результаты ГИА внесены, экзамены | 0 | 3 | 0,00\u00a0%');
    expect(shown).toContain('Дата представления: 30.06.2017');
  });
});

describe('the blank form', () => {
  const report = blankForm(
    aReportInput(aSchool10(), {
      campaign: { id: '2016-17', schoolYear: '2016/2017', asOf: '2017-07-06', due: '2017-07-10' },
    }),
  );
  const lines = linesOf(report);

  it('[RP9] is ten one-page sheets with every asked indicator, table row and nothing answered', () => {
    expect(report.sections.map((one) => one.fit)).toEqual(Array(10).fill('one-page'));
    expect(report.sections.map((one) => one.footer.right)[9]).toBe('лист 10 из 10');
    for (const { id, kind } of indicatorsOf(readinessForm))
      expect([id, lines.some((line) => line.includes(`${shownId(id)} |`))]).toEqual([id, kind !== 'derived']);
    for (const { id } of readinessForm.site.checks)
      expect(lines.some((line) => line.startsWith(shownId(id)))).toBe(true);
    expect(lines).toContain(`М07 ${monthText('2017-07')} |  |  | `);
    for (const line of ['П1 Учеников | ', 'Г1 Итоговые отметки выставлены, классы |  | '])
      expect(lines).toContain(line);
    expect(lines.join('\n')).not.toMatch(/не публикуем|97,20|12 из 19|СОШ № 10/);
    expect(lines[1]).toBe('Самооценка готовности, 2016/2017 учебный год, сведения на 06.07.2017. Сдать до 10.07.2017.');
  });

  it('[RP6] numbers the squares as fast entry does, in the order of the screen', () => {
    const row = (id: string) => lines.find((line) => line.includes(`${id} |`)) ?? '';
    expect(row('К3-05')).toContain('□ 1 да □ 2 частично □ 3 нет □ 4 не применимо □ 5 не представлено');
    expect(row('К3-01')).toContain('□ 1 да □ 2 нет □ 3 не представлено');
    expect(row('К3-03')).toContain('____ из ____ учеников\n□ не применимо □ не представлено');
    expect(row('К3-02')).toContain('Если в К3-01 ответ «да».');
    const { words } = answerOptionsOf(indicatorsOf(readinessForm)[0] ?? expect.fail())[3] ?? expect.fail();
    expect(words).toBe('Не применимо');
  });
});

it('lists every report under the name the command line knows', () => {
  expect(reports.map((one) => one.name)).toEqual(['score-sheet', 'filled-form', 'blank-form', 'monitoring-form']);
  for (const one of reports) expect(one.documentOf(aReportInput({})).sections.length).toBeGreaterThan(0);
});
