import { decimal } from './numbers.ts';
import { counted, plural } from './plural.ts';

const schools = (count: number): string => counted(count, 'школа', 'школы', 'школ');

/** Words of the picture of a municipality, on screen and on paper. */
export const pictureTexts = {
  title: (municipality: string) => `Картина: ${municipality}`,
  crumb: (schoolYear: string, sent: number, of: number, toldAt: string) =>
    `Готовность ${schoolYear}. Проверенные значения, ${sent} ${plural(sent, 'школа', 'школы', 'школ')} из ${of}${toldAt === '' ? '' : `, ${toldAt}`}`,
  toldAt: (moment: string) => `сведения на ${moment}`,
  headline: (ready: number, sent: number, notReady: number) =>
    sent === 0
      ? 'Ещё никто не сдал'
      : `Готовы ${ready} из ${sent} сдавших${notReady > 0 ? `. Не готовы ${notReady}` : ''}`,
  blockedLead: (names: string, count: number) =>
    `${count === 1 ? 'Мешают' : 'Критические показатели мешают'} ${count === 1 ? 'критические показатели: ' : 'школам: '}${names}.`,
  notSentLead: (names: string, count: number) =>
    `Не ${plural(count, 'сдала и в расчёт не входит', 'сдали и в расчёт не входят', 'сдали и в расчёт не входят')} ${schools(count)}: ${names}.`,
  empty: 'Школ в этой кампании нет',
  emptyText: 'Список школ и срок задаются на странице кампании.',
  noCampaign: 'Кампании ещё нет',
  toCampaign: 'Открыть кампанию',
  loading: (done: number, of: number) => `Считаем школы: ${done} из ${of}`,
  levels: 'Выводы',
  heat: 'Школы и критерии',
  findings: 'Частые замечания',
  changes: 'Что стало с прошлыми замечаниями',
  school: 'Школа',
  region: 'Таблица школ и критериев',
  selfAssessed: 'Самооценка',
  verified: 'После проверки',
  change: 'К прошлой',
  verdict: 'Вывод',
  mean: (count: number) => `В среднем, ${schools(count)}`,
  bands: ['ниже 50', '50 — 65', '65 — 75', '75 — 85', 'от 85'],
  blocks: 'мешает критический',
  blocking: 'мешает',
  show: 'Показать',
  shown: { verified: 'После проверки', selfAssessed: 'Самооценка', difference: 'Разница' },
  heatHint: 'Число — балл критерия, от 0 до 100. Любое число открывает ответы, из которых оно получилось.',
  differenceHint: 'Число — на сколько проверка изменила балл критерия. Любое число открывает ответы.',
  level: {
    ready: 'готова',
    readyWithRemarks: 'с замечаниями',
    partlyReady: 'готова частично',
    notReady: 'не готова',
    unfinished: 'заполнено не всё',
    notSent: 'не сдала',
  },
  state: {
    neverOpened: 'не открывала',
    filling: 'заполняет',
    submitted: 'сдано',
    returned: 'на доработке',
    accepted: 'принято',
  },
  filters: 'Отбор',
  byLevel: 'Вывод',
  byState: 'Состояние',
  byFinding: 'Замечание',
  any: 'любое',
  anyLevel: 'любой',
  reset: 'Снять отбор',
  filtered: (count: number, of: number) => `Показано ${count} из ${of}. Все числа ниже — по ним.`,
  noneFits: 'Под отбор не подходит ни одна школа',
  finding: 'Замечание',
  schools: 'Школы',
  share: 'Доля',
  which: 'Какие',
  noFindings: 'Замечаний нет.',
  outOf: (count: number, of: number) => `${count} из ${of}`,
  fixed: 'Устранено',
  remaining: 'Остаётся',
  appeared: 'Новых',
  changesLead: (fixed: number, remaining: number, appeared: number) =>
    `По школам, у которых есть прошлая кампания: устранено ${fixed}, остаётся ${remaining}, новых ${appeared}.`,
  noChanges: 'Сравнить не с чем: сведений прошлой кампании нет.',
  signed: (value: number) => (value > 0 ? `+${decimal(value, 2)}` : decimal(value, 2).replace('-', '−')),
  nothing: '—',
  xlsx: 'Таблицы в xlsx',
  docx: 'Таблицы в docx',
  saved: (name: string) => `Файл ${name} передан браузеру. Он в папке загрузок.`,
  writeFailed: 'Файл не сделан. Данные целы. Проверьте связь и попробуйте ещё раз: часть программы ещё не загружена.',
  writing: 'Делаем файл…',
  print: 'Напечатать',
  footer: 'Готово',
};
