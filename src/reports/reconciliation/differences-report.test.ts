import { describe, expect, it } from 'vitest';
import { aPlace } from '../../../tests/fixtures/an-answers-file.ts';
import { linesOf } from '../../../tests/support/report-lines.ts';
import type { ListRow } from '../../core/reconciliation/brought-list.ts';
import { createReconciler } from '../../core/reconciliation/reconcile-list.ts';
import { differencesReport, type ReconciledList } from './differences-report.ts';

const network = [aPlace('s1', 'school', 'm', 'Ручьёвская СОШ'), aPlace('s2', 'school', 'm', 'Кедровская СОШ')];
const places = [aPlace('m', 'municipality', null, 'Ясный район'), ...network];
const { reconcile } = createReconciler(places, network);
const row = (at: number, name: string): ListRow => ({ row: at, name, address: '', municipality: '', kind: '' });

function aList(isWhole: boolean): ReconciledList {
  const rows = [row(2, 'Ручьёвская СОШ'), row(3, 'ручьевская сош')];
  const list = { id: 'v', title: 'Список', from: 'Поставщик', asOf: '2016-12-01', rows, isWhole, head: null };
  return { list, reconciliation: reconcile(rows, new Map()) };
}
const wordsOf = (list: ReconciledList): string =>
  linesOf(differencesReport([list], network, places))
    .join('\n')
    .replaceAll('\u00a0', ' ');

describe('differencesReport', () => {
  it('[RC5] [RC7] counts the schools a list has and names every difference', () => {
    const words = wordsOf(aList(true));
    expect(words).toContain('Ясный район | 1 из 2');
    expect(words).toContain('Всего | 1 из 2');
    expect(words).toMatch(/В списке дважды.*уже в строке 2/);
    expect(words).toMatch(/Есть в сети, нет в списке.*Кедровская СОШ/);
    expect(words).not.toContain('пришёл не весь');
  });

  it('[RC9] counts nothing of a list that has not come whole, calls no school missing from it and says so', () => {
    const words = wordsOf(aList(false));
    expect(words).toContain('Ясный район | пришёл не весь');
    expect(words).toContain('Всего | пришёл не весь');
    expect(words).toContain('Список пришёл не весь, здесь 2 строки.');
    expect(words).not.toMatch(/\d из \d|нет в списке/);
  });
});
