import { expect, it } from 'vitest';
import { whole } from '../../tests/fixtures/a-monitoring-row.ts';
import { aRevision } from '../../tests/fixtures/a-revision.ts';
import { aReportInput } from '../../tests/fixtures/school-10-revisions.ts';
import { linesOf } from '../../tests/support/report-lines.ts';
import type { Json } from '../core/json.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { monitoringForm } from './monitoring-form.ts';

function documentOf(cells: Record<string, Json>, place: Record<string, Json> = {}, changes = {}) {
  const index = new RevisionIndex();
  const write = (path: string, value: Json) => index.add([aRevision({ path, value })]);
  for (const [key, value] of Object.entries(cells)) write(`2016-17/monitoring/${key}`, value);
  for (const [path, value] of Object.entries(place)) write(path, value);
  return monitoringForm(aReportInput({}, { registers: index.registers(), ...changes }));
}

it('[MS9] is one sheet with the sums, the school’s own figures and every branch’s, with room for what is private', () => {
  const branch = { '8@b1': 4, '9@b1': 0, '5@b1': 'none', '20@b1': 1, '25@b1': 'Связи нет.' };
  const report = documentOf({ ...whole, ...branch }, { '-/branch:b1': { name: 'Борская НОШ' } });
  expect([report.page, report.sections.map(({ fit }) => fit)]).toEqual(['portrait', ['one-page']]);
  const lines = linesOf(report);
  expect(lines).toContain('8 | Классов всего | 15 | 11 | 4');
  expect(lines).toContain('20 | Бумажный журнал | 1 — ведётся | 1 — ведётся | 1 — ведётся');
  expect(lines).toContain('6 | Ответственный за систему, должность | — | ____ | ____');
  expect(lines.join('\n')).toContain('25. Примечания: Борская НОШ: Связи нет.');
  expect(lines.join('\n')).toContain('Форма не закончена. Заполнено');
  const modules = { ...whole, 14: 2, '14:01': { classes: 2, name: 'Столовая', vendor: 'ООО «Питание»' } };
  expect(linesOf(documentOf(modules)).join('\n')).toContain('14. Другие модули: Столовая, ООО «Питание», классов 2.');
  const many = Object.fromEntries([1, 2, 3, 4].map((at) => [`-/branch:b${at}`, { name: `Филиал ${at}` }]));
  expect(documentOf(whole, many).page).toBe('landscape');
});

it('[MS9] stands once where there are no branches, and never shows less doubt than there is', () => {
  const lines = linesOf(documentOf(whole));
  expect(lines).toContain('8 | Классов всего | 11');
  expect(lines.join('\n')).toContain('Форма заполнена, ошибок нет.');
  expect(lines.join('\n')).toContain('Не отправлено: код школы не введён.');
  expect(linesOf(documentOf(whole, {}, { unsent: 3 })).join('\n')).toContain('НЕ ОТПРАВЛЕНО: 3');
  const wrong = linesOf(documentOf({ ...whole, 9: 12, 12: { typed: 'дюжина' } })).join('\n');
  expect(wrong).toContain('12 | Рабочих мест ученика | дюжина (не считается)');
  expect(wrong).toContain('Не сходится: В графе 9 стоит 12, это больше, чем в графе 8: 11.');
});

it('[MS9] [CX1] [CX3] checks on paper as on the screen: last year, agreements, the region’s levels, a branch written twice', () => {
  const publicOf = (values: Record<string, Json>) => {
    const index = new RevisionIndex();
    index.add(Object.entries(values).map(([path, value]) => aRevision({ path, value })));
    return index.registers();
  };
  const campaign = (id: string, asOf: string) => ({ id, schoolYear: '2016/2017', asOf, forms: ['monitoring@1'] });
  const region = {
    '-/campaign:2015-16': campaign('2015-16', '2016-05-01'),
    '-/campaign:2016-17': campaign('2016-17', '2017-05-01'),
    '-/site:other': { agreement: 'two' },
  };
  const before = { '2015-16/monitoring/5': 'tes', '2015-16/monitoring/8': 20 };
  const site = { ...whole, 21: 1, 24: 'notParticipated' };
  const printed = (more: Record<string, Json>, place: Record<string, Json> = {}) =>
    linesOf(
      documentOf(site, { ...before, ...place }, { published: [publicOf({ ...region, ...more })], schoolId: 's1' }),
    ).join('\n');
  for (const words of ['двусторонних соглашений', 'Поясните перемену', 'было 20, стало 11'])
    expect(printed({})).toContain(words);
  expect(printed({ '-/check:X13': 'off' })).not.toContain('было 20');
  const twins = { '-/branch:a': { name: 'Борская НОШ' }, '-/branch:b': { name: 'Борская НОШ' } };
  expect(printed({}, twins)).toContain('похожи на\u00a0один филиал');
});
