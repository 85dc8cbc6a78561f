import { describe, expect, it } from 'vitest';
import { aFullSchool, aSchool10, readinessForm } from '../../tests/fixtures/school-10.ts';
import { aReportInput } from '../../tests/fixtures/school-10-revisions.ts';
import { cellText, linesOf } from '../../tests/support/report-lines.ts';
import { indicatorsOf } from '../core/form/form.ts';
import { plainText, type ReportDocument } from './report-document.ts';
import { scoreSheet } from './score-sheet.ts';
import { scoreSheetFigures } from './score-sheet-figures.ts';

const tablesOf = (report: ReportDocument) =>
  report.sections.flatMap((one) => one.blocks).filter((one) => one.kind === 'table');

describe('the score sheet', () => {
  it('[RP3] tells the worked example: reasons first, then 76,20 %', () => {
    const lines = linesOf(
      scoreSheet(aReportInput(aSchool10({ 'K1-01#evidence': { number: '41', date: '2016-08-29' } }))),
    );
    const verdict = lines.indexOf('Школа не готова');
    expect(lines.slice(verdict, verdict + 3)).toEqual([
      'Школа не готова',
      'Причины: 1) ◆ записи в реестре операторов нет (К3-01); 2) ◆ сохранность базы журнала не обеспечена (К7-01).',
      'Баллы: 76,20\u00a0% из 100. По одним баллам вывод был бы «готова с замечаниями», но критические показатели (◆) решают независимо от суммы.',
    ]);
    expect(lines).toContain('4. Качество работы в системе | 9 из 9 | 61,90\u00a0% | [61.9]');
    expect(lines).toContain('Итого | 54 из 54 | 76,20\u00a0% | взвешенно');
    expect(lines).toContain('Экзамены: внесено полностью 0 из 3');
    expect(lines).toContain('Не применимо: К3-10 (не публикуем)');
    expect(lines).toContain('Не спрашивается: К3-02, К6-05');
    expect(lines).toContain('К1-01 № 41 от 29.08.2016.');
    expect(lines).toContain(
      'К1-04 | Обязанности по ведению журнала оформлены не у всех работников. | 12 из 19 | Дополнить инструкции (договоры) обязанностью вести электронный журнал и дневник. | 01.09.2017',
    );
    expect(lines.find((line) => line.startsWith('К4-07'))).toMatch(/\| 0 из 3 \|.*\| 31\.08\.2017$/);
  });

  it('[RP3] gives sixteen findings with advice, critical first, and names the others', () => {
    const no = Object.fromEntries(
      indicatorsOf(readinessForm)
        .filter((one) => one.kind.startsWith('yes'))
        .map((one) => [one.id, 'no']),
    );
    const report = scoreSheet(aReportInput(aFullSchool(no)));
    const rows = (tablesOf(report)[0]?.rows ?? []).map((row) => cellText(row[0] ?? ''));
    expect(rows).toHaveLength(16);
    expect(rows.slice(0, 4).map((id) => id.startsWith('◆'))).toEqual([true, true, true, false]);
    const others = linesOf(report).find((line) => line.startsWith('Ещё '));
    const all = aReportInput(aFullSchool(no)).assessment.findings.length;
    expect(others?.match(/К\d-\d\d/g)).toHaveLength(all - 16);
  });

  it('[RP3] cuts long texts and says how many documents stand only in the filled form', () => {
    const long = 'слово '.repeat(400);
    const documents = indicatorsOf(readinessForm).map((one) => [`${one.id}#evidence`, { number: long }]);
    const input = aReportInput(aFullSchool({ ...Object.fromEntries(documents), '-/passport/address': long }), {
      placeName: long,
    });
    const lines = linesOf(scoreSheet(input));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(3000);
    expect(lines.find((line) => line.startsWith('К1-01 слово'))).toMatch(/ещё \d+ — в заполненной форме\.$/);
  });

  it('[RP4] shows no level, no total and no half-filled score while anything is unanswered', () => {
    const input = aReportInput(aSchool10({ 'K1-01': null, 'K5-04': null }));
    const lines = linesOf(scoreSheet(input));
    expect(lines).toContain('Итога ещё нет: заполнено 52 из 54');
    expect(lines.some((line) => /^Итог может стать от \d+,\d\d\u00a0% до \d+,\d\d\u00a0%\.$/.test(line))).toBe(true);
    expect(lines.find((line) => line.startsWith('Уже мешает:'))).toContain('К7-01');
    expect(lines).toContain('1. Локальные нормативные акты | 7 из 8 | — | ');
    expect(lines).toContain('Итого | 52 из 54 | — | ');
    expect(lines.join()).not.toMatch(/Школа не готова|Баллы:/);
  });

  it('says what caps the verdict, what is below the line, and that different answers took the worst', () => {
    const capped = linesOf(scoreSheet(aReportInput(aFullSchool({ 'K1-02': 'partial' }))));
    expect(capped).toContain('Школа готова частично');
    expect(capped).toContain('Обязательное условие выполнено не полностью: вывод не выше «готова частично».');
    const low = linesOf(
      scoreSheet(aReportInput(aFullSchool({ 'K7-02': 'no', 'K7-03': 'notProvided', 'K7-05': 'no' }))),
    );
    expect(low).toContain('Школа готова с замечаниями');
    expect(low.find((line) => line.startsWith('Для вывода «готова»'))).toMatch(/от 65: К7 55,00\u00a0%\.$/);
    const conflicts = { 'K1-04': [{ n: 12 }, { n: 14 }] };
    const both = linesOf(scoreSheet(aReportInput(aFullSchool(), { conflicts })));
    expect(both).toContain('Противоречивые ответы: 1, взят худший.');
    expect(both.find((line) => line.startsWith('К1-04'))).toMatch(/1[24] из 19 \/ 1[24] из 19/);
    expect(linesOf(scoreSheet(aReportInput(aFullSchool())))).toContain('Замечаний нет.');
  });

  it.each([
    [null, 'Не отправлено: код школы не введён.'],
    [3, 'НЕ ОТПРАВЛЕНО: 3\u00a0записи.'],
    [0, 'Всё подтверждено сервером.'],
  ])('[RP5] with %s unsent revisions says «%s»', (unsent, words) => {
    const input = aReportInput(aSchool10(), { unsent, revisionCount: 212 });
    const footer = scoreSheet(input).sections[0]?.footer.left ?? '';
    const hash = input.hash.replaceAll('-', '\u2011');
    expect(plainText(footer)).toBe(`${words} Дата отчёта 06.07.2017, 212\u00a0записей, отпечаток\u00a0${hash}`);
    expect(input.hash).toMatch(/^([0-9A-F]{4}-){2}[0-9A-F]{4}$/);
  });

  it('[RP8] gives the verified figures first once something was verified, and the school’s own beside them', () => {
    const { assessment } = aReportInput(aSchool10());
    const { assessment: verified } = aReportInput(aFullSchool());
    expect(scoreSheetFigures({ assessment, verified })).toMatchObject({
      total: 100,
      level: 'ready',
      blockedBy: [],
      findings: [],
      selfAssessed: { total: 76.2, level: 'notReady' },
      verified: { total: 100, level: 'ready' },
    });
  });

  it('[RP8] gives the same figures to other programs', () => {
    const { assessment } = aReportInput(aSchool10());
    const scores = {
      criteria: { K1: 94.18, K2: 100, K3: 70.19, K4: 61.9, K5: 81.25, K6: 70.24, K7: 55 },
      total: 76.2,
      level: 'notReady',
    };
    expect(scoreSheetFigures({ assessment, verified: null })).toEqual({
      ...scores,
      blockedBy: ['K3-01', 'K7-01'],
      cappedBy: [],
      progress: { answered: 54, of: 54 },
      findings: assessment.findings.map((one) => one.indicatorId),
      selfAssessed: scores,
      verified: null,
    });
    expect(scoreSheetFigures({ assessment, verified: null }).findings.slice(0, 2)).toEqual(['K3-01', 'K7-01']);
    const unfinished = scoreSheetFigures(aReportInput(aSchool10({ 'K1-01': null })));
    expect([unfinished.total, unfinished.level, unfinished.selfAssessed.level]).toEqual([null, null, null]);
  });
});
