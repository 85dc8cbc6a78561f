import { expect, it } from 'vitest';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import { linesOf } from '../../../tests/support/report-lines.ts';
import { indicatorsOf } from '../../core/form/form.ts';
import { effectiveForm } from '../../core/form/overlay.ts';
import { legalActs } from '../../forms/legal-acts.ts';
import { shownId } from '../../texts/numbers.ts';
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
const given = { campaign, form: readinessForm, municipality: 'Лугореченский округ', address: 'https://gotovo.example' };

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
