import { describe, expect, it } from 'vitest';
import { aMunicipality } from '../../../tests/fixtures/a-municipality.ts';
import { linesOf } from '../../../tests/support/report-lines.ts';
import { municipalReport } from './municipal-report.ts';

const report = municipalReport(aMunicipality());
const said = new Map(report.sentences.map(({ id, text }) => [id, text.replaceAll('\u00a0', ' ')]));
const lines = linesOf(report.document).map((line) => line.replaceAll('\u00a0', ' '));
const rowOf = (name: string, after: string): string =>
  lines.slice(lines.findIndex((line) => line.includes(after))).find((line) => line.startsWith(`${name} |`)) ?? '';

/** The statements of a real report of the kind, one after the other: [row, rule, what is said, sentence ids]. */
describe('a municipality of six schools is told', () => {
  it.each<[number, string, RegExp, ...string[]]>([
    [1, 'MR1', /^Основание: приказ управления образования от 26.05.2017 № 145\.$/, 'basis'],
    [1, 'MR1', /с 29.05.2017 по 06.07.2017.*25.06.2017/, 'period', 'due'],
    [2, 'MR1', /^Цель: оценить готовность.*самооценка школ; проверка школьных сайтов; анализ/, 'aim', 'methods'],
    [3, 'MR1', /^Методика: письмо министерства образования от 01.07.2015 № 17-09\/4005\.$/, 'methodology'],
    [4, 'MR3', /^Не во всех школах \(2 из 6 не завершили\): обязанности по ведению журнала/, 'K1-04'],
    [5, 'MR4', /^Дополнить инструкции .* до 01\.09\.2017\.$/, 'K1-04:advice'],
    [6, 'MR5', /^Локальные сети работают во всех школах\. Рабочие места .* во всех школах\.$/, 'K2-02', 'K2-03'],
    [7, 'MR5', /^Продолжать обновление техники и поддержку связи\.$/, 'K2:keep-on'],
    [8, 'MR3', /^Ясноборская СОШ: записи в реестре операторов нет\.$/, 'K3-01'],
    [9, 'MR6', /^Ясноборская СОШ: подать уведомление .* номер записи\.$/, 'K3-01:advice'],
    [10, 'MR3', /^В отдельных школах \(2 из 6\): собраны не все согласия \(отказы\)\.$/, 'K3-03'],
    [11, 'MR3', /^В отдельных школах \(2 из 6\): собраны не все заявления на услугу\.$/, 'K3-04'],
    [12, 'MR6', /^Собрать недостающие согласия.*Дособрать заявления/, 'K3-03:advice', 'K3-04:advice'],
    [13, 'MR5', /^Сведения в системе в течение года вносились и обновлялись постоянно\.$/, 'K4-03'],
    [14, 'MR3', /^Все школы, кроме Речной СОШ, Ясноборской СОШ, провели год без бумажного журнала/, 'K4-02'],
    [15, 'MR6', /^Речная СОШ, Ясноборская СОШ: рассмотреть апробацию/, 'K4-02:advice'],
    [16, 'MR3', /^В отдельных школах \(2 из 6\): контроль за электронным журналом не выстроен\.$/, 'K5-04'],
    [17, 'MR3', /^Отдельные педагоги \(5 из 96, 5,21 %\): не хватает навыков/, 'K5-02'],
    [18, 'MR3', /^Отдельные педагоги \(9 из 96, 9,38 %\): есть просрочки/, 'K5-03'],
    [19, 'MR6', /^Запланировать ежемесячную.*Закрепить наставников/, 'K5-04:advice', 'K5-02:advice'],
    [20, 'MR3', /^83,33 % школ \(5 из 6\): итоги опроса родителей не представлены\.$/, 'K6-01'],
    [21, 'MR3', /^В ряде школ \(3 из 6\): способ информирования выбран не всеми/, 'K6-02'],
    [
      22,
      'MR6',
      /показ дневника.*памятку со всеми.*опрос.*план из.*письменный выбор/,
      ...['K6-04', 'K6-07', 'K6-01', 'K6-05', 'K6-02'].map((id) => `${id}:advice`),
    ],
    [23, 'MR3', /^Ясноборская СОШ: сохранность базы журнала не обеспечена\.$/, 'K7-01'],
    [24, 'MR6', /текущие отметки 5 лет, итоговые 25 лет.*сдавать в архив/, 'K7-01:advice', 'K7-02:advice'],
    [
      27,
      'MR7',
      /^Нормативные акты размещены не полностью \(2 из 6\): Речная СОШ, Ясноборская СОШ\./,
      'site:actsMissing',
    ],
    [
      27,
      'MR7',
      /^Сведения разбросаны .* \(1 из 6\).*Ссылки не открываются \(1 из 6\)/,
      'site:scattered',
      'site:brokenLinks',
    ],
    [
      27,
      'MR7',
      /^Сведения трудно найти \(1 из 6\).*устаревшие .*Условия услуги/,
      'site:navigation',
      'site:stale',
      'site:serviceMissing',
    ],
    [28, 'MR7', /^Замечания прошлого года сохраняются\.$/, 'site:again'],
    [
      31,
      'MR9',
      /^На 06\.07\.2017 .* на 99,98 % \(сведения 6 из 6 школ\), что соответствует требованию \(98 %\)/,
      'journal:mean',
    ],
    [34, 'MR13', /^Техническая готовность обеспечена во всех школах \(6 из 6\)\.$/, 'conclusion:technical'],
    [34, 'MR13', /за счёт региона \(2 из 6 школ\), за счёт самих школ \(1 из 6 школ\)/, 'conclusion:internet'],
    [35, 'MR13', /^Локальные акты обновлены, .* не менее чем на 98 % во всех школах \(6 из 6\)\.$/, 'conclusion:work'],
    [36, 'MR13', /^Все школы, кроме Ясноборской СОШ, готовы .* \(5 из 6\)\.$/, 'conclusion:verdict'],
    [36, 'MR13', /^Не готова: Ясноборская СОШ \(К3-01, К7-01\)\.$/, 'conclusion:notReady'],
  ])('row %i [%s] %s', (_row, _rule, words, ...ids) => {
    expect(ids.map((id) => said.get(id)).join(' ')).toMatch(words);
  });

  it('row 25 [MR12] a diagram of the totals with their mean, and the seven criteria in its table', () => {
    const [diagram] = diagrams();
    expect(diagram).toMatchObject({ kind: 'bars', max: 100 });
    expect(diagram?.kind === 'bars' && diagram.rows.map(({ words }) => words.replaceAll('\u00a0', ' '))).toContain(
      '76,20 %, не готова',
    );
    expect(rowOf('Ясноборская СОШ', 'Показатели к диаграмме 1')).toBe(
      'Ясноборская СОШ | 94,18 | 100,00 | 70,19 | 61,90 | 81,25 | 70,24 | 55,00 | 76,20 | не готова',
    );
  });

  it('row 26 [MR7] Table 2 with its title, a mark for every state and the percent', () => {
    expect(lines).toContain('Таблица 2. Размещение нормативных актов и сведений на сайтах школ');
    expect(rowOf('Ясноборская СОШ', 'Таблица 2')).toBe(
      'Ясноборская СОШ | + | у | + | + | + | – | + | + | + | + | + | н | + | ± | 82,69',
    );
  });

  it('row 29 [MR8] the ranking, equal percents on one place', () => {
    const at = lines.indexOf('Показатели к диаграмме 2');
    expect(lines.slice(at + 1, at + 7)).toEqual([
      '1 | Луговая СОШ | 14 из 14 | 100,00 %',
      '1 | Тихоключевская ООШ | 14 из 14 | 100,00 %',
      '1 | Кедровоплёсская ООШ | 14 из 14 | 100,00 %',
      '1 | Дальнеозёрная СОШ | 14 из 14 | 100,00 %',
      '2 | Речная СОШ | 11,75 из 14 | 83,93 %',
      '3 | Ясноборская СОШ | 10,75 из 13 | 82,69 %',
    ]);
  });

  it('row 30 [MR9] every month from September to July', () => {
    const lineDiagram = diagrams().find(({ kind }) => kind === 'lines');
    expect(lineDiagram).toMatchObject({ columns: expect.arrayContaining(['сен 16', 'июл 17']), target: 98 });
    expect(rowOf('Ясноборская СОШ', 'Показатели к диаграмме 3')).toBe(
      'Ясноборская СОШ | 97,20 | 97,80 | 98,00 | 97,50 | 97,90 | 98,30 | 98,40 | 98,60 | 99,00 | 99,60 | 99,88 | 98,38',
    );
    expect(rowOf('Среднее', 'Показатели к диаграмме 3')).toMatch(/^Среднее \| 98,70 .* \| 99,98 \| 98,97$/);
  });

  it('row 32 [MR10] Table 3, six rows', () => {
    const at = lines.findIndex((line) => line.startsWith('Таблица 3.'));
    expect(lines.slice(at + 1, at + 7)).toEqual([
      'Луговая СОШ | внесены полностью | внесены полностью',
      'Речная СОШ | в части протоколов нет отметки о сдаче | не внесены: МАТ (06.06.2017, 22.06.2017); РУС (29.06.2017) (технические причины)',
      'Ясноборская СОШ | – | результаты внесены не полностью',
      'Тихоключевская ООШ | – | часть результатов не внесена (технические причины)',
      'Кедровоплёсская ООШ | – | во внесённых протоколах нет балла и отметки о сдаче',
      'Дальнеозёрная СОШ | внесены полностью | сведения не представлены',
    ]);
  });

  it('row 33 [MR11] who told of the closed year, whatever it came to', () => {
    expect(said.get('year')).toBe('Все школы, кроме Луговой СОШ, не представили сведений о закрытии года.');
  });

  it('row 37 [MR14] the twelve proposals, who answers for each, until when, and where it comes from', () => {
    expect(report.proposals.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, at) => `1.${at + 1}`));
    const by = new Map(report.proposals.map((one) => [one.id, one]));
    expect(by.get('1.8')).toMatchObject({
      responsible: ['yasny'],
      deadline: '2017-09-01',
      sources: ['K7-01', 'K7-02'],
    });
    expect(by.get('1.10')?.text).toMatch(/^До 31\.08\.2017 внести/);
    expect(by.get('1.2')).toMatchObject({ responsible: null, deadline: null, isStanding: true, sources: [] });
    expect(lines).toContain('1.8 | Обеспечить сохранность базы журнала. | директор: Ясноборская СОШ | 01.09.2017');
  });
});

function diagrams() {
  return report.document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'diagram' ? [block.diagram] : [])),
  );
}
