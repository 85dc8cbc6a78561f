import { genitiveOf } from './genitive.ts';
import { percent } from './numbers.ts';
import { plural } from './plural.ts';

const outOf = (count: number, of: number): string => `${count} из ${of}`;
/** «кроме Берёзовской СОШ, СОШ № 10» */
const inGenitive = (names: readonly string[]): string => names.map((name) => genitiveOf(name) ?? name).join(', ');
const readiness = 'к ведению учёта успеваемости только в электронном виде';

/** How a finding is told of schools, by style. Names come as a list, clauses without a full stop. */
export const findingTexts = {
  outOf,
  named: (names: string, finding: string) => `${names}: ${finding}.`,
  exceptFailed: (names: readonly string[], clause: string) => `Все школы, кроме ${inGenitive(names)}, ${clause}.`,
  allFail: (clause: string) => `Все школы ${clause}.`,
  percent: (n: number, of: number, finding: string) => `${percentOf(n, of)} школ (${outOf(n, of)}): ${finding}.`,
  notAll: (n: number, of: number, finding: string) =>
    n === of
      ? `Во всех школах (${outOf(n, of)}): ${finding}.`
      : `Не во всех школах (${outOf(n, of)} не завершили): ${finding}.`,
  counted: (n: number, of: number, finding: string) => `В школах (${outOf(n, of)}): ${finding}.`,
  some: (n: number, of: number, finding: string) => {
    const words =
      3 * n <= of
        ? 'В отдельных школах'
        : 3 * n <= 2 * of
          ? 'В ряде школ'
          : n < of
            ? 'В большинстве школ'
            : 'Во всех школах';
    return `${words} (${outOf(n, of)}): ${finding}.`;
  },
  staff: (missing: number, total: number, finding: string) => {
    const words =
      5 * missing <= total
        ? 'Отдельные педагоги'
        : 2 * missing <= total
          ? 'Значительная часть педагогов'
          : 'Большинство педагогов';
    return `${words} (${outOf(missing, total)}, ${percentOf(missing, total)}): ${finding}.`;
  },
  silent: (names: string) => `Не представили сведений: ${names}.`,
  none: 'Замечаний нет.',
  nobody: 'Сведения не представлены.',
  keepOn: 'Продолжать эту работу.',
  keepOnResources: 'Продолжать обновление техники и поддержку связи.',
};

/** A share of the whole with two decimals; half goes up as everywhere (SC6). */
function percentOf(count: number, of: number): string {
  return percent(Math.floor((10_000 * count) / of + 0.5 + 1e-9) / 100);
}

export const municipalTexts = {
  outOf,
  percentOf,
  name: 'Справка по муниципалитету',
  title: (municipality: string, schoolYear: string) => {
    const whose = genitiveOf(municipality);
    return `Справка о готовности школ ${whose ?? `(${municipality})`} ${readiness}, ${schoolYear} учебный год`;
  },
  headings: {
    grounds: 'Основание, цель и методы',
    criteria: 'Результаты самооценки по критериям',
    readiness: 'Готовность школ',
    site: 'Сведения об электронном журнале на сайтах школ',
    journal: 'Заполнение электронных журналов',
    exams: 'Результаты экзаменов в электронном журнале',
    year: 'Закрытие учебного года',
    conclusions: 'Выводы',
    proposals: 'Предложения',
    missing: 'Не представили сведения',
  },
  basis: (basis: string) => `Основание: ${basis.replace(/\.$/, '')}.`,
  period: (from: string, to: string) => `Период проведения: с ${from} по ${to}.`,
  due: (day: string) => `Срок представления сведений: ${day}.`,
  asOf: (day: string, reportDate: string) => `Сведения приведены по состоянию на ${day}. Дата справки: ${reportDate}.`,
  response: (n: number, of: number) =>
    `Сведения представили ${outOf(n, of)} школ (${percentOf(n, of)}).${
      n > 0 && n < of ? ' Цифры и выводы ниже относятся только к школам, представившим сведения.' : ''
    }`,
  aim: (schoolYear: string) => `Цель: оценить готовность школ ${readiness} по итогам ${schoolYear} учебного года.`,
  methods:
    'Методы: самооценка школ; проверка школьных сайтов; анализ заполнения журналов, закрытия учебного года и результатов экзаменов.',
  methodology: (letter: string) => `Методика: ${letter.replace(/\.$/, '')}.`,
  table: (no: number, title: string) => `Таблица ${no}. ${title}`,
  diagram: (no: number, title: string) => `Диаграмма ${no}. ${title}`,
  diagramFigures: (no: number) => `Показатели к диаграмме ${no}`,
  criteriaTable: 'Проблемные моменты и рекомендации',
  criteriaHead: ['Критерий', 'Проблемные моменты', 'Рекомендации для ОО'],
  carriedOver: (n: number, of: number, items: string) =>
    `С прошлого года не устранены замечания (${outOf(n, of)}): ${items}.`,
  readinessDiagram: 'Итоги школ и критериев, %',
  school: 'Школа',
  total: 'Итог',
  selfAssessed: 'По само\u00adоценке',
  difference: 'Разница',
  level: 'Вывод',
  mean: 'Среднее',
  lowest: 'Наименьшее',
  highest: 'Наибольшее',
  change: 'Изменение за месяц',
  meanWords: (value: number, n: number, of: number) =>
    `Средний итог по муниципалитету: ${percent(value)} (сведения ${outOf(n, of)} школ).`,
  unfinished: (answered: number, of: number) => `заполнено ${outOf(answered, of)}`,
  nothing: '–',
  criteriaKey: (items: string) => `${items}.`,
  siteTable: 'Размещение нормативных актов и сведений на сайтах школ',
  siteKey:
    'Обозначения: «+» размещено; «±» частично; «у» устарело; «с» ссылка не открывается; «–» нет; «н» не применимо; пусто: не проверено.',
  siteChecks: 'Проверки сайтов, по столбцам таблицы 2',
  siteChecksHead: ['№', 'Проверка', 'Что проверяется'],
  siteMarks: { ok: '+', partly: '±', stale: 'у', broken: 'с', missing: '–', na: 'н' } as Readonly<
    Record<string, string>
  >,
  siteScore: 'Итог, %',
  siteNone: 'Сайты школ не проверены.',
  siteClean: 'Замечаний к сайтам школ нет.',
  siteRemark: (words: string, n: number, of: number, names: string) => `${words} (${outOf(n, of)}): ${names}.`,
  siteAgain: (names: string) =>
    names === '' ? ' Сохраняется с прошлого года.' : ` Сохраняется с прошлого года: ${names}.`,
  siteAllAgain: 'Замечания прошлого года сохраняются.',
  remarkGroups: {
    actsMissing: ['Нормативные акты размещены не полностью', 'собрать полный пакет актов на одной странице'],
    scattered: ['Сведения разбросаны по разным разделам сайта', 'связать разделы ссылками'],
    brokenLinks: ['Ссылки не открываются', 'исправить ссылки и проверять их раз в месяц'],
    navigation: ['Сведения трудно найти', 'упростить меню и названия файлов'],
    stale: ['Размещены устаревшие документы', 'пометить или убрать отменённые документы'],
    serviceMissing: ['Условия услуги изложены не полностью', 'изложить условия услуги одной короткой страницей'],
  } as Readonly<Record<string, readonly [finding: string, advice: string]>>,
  siteAdvice: (items: string) => `Рекомендуется: ${items}.`,
  ranking: 'Рейтинг размещения сведений на сайтах школ',
  rankingHead: ['Место', 'Школа', 'Баллы', 'Итог'],
  place: (no: number, value: number) => `${no} место, ${percent(value)}`,
  journalDiagram: 'Заполнение журналов по месяцам, %',
  year: 'Год',
  journalMean: (day: string, value: number, n: number, of: number, target: number) =>
    `На ${day} журналы заполнены в среднем на ${percent(value)} (сведения ${outOf(n, of)} школ), что ${
      value >= target ? 'соответствует требованию' : 'ниже требования'
    } (${target}\u00a0%).`,
  journalYear: (value: number, n: number, of: number, good: number) =>
    `За год в среднем: ${percent(value)} (сведения ${outOf(n, of)} школ); требование за год выполнили ${outOf(good, n)} школ.`,
  journalLow: (low: number, n: number, of: number, items: string) =>
    `Менее ${low}\u00a0% заполнено в отдельные месяцы (${outOf(n, of)} школ): ${items}.`,
  journalMissing: (n: number, of: number, items: string) => `Нет данных (${outOf(n, of)} школ): ${items}.`,
  journalNone: 'Сведения о заполнении журналов не представлены.',
  examsTable: 'Внесение результатов экзаменов в электронный журнал',
  exams: (n: number, of: number) => `Результаты экзаменов внесены полностью в ${outOf(n, of)} школ с выпускниками.`,
  examsSchool: 'ОО',
  examKinds: ['ЕГЭ', 'ОГЭ', 'ГВЭ'],
  cell: {
    none: '–',
    notProvided: 'сведения не представлены',
    complete: 'внесены полностью',
    nothingLoaded: 'результаты внесены не полностью',
    partly: 'часть результатов не внесена',
    technical: ' (технические причины)',
    notLoaded: (items: string) => `не внесены: ${items}`,
    bothMissing: 'во внесённых протоколах нет балла и отметки о сдаче',
    resultMissing: 'в части протоколов нет отметки о сдаче',
    scoreMissing: 'в части протоколов нет балла',
  },
  yearAll: 'Все школы представили сведения о закрытии года.',
  yearOne: 'представлены сведения о закрытии года',
  technical: (n: number, of: number) =>
    n === of
      ? `Техническая готовность обеспечена во всех школах (${outOf(n, of)}).`
      : `Техническая готовность обеспечена в ${outOf(n, of)} школ.`,
  technicalLacking: (names: string) => ` Не обеспечена: ${names}.`,
  funding: (items: string) => `Интернет во вторых зданиях оплачивается: ${items}.`,
  funders: { regional: 'за счёт региона', municipal: 'за счёт муниципалитета', own: 'за счёт самих школ' } as const,
  fundingOf: (words: string, n: number, of: number) => `${words} (${outOf(n, of)} школ)`,
  work: (target: number, of: number) =>
    `Локальные акты обновлены, сведения в системе актуальны, журналы за год заполнены не менее чем на ${target}\u00a0% во всех школах (${outOf(of, of)}).`,
  workParts: (acts: string, data: string, fill: string, target: number) =>
    `Локальные акты своевременно обновлены в ${acts} школ, сведения в системе актуальны в ${data} школ, журналы за год заполнены не менее чем на ${target}\u00a0% в ${fill} школ.`,
  /** `isWhole`: every school expected sent its answers; else «все» are those that did */
  verdict: (ready: readonly string[], others: readonly string[], isWhole: boolean) => {
    const all = isWhole ? 'Все школы' : 'Все представившие сведения школы';
    const none = isWhole ? 'Ни одна школа' : 'Ни одна из представивших сведения школ';
    const of = ready.length + others.length;
    const figures = `(${outOf(ready.length, of)})`;
    if (ready.length === 0) return `${none} не готова ${readiness} (${outOf(0, of)}).`;
    if (others.length === 0) return `${all} готовы ${readiness} ${figures}.`;
    return others.length <= ready.length
      ? `${all}, кроме ${inGenitive(others)}, готовы ${readiness} ${figures}.`
      : `Готовы ${readiness} только: ${ready.join(', ')} ${figures}.`;
  },
  verdictOf: {
    partlyReady: (names: string, n: number) =>
      `${plural(n, 'Готова частично', 'Готовы частично', 'Готовы частично')}: ${names}.`,
    notReady: (names: string, n: number) => `${plural(n, 'Не готова', 'Не готовы', 'Не готовы')}: ${names}.`,
  },
  verdictUnfinished: (n: number, of: number, names: string) =>
    `Самооценка заполнена не полностью (${outOf(n, of)}), вывода нет: ${names}.`,
  toPrincipals: '1. Директорам школ:',
  proposals: {
    '1.1': 'Поддерживать локальные акты об электронном журнале в актуальном состоянии.',
    '1.2': 'Продолжать обновление техники и поддержку локальной сети.',
    '1.3': 'Проверить запись школы в реестре операторов; при отсутствии подать уведомление.',
    '1.4': 'Иметь согласия (отказы) и заявления родителей по всем обучающимся.',
    '1.5': 'Помочь родителям и ученикам пользоваться дневником.',
    '1.6': 'Вносить записи вовремя и полностью.',
    '1.7': 'Поддерживать качество работы в системе.',
    '1.8': 'Обеспечить сохранность базы журнала.',
    '1.9': 'Собрать на странице услуг полный пакет документов и действующие ссылки.',
    '1.10': 'До {deadline} внести результаты экзаменов, итоговые отметки, аттестаты, перевод и зачисление.',
    '1.11': 'Провести апробацию без бумажного журнала во всех параллелях в следующем учебном году.',
    '1.12': 'Обеспечить постоянный контроль работы педагогов в системе.',
  },
  proposalsHead: ['№', 'Предложение', 'Ответственные', 'Срок'],
  principals: 'директора школ',
  principalsOf: (names: readonly string[]) =>
    `${plural(names.length, 'директор', 'директора', 'директора')}: ${names.join(', ')}`,
  always: 'постоянно',
  missing: (n: number, of: number, names: string) => `Не представили (${outOf(n, of)}): ${names}.`,
  signer: 'Исполнитель',
  signFields: ['подпись', 'фамилия, инициалы', 'дата'],
  appendix: 'Приложение',
  appendixTitle: 'Сведения, по которым составлена справка',
  appendixHead: ['№', 'Школа', 'Отпечаток сведений', 'Замечаний'],
  notSent: 'не представлены',
  snapshot: (n: number, of: number, day: string) => `Справка на ${day} по сведениям ${outOf(n, of)} школ`,
};
