import { expect, it } from 'vitest';
import { aForm, anIndicator } from '../../../tests/fixtures/a-form.ts';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import { linesOf } from '../../../tests/support/report-lines.ts';
import { indicatorsOf } from '../../core/form/form.ts';
import { effectiveForm } from '../../core/form/overlay.ts';
import { legalActs } from '../../forms/legal-acts.ts';
import { shownId } from '../../texts/numbers.ts';
import type { ReportDocument } from '../report-document.ts';
import { campaignLetter } from './campaign-letter.ts';

const campaign = {
  id: '2016-17',
  title: 'Готовность',
  schoolYear: '2016/2017',
  asOf: '2017-07-06',
  due: '2017-07-10',
  basis: 'Приказ № 118',
  letter: { text: 'Просим провести самооценку.\nВажно.', number: '41', on: '2017-06-01', signer: 'Начальник отдела' },
};
const given = {
  campaign,
  form: readinessForm,
  others: [],
  municipality: 'Лугореченский округ',
  address: 'https://gotovo.example',
};

it('[CN6] says on what it rests, what is asked, by when and how it is delivered', () => {
  const lines = linesOf(campaignLetter(given));
  expect(lines[1]).toBe('Лугореченский округ\n№ 41 от 01.06.2017');
  for (const line of [
    'Просим провести самооценку.',
    'Важно.',
    'Основание: Приказ № 118',
    'Сдать: не позднее 10.07.2017',
  ])
    expect(lines).toContain(line);
  expect(lines.join('\n')).toMatch(/откройте https:\/\/gotovo\.example и введите код/);
  expect(lines.join('\n')).toMatch(/На флешке: /);
  expect(lines).toContain('Начальник отдела');
});

it('[CN6] leaves room to write what is not known, and no empty lines about it', () => {
  const { letter: _letter, basis: _basis, ...bare } = campaign;
  const lines = linesOf(campaignLetter({ ...given, campaign: bare, address: '' }));
  expect(lines[1]).toBe('Лугореченский округ\n№ ________ от ________');
  expect(lines.filter((line) => line.startsWith('Основание'))).toEqual([]);
  expect(lines.join('\n')).toMatch(/откройте адрес программы и введите/);
});

it('[CN6] explains every indicator with its evidence, acts and mark, and its points as the campaign sets them', () => {
  const form = effectiveForm(readinessForm, { points: { 'K1-01': 2.5 } });
  const lines = linesOf(campaignLetter({ ...given, form }));
  for (const { id, critical, question, evidence, law } of indicatorsOf(form)) {
    const name = critical ? `◆ ${shownId(id)}` : shownId(id);
    const row = lines.find((line) => line.startsWith(`${name} |`)) ?? '';
    expect(row).toContain(`${question}\n${evidence}`);
    for (const code of law)
      expect(row).toContain((legalActs.find((act) => act.code === code)?.short ?? code).replaceAll('№ ', '№\u00a0'));
  }
  expect(lines.find((line) => line.startsWith('К1-01 |'))).toMatch(/\| 2,5 \|/);
});

const { letter: _ours, ...plain } = campaign;
const wordsOf = (letter: ReportDocument) => linesOf(letter).join('\n').replaceAll('\u00a0', ' ');

it('[CN6] asks for what the campaign collects: without a form of indicators there is neither appendix nor paper road', () => {
  const letter = campaignLetter({ ...given, campaign: plain, form: null, others: ['Мониторинг систем'] });
  const words = wordsOf(letter);
  expect(letter.sections.map(({ title }) => title)).toEqual(['О сборе сведений']);
  expect(words).toContain('Заполнить: «Мониторинг систем».');
  expect(words).not.toMatch(/самооценки|показател|бланк/);
  const both = wordsOf(campaignLetter({ ...given, others: ['Мониторинг систем'] }));
  expect(both).toMatch(/Ответить на \d+ показател\S* самооценки/);
  expect(both).toContain('Заполнить: «Мониторинг систем».');
});

it('[CN6] explains a form of one’s own under its name, without weights where nothing of it is weighed', () => {
  const form = aForm({ A: [anIndicator('a1'), anIndicator('a2', { relevant: "${a1} = 'yes'" })] });
  const words = wordsOf(campaignLetter({ ...given, campaign: plain, form }));
  expect(words).toContain('Ответить на 2 показателя формы «Готовность к дистанционному обучению».');
  expect(words).toContain('условие проверит программа');
  expect(words).toMatch(/вес критерия 100/);
  expect(words).not.toMatch(/самооценк|◆/);
  const unweighed = { ...form, criteria: form.criteria.map((one) => ({ ...one, weight: 0 })) };
  expect(wordsOf(campaignLetter({ ...given, form: unweighed }))).not.toMatch(/вес критерия|Вес — /);
});
