import { decimal, percent } from './numbers.ts';

/** A threshold as the form or its overlay has it: «85», «87,5». */
const shown = (threshold: number): string => decimal(threshold);

/** Words of the verdict. */
export const verdictTexts = {
  crumb: (answered: number, of: number, asOf: string) =>
    `Самооценка, заполнено ${answered} из ${of}. Сведения на ${asOf}`,
  title: (words: string) => `Школа ${words}`,
  unfinished: (answered: number, of: number) => `Итога ещё нет: заполнено ${answered} из ${of}`,
  filled: (answered: number, of: number) => `Заполнено ${answered} из ${of}`,
  noScore: 'Эта форма без баллов: вывода у неё нет.',
  unfinishedText: 'Вывод появится, когда будет заполнено всё. Ниже — то, что уже посчитано.',
  blocked: (count: number, partly: number) =>
    `Не выполнено обязательных условий: ${count}${partly > 0 ? `, выполнено не полностью: ${partly}` : ''}. Пока это так, баллы вывод не меняют.`,
  capped: 'Обязательное условие выполнено не полностью: вывод не выше «готова частично».',
  free: 'Обязательные условия выполнены. Вывод дают баллы.',
  points: (total: number) => `Баллы: ${percent(total)} из 100`,
  range: (lowest: number, highest: number) => `Итог может стать от ${percent(lowest)} до ${percent(highest)}`,
  scale: ([partly, remarks, ready]: readonly [number, number, number], criterion: number) => [
    `до ${shown(partly)} не готова`,
    `${shown(partly)} — ${shown(remarks)} готова частично`,
    `${shown(remarks)} — ${shown(ready)} с замечаниями`,
    `от ${shown(ready)} готова, если каждый критерий от ${shown(criterion)}`,
  ],
  byScore: (words: string) => `По баллам школа была бы «${words}». Критические показатели решают независимо от суммы.`,
  conflicts: (count: number) => `Противоречивые ответы: ${count}, взят худший.`,
  head: (line: number) => ['Критерий', 'Балл', `0 — 100, черта на ${shown(line)}`, 'Вес', 'Отметка'],
  below: (line: number) => `ниже ${shown(line)}`,
  goOn: 'Продолжить заполнение',
  total: 'Итог',
  how: (shown: string, title: string) => `Как получилось ${shown}: ${title.toLowerCase()}`,
  howText: (earned: string, possible: string, shown: string) =>
    `Складываем «вес × доля» и делим на сумму весов. Скрытые и неприменимые показатели не входят ни в одну из сумм: 100 × ${earned} : ${possible} = ${shown}.`,
  lineHead: ['Показатель', 'Ответ', 'Вес', 'Доля', 'Вес × доля'],
  outside: 'вне расчёта',
  howTotal: (shown: string) => `Как получился итог ${shown}`,
  howTotalText: (terms: string, weights: number) =>
    `Балл каждого критерия умножен на его вес, сумма разделена на ${weights}: (${terms}) : ${weights}. Считаем без округления, округляем один раз, в конце.`,
  findings: (count: number) => `Замечания и что с ними делать: ${count}`,
  noFindings: 'Замечаний нет.',
  byImportance: 'По важности',
  byCriterion: 'По критериям',
  open: 'Открыть',
  nothing: '—',
};
