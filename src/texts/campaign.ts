import { shownId } from './numbers.ts';
import { counted } from './plural.ts';

/** Words of the campaign's page. */
export const campaignTexts = {
  title: 'Кампания',
  newTitle: 'Новая кампания',
  crumb: 'К срокам',
  which: 'Какая кампания',
  draft: 'Черновик виден только в управлении образования и сохраняется сам.',
  published: 'Опубликована: школы получают её при связи с сервером или с файлом.',
  changed: 'Есть неопубликованные изменения.',
  locked: (count: number) => `${counted(count, 'школа уже сдала', 'школы уже сдали', 'школ уже сдали')}`,
  lockedText:
    'Поэтому изменить можно только срок и письмо. Веса, пороги, тексты и состав школ остаются такими, по каким школы сдавали. Для других нужна новая кампания.',
  saved: 'Черновик сохранён.',
  notSaved:
    'Черновик не сохранён: память браузера его не приняла. Написанное на экране цело. Освободите место на диске.',
  otherDraft: (label: string, when: string) => `Черновик изменили и на другом устройстве: ${label}, ${when}`,
  otherDraftText: 'Ничего не потеряно: оба черновика целы. Показан ваш. Выберите, с каким продолжать.',
  takeOther: 'Взять тот черновик',
  keepOwn: 'Продолжить с моим',
  publish: 'Опубликовать',
  drop: 'Отменить изменения',
  dropSure: 'Написанное в черновике будет стёрто. Опубликованное не изменится.',
  dropYes: 'Стереть черновик',
  keep: 'Оставить',
  done: 'Опубликовано и сохранено на этом устройстве. Школы увидят это, когда оно и их устройства свяжутся с сервером, или из файла.',
  notPublished:
    'Не опубликовано: память браузера этого не приняла или это устройство не может подписать. Черновик цел. Проверьте «Сохранность» и попробуйте ещё раз.',
  fix: (count: number) => `Не опубликовано. Исправьте: ${counted(count, 'место', 'места', 'мест')}`,
  counting: 'Считаем, кто уже сдал. Опубликовать можно будет через несколько секунд.',
  systems: 'Системы школ',
  next: 'Начать следующую кампанию',
  backToCurrent: 'К нынешней кампании',
  nextFrom: (title: string) =>
    `Взято из прошлой кампании «${title}»: школы, веса, тексты и даты со сдвигом на год. Приказ и номер письма впишите новые.`,
  sections: {
    main: 'Что собираем',
    dates: 'Даты',
    schools: 'Школы',
    overlay: 'Веса, пороги и тексты',
    letter: 'Письмо школам',
    tasks: 'Что обещали в прошлый раз',
  },
  fields: {
    title: 'Название',
    schoolYear: 'Учебный год',
    basis: 'Основание: приказ, дата и номер',
    methodology: 'Методика: письмо, дата и номер',
    asOf: 'Сведения на дату',
    due: 'Сдать до',
    periodFrom: 'Проводится с',
    periodTo: 'по',
    reportDate: 'Дата справки',
    acts: 'Исправить акты до',
    yearEnd: 'Исправить по итогам года до',
    letterText: 'Что сказать школам',
    letterNumber: 'Номер письма',
    letterOn: 'Дата письма',
    letterSigner: 'Кто подписывает, должность',
  },
  hints: {
    schoolYear: 'Например 2026/2027',
    letterText: 'Этот текст школы увидят на своих устройствах, он же войдёт в письмо.',
  } as Partial<Record<string, string>>,
  problems: {
    missing: 'Заполните это поле.',
    'no-day': 'Такой даты нет. Напишите так: 06.07.2026.',
    'no-school-year': 'Напишите два года подряд: 2026/2027.',
    turned: 'Конец раньше начала.',
    'before-report': 'Раньше даты справки: к этому дню школы её ещё не получат.',
    'none-chosen': 'Отметьте хотя бы одну школу.',
    'no-form': 'Отметьте хотя бы одну форму.',
    'form-awaited':
      'Эта форма ещё не пришла на устройство целиком. Набранное сохранено; опубликовать можно, когда она придёт: откройте «Обмен».',
    'form-twice':
      'Под этим именем и версией опубликованы две разные формы. Опубликуйте нужную следующей версией и выберите её.',
    'too-many': 'По одной можно отметить не больше 200 школ. Выберите «Все школы муниципалитета».',
  },
  personal: 'Похоже на имя или телефон. Это увидят все школы: оставьте только то, что можно показать всем.',
  forms: 'Какие формы заполняют школы',
  formVersion: (title: string, version: number) => `${title}, версия ${version}`,
  noScoredForm: 'Без формы с показателями',
  toForms: 'Новая форма или её новая версия из таблицы',
  allSchools: 'Все школы муниципалитета, и те, что появятся позже',
  allSchoolsOfRegion: 'Все школы региона, и те, что появятся позже',
  chosen: (done: number, of: number) => `Отмечено ${done} из ${of}`,
  noPlaces: 'Школ в списке ещё нет. Загрузите список.',
  letter: 'Посмотреть и напечатать письмо',
  noTasks: 'В прошлой кампании замечаний не осталось, или она не знакома этой программе.',
  tasks: (done: number, of: number) => `исправлено ${done} из ${of}`,
  taskDone: 'исправлено',
  taskOpen: 'не исправлено',
  taskUnknown: 'ещё не отвечено',
};

/** Words of the list of schools in a file. */
export const placesFileTexts = {
  title: 'Загрузить список школ',
  lead: 'Таблица CSV или Excel. Столбцы: id, kind, parent, name, shortName, address. Возьмите нынешний список как образец, допишите строки и загрузите.',
  choose: 'Выбрать таблицу',
  sample: 'Нынешний список',
  sampleName: 'spisok-shkol.csv',
  reading: 'Читаем таблицу…',
  unreadable:
    'Это не таблица Excel или она повреждена. Ничего не взято. Сохраните её как «Книга Excel (.xlsx)» или CSV.',
  loadFailed: 'Чтение Excel не загрузилось. Ничего не взято. Попробуйте при связи или сохраните таблицу как CSV.',
  notBelow: (id: string) => `«${id}» не школа и не филиал вашего муниципалитета.`,
  more: (count: number) => `и ещё ${counted(count, 'строка', 'строки', 'строк')}`,
  found: (fresh: number, changed: number, same: number) =>
    `В таблице новых: ${fresh}, изменённых: ${changed}, без изменений: ${same}.`,
  take: 'Взять в список',
  taken: (count: number) =>
    `${counted(count, 'запись внесена', 'записи внесены', 'записей внесено')} в список. Сервер узнает о них при следующей связи.`,
  notTaken: (done: number, of: number) =>
    `Записано ${done} из ${of}: память браузера не приняла остальное. Освободите место и возьмите таблицу ещё раз: повтор ничего не удвоит.`,
  nothingNew: 'Ничего нового в таблице нет.',
};

const overlayParts: Readonly<Record<string, string>> = {
  'levels/ready': '«Готова»: итог от',
  'levels/readyCriterion': '«Готова»: каждый критерий от',
  'levels/readyWithRemarks': '«Готова с замечаниями»: итог от',
  'levels/partlyReady': '«Готова частично»: итог от',
  'journalFill/target': 'Журнал: цель, %',
  'journalFill/low': 'Журнал: низкий уровень, %',
  'journalFill/fall': 'Журнал: заметное падение',
  'deadlines/yearClosing': 'Закрыть год до (день и месяц)',
};

/** Words of the editor of weights, thresholds and texts. */
export const overlayTexts = {
  lead: 'Рядом с каждым полем — как в форме. Меняйте только то, что ваш муниципалитет оценивает иначе: по этому будут считаться все школы кампании.',
  levels: 'Пороги выводов',
  tables: 'Таблицы и сроки',
  checks: 'Проверки сайта',
  checkOn: (id: string, question: string) => `${shownId(id)}. ${question}`,
  criterion: (id: string, title: string) => `${shownId(id)}. ${title}`,
  changedIn: (count: number) => `изменено: ${count}`,
  fieldOf: ([group = '', id = '', row = '', cell]: readonly string[]) => {
    const whole = overlayParts[`${group}/${id}`];
    if (whole) return whole;
    const step = Number(row) + 1;
    const names: Readonly<Record<string, string>> = {
      weights: 'вес критерия',
      points: 'вес',
      targets: 'цель, %',
      steps: cell === '0' ? `ступень ${step}: от` : `ступень ${step}: доля, %`,
      off: 'проверка выключена',
      finding: 'замечание',
      findingOther: 'замечание в остальных случаях',
      recommendation: 'рекомендация',
    };
    return `${shownId(id)}: ${names[group === 'texts' ? row : group] ?? ''}`;
  },
  own: (value: string) => `в форме: ${value}`,
  back: 'Вернуть как в форме',
  changes: (count: number) => (count === 0 ? 'Всё как в форме.' : `Изменено по сравнению с формой: ${count}`),
  change: (name: string, own: string, now: string) => `${name}: ${own === '' ? now : `${own} → ${now}`}`,
  off: 'не проверяется',
  problems: {
    'no-number': 'Напишите число, можно с запятой.',
    'no-day': 'Напишите день и месяц: 25.06.',
    negative: 'Число не может быть меньше нуля.',
    'out-of-range': 'Число вне допустимых границ (доли и проценты — от 0 до 100).',
    'out-of-order': 'Нарушен порядок: каждый следующий порог должен быть ниже предыдущего.',
    'nothing-counts': 'Все веса равны нулю: считать нечего.',
    'unknown-id': 'В форме такого нет.',
  },
};
