import { dateText } from './numbers.ts';
import { counted, plural } from './plural.ts';

const schools = (count: number): string => counted(count, 'школа', 'школы', 'школ');
const outOf = (n: number, of: number): string => `${n} из ${of}`;
const share = (n: number, of: number, percent: number | null): string =>
  percent === null ? outOf(n, of) : `${outOf(n, of)}, ${percent}\u00a0%`;

/** Words both reports of the region's monitoring share. */
export const regionTexts = {
  outOf,
  share,
  schools,
  regional: 'Областные организации',
  asOf: (days: readonly string[]) => `Сведения на ${days.map(dateText).join(' и ')}`,
  due: (day: string) => `сдать до ${dateText(day)}`,
  madeOn: (day: string) => `Отчёт составлен на ${dateText(day)}`,
  basis: (order: string) => `Основание: ${order}.`,
  snapshot: (n: number, of: number) => `Сдали ${outOf(n, of)}.`,
  reasons: { silent: '', draft: 'заполняет', returned: 'на доработке', empty: 'строка пуста' },
  missing: (count: number, of: number) => `Не сдали: ${outOf(count, of)}`,
  missingOf: (place: string, count: number) => `${place}, ${count}: `,
  notAnnounced: (names: string) => `Кампания не объявлена, школы не посчитаны: ${names}.`,
};

/** Words of the consolidated table. */
export const monitoringTableTexts = {
  name: 'Сводная таблица мониторинга',
  title: (form: string) => `Приложение 1. ${form}`,
  head: (place: string, n: number, of: number) => `${place}. Сдали ${outOf(n, of)}`,
  subtotal: (place: string, count: number) => `${place}, итого: ${schools(count)}`,
  total: (schoolCount: number, branchCount: number) =>
    `Всего: ${schools(schoolCount)}${branchCount > 0 ? `, ${counted(branchCount, 'филиал', 'филиала', 'филиалов')}` : ''}`,
  given: { person: 'указан', contact: 'указана' },
  event: (title: string, people: readonly string[]) => (people.length > 0 ? `${title} (${people.join(', ')})` : title),
  pupils: (count: number) => `учеников ${count}`,
  teachers: (count: number) => `педагогов ${count}`,
  modules: (items: string) => `Другие модули: ${items}.`,
  module: (parts: readonly string[]) => parts.join(', '),
  classes: (count: number) => counted(count, 'класс', 'класса', 'классов'),
  ofBranch: (branch: string, words: string) => `${branch}: ${words}`,
  explain: [
    'Числа филиалов прибавлены к строке их школы; в строке филиала стоят только название, система, ответственный и связь.',
    'Графа 19 — самое редкое внесение записей, графа 20 — «ведётся», если хотя бы где-то ведётся. Пустая клетка: сведений нет, нулём она не считается.',
  ],
  /** of contacts of staff: left out, or put in because they were asked for */
  contactsLeftOut:
    '«Указан», «указана»: фамилия, телефон и почта хранятся отдельно и стираются после кампании, здесь только отметка.',
  contactsInside:
    'В таблице контакты сотрудников, только для связи по этому мониторингу. На сервере их сотрут через 30 дней после срока, этот файл удалите сами; «указан», «указана»: контакта под рукой не было.',
  signer: 'Руководитель',
  signFields: ['подпись', 'фамилия, инициалы', 'дата'],
};

/** Words of the summary. */
export const regionSummaryTexts = {
  name: 'Свод мониторинга',
  title: (form: string, place: string) => `${form}: ${place}`,
  headline: (n: number, of: number, percent: number | null, municipalities: number) =>
    n === of
      ? `Сдали все: ${outOf(n, of)}`
      : `${plural(n, 'Сдала', 'Сдали', 'Сдали')} ${share(n, of, percent)}. Ждём ${counted(of - n, 'школу', 'школы', 'школ')}${municipalities > 0 ? ` из ${counted(municipalities, 'муниципалитета', 'муниципалитетов', 'муниципалитетов')}` : ''}`,
  nobody: (of: number) => `Ещё никто не сдал: ${outOf(0, of)}. Чисел пока нет.`,
  lead: (uses: string, paperless: string) =>
    `Электронный журнал и дневник ведут ${uses}. Отказались от бумаги ${paperless}.`,
  main: 'Главное',
  figure: 'Показатель',
  schoolsHead: 'Школы',
  percentHead: '%',
  municipal: 'В муниципалитетах',
  regional: 'Областные',
  all: 'Всего',
  figures: {
    submitted: 'Сдали, из всех школ кампании',
    uses: 'Ведут электронный журнал и дневник',
    paperless: 'Отказались от бумажного журнала',
    planned: 'Откажутся в следующем учебном году',
    sites: 'Площадки проекта',
  },
  base: (submitted: number) => `Доли, кроме первой, считаны от сдавших: ${submitted}.`,
  both: (municipal: number, regional: number, all: number) =>
    `В мониторинге ${schools(all)}: в муниципалитетах ${municipal}, областных ${regional}. Областные в число муниципальных не входят.`,
  emptyFigure: (figure: string, count: number) => `«${figure}»: не указали ${schools(count)}, в числе «да» их нет.`,
  rounding:
    'Проценты целые, половина — вверх; рядом всегда «n из N». Где части вместе составляют целое, они дают ровно 100 %: недостающее получают наибольшие остатки.',
  systems: 'По системам',
  system: 'Система',
  noSystem: 'не указана',
  systemsBase: (count: number) => `Основание: ${schools(count)}, где ведут электронный журнал и дневник.`,
  coverage: 'Охват',
  coverageHead: ['Что', 'В системе', 'Из', '%', 'Школы'],
  coverageNames: {
    '9': 'Классы в системе',
    '13': 'Классы с электронным журналом и дневником',
    '16': 'Ученики в системе',
    '18': 'Педагоги, постоянно работающие в системе',
  } as Record<string, string>,
  coverageHint:
    'Отношение сумм по строкам школ, а не среднее долей. Филиалы вошли в строку своей школы. Школа, у которой нет одного из двух чисел, не вошла ни в одно.',
  sumsHead: ['Что', 'Всего', 'Школы'],
  sumNames: {
    '10': 'Родители с доступом',
    '11': 'Рабочие места учителя',
    '12': 'Рабочие места ученика',
  } as Record<string, string>,
  network: 'Площадки проекта',
  networkBase: (count: number) => `Основание: ${counted(count, 'площадка', 'площадки', 'площадок')} проекта.`,
  noSites: 'Площадок проекта нет.',
  movement: ({
    before,
    left,
    unknown,
    joined,
    now,
  }: Record<'before' | 'left' | 'unknown' | 'joined' | 'now', number>) =>
    `С прошлого года: ${before} − ${left}${unknown > 0 ? ` − ${unknown}` : ''} + ${joined} = ${now}. Вышли ${left}${unknown > 0 ? `, ещё не сказали ${unknown}` : ''}, пришли ${joined}.`,
  years: 'К прошлому году',
  noYears: 'Сравнить не с чем: сведений прошлой кампании нет.',
  changeHead: 'Изменение',
  change: (points: number) =>
    points === 0
      ? 'без изменений'
      : `${points > 0 ? '+' : '−'}${counted(Math.abs(points), 'пункт', 'пункта', 'пунктов')}`,
  changeHint: 'Изменение: разность двух целых процентов этой строки, в процентных пунктах.',
  sameBase: (submitted: number) => `Оба раза сдали ${submitted}: основание одно.`,
  otherBase: (before: number, now: number) =>
    `Основания разные: тогда сдали ${before}, теперь ${now}. Каждый процент считан от своего.`,
  nobodyBefore: 'В прошлой кампании никто не сдал: сравнить не с чем.',
  bySystem: 'Системы: бумага и охват',
  bySystemHead: ['Система', 'Без бумаги', '%', 'Классы с журналом', '%', 'Ученики', '%'],
  bySystemHint: 'Каждая строка считана по школам этой системы, среди тех, где ведут электронный журнал и дневник.',
  systemsByPlace: 'Системы в муниципалитетах',
  systemsByPlaceDiagram: 'Системы в муниципалитетах, школы',
  otherSystems: 'остальные',
  users: 'Ведут журнал',
  onDay: (day: string) => dateText(day),
  municipalities: 'Муниципалитеты',
  municipality: 'Муниципалитет',
  sentHead: 'Сдали',
  usesHead: 'Ведут журнал',
  paperlessHead: 'Без бумаги',
  usesDiagram: 'Ведут электронный журнал и дневник, из сдавших',
  paperlessDiagram: 'Отказались от бумажного журнала, из сдавших',
};
