import { expect, it } from 'vitest';
import { aMunicipality } from '../../../tests/fixtures/a-municipality.ts';
import { linesOf } from '../../../tests/support/report-lines.ts';
import type { Json } from '../../core/json.ts';
import type { Registers } from '../../core/submission/registers.ts';
import { municipalReport } from './municipal-report.ts';
import { editsOf, sentencePathOf, settingsOf } from './stored-report.ts';

const stored = (values: Record<string, Json>): Registers =>
  new Map(
    Object.entries(values).map(([path, value]) => [
      path,
      [{ id: path, history: 'lug:office', path, value, parents: [], gen: 1, at: '', who: '', label: '', nonce: '' }],
    ]),
  );
const edit = { text: 'Иначе.', generated: 'Так.', figures: '1 из 2' };

it('[MR2] reads an edited sentence of this campaign, and none that was taken back or is of another', () => {
  const office = stored({
    [sentencePathOf('2016-17', 'K3-03')]: edit,
    [sentencePathOf('2016-17', 'K3-04')]: null,
    [sentencePathOf('2015-16', 'K3-01')]: edit,
  });
  expect([...editsOf(office, '2016-17')]).toEqual([['K3-03', edit]]);
});

it('reads who signs, the date and free paragraphs, and prints them', () => {
  const settings = settingsOf(
    stored({
      '2016-17/report/settings': {
        reportDate: '2017-07-10',
        signer: { position: 'Главный специалист', name: 'И. И. Иванова', phone: 7 },
        notes: { conclusions: 'Итоги обсуждены на совещании.', site: 5 },
      },
    }),
    '2016-17',
  );
  expect(settings).toEqual({
    reportDate: '2017-07-10',
    signer: { position: 'Главный специалист', name: 'И. И. Иванова' },
    notes: { conclusions: 'Итоги обсуждены на совещании.' },
  });
  const lines = linesOf(municipalReport(aMunicipality({ settings })).document);
  expect(lines).toContain('Главный специалист');
  expect(lines[lines.indexOf('Предложения') - 1]).toBe('Итоги обсуждены на совещании.');
  expect(settingsOf(new Map(), '2016-17')).toEqual({ signer: {}, notes: {} });
});
