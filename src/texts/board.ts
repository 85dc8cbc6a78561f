import { dateText } from './numbers.ts';
import { counted, plural } from './plural.ts';

const schools = (count: number): string => counted(count, 'школа', 'школы', 'школ');
const days = (count: number): string => counted(count, 'день', 'дня', 'дней');

type Silence = { silentDays: number | null };
type Work = { progress: { answered: number; of: number } };

/** Words of the officer's board: who has come how far, and whom to call. */
export const boardTexts = {
  heading: (daysLeft: number | null, submitted: number, of: number) => {
    const done = `${plural(submitted, 'Сдала', 'Сдали', 'Сдали')} ${schools(submitted)} из ${of}`;
    if (daysLeft === null) return `Срок не назначен. ${done}`;
    if (daysLeft > 0) return `До срока ${days(daysLeft)}. ${done}`;
    return daysLeft === 0 ? `Сегодня последний день. ${done}` : `Срок прошёл ${days(-daysLeft)} назад. ${done}`;
  },
  noCampaign: 'Кампания ещё не объявлена',
  noCampaignText:
    'Объявите кампанию: назовите приказ, дату сведений и срок. После публикации школы увидят её на своих устройствах при следующей связи.',
  toCampaign: 'Объявить кампанию',
  vendorRequests: 'Запросы поставщикам',
  editCampaign: 'Кампания',
  crumb: (title: string, basis: string | undefined) => (basis ? `${title}. Основание: ${basis}.` : `${title}.`),
  asOf: (day: string) => `Сведения на ${day}.`,
  told: (when: string) => `Сведения школ получены ${when}.`,
  noSchools: 'В кампании нет ни одной школы',
  noSchoolsText: 'Загрузите список школ или отметьте школы на странице кампании.',
  states: {
    neverOpened: 'не открывала',
    filling: 'заполняет',
    returned: 'на доработке',
    submitted: 'сдано',
    accepted: 'принято',
  },
  returned: (count: number) => (count > 0 ? `на доработке: ${count}` : 'на доработке'),
  filter: 'Какие школы показать',
  filters: {
    all: 'Все школы',
    late: 'Опоздали',
    neverOpened: 'Не открывали',
    filling: 'Заполняют',
    returned: 'На доработке',
    submitted: 'Сдали',
    accepted: 'Приняты',
  },
  search: 'Найти школу',
  nothing: 'Таких школ нет. Измените слово или покажите все.',
  showAll: 'Показать все',
  takeFile: 'Принять файл',
  caption: 'Сначала те, кому нужно внимание',
  head: {
    school: 'Школа',
    state: 'Состояние',
    filled: 'Заполнено',
    lastSeen: 'Последняя связь',
    unsent: 'Не отправлено',
    road: 'Доставлено',
    action: 'Действие',
  },
  outOf: (done: number, of: number) => `${done} из ${of}`,
  late: 'опоздание',
  extended: (day: string) => `срок ${day}`,
  changed: (count: number) => `после сдачи изменено: ${count}`,
  awaited: 'ждём после восстановления',
  never: 'ни разу',
  seenToday: (clock: string) => `сегодня, ${clock}`,
  seenYesterday: (clock: string) => `вчера, ${clock}`,
  seenOn: (day: string, ago: number) => `${day.slice(0, 5)}, ${days(ago)} назад`,
  roads: { network: 'сеть', file: 'файл', paper: 'бумага' },
  delivered: (road: string, day: string | null) => (day ? `${road}, ${day}` : road),
  nothingYet: '—',
  open: 'Открыть',
  check: 'Проверить',
  call: 'Позвонить',
  paper: 'Ввести с бумаги',
  more: 'Ещё',
  hint: '«Не отправлено» — со слов устройства школы при последней связи. Срок считается по дню сдачи, не по дню доставки.',
  callTitle: (count: number) => `Позвонить сегодня: ${count}`,
  moreCalls: (count: number) => `и ещё ${schools(count)} — в списке для печати`,
  nobodyToCall: (isAllSubmitted: boolean) =>
    isAllSubmitted
      ? 'Звонить некому: сдали все школы.'
      : 'Сегодня звонить некому: до срока больше недели или школы недавно были на связи.',
  callReason: ({
    reason,
    offer,
    row,
  }: {
    reason: 'neverOpened' | 'late' | 'silent';
    offer: 'code' | 'stick' | null;
    row: Work & Silence & { due: string | null; school: { contact: { unsent: number } } };
  }) => {
    const { progress, due, school } = row;
    const filled = `заполнено ${progress.answered} из ${progress.of}`;
    const unsent = school.contact.unsent > 0 ? `, не отправлено ${school.contact.unsent}` : '';
    const why = {
      neverOpened: 'Не открывала: ответов нет.',
      late: `Срок прошёл${due ? ` ${dateText(due)}` : ''}, ${filled}${unsent}.`,
      silent: `Молчит, ${filled}${unsent}.`,
    }[reason];
    const offers = { code: ' Код ни на одном устройстве не введён: выдать заново.', stick: ' Предложить флешку.' };
    return offer ? why + offers[offer] : why;
  },
  lastContact: ({ silentDays }: Silence) =>
    silentDays === null
      ? 'На связи не была ни разу.'
      : silentDays === 0
        ? 'На связи была сегодня.'
        : `На связи была ${days(silentDays)} назад.`,
  printList: 'Напечатать список',
  extend: 'Продлить срок',
  byDay: 'Сдали по дням',
  byDayAlt: (steps: readonly { day: string; count: number }[], of: number, due: string | null) =>
    `Сдали: ${steps.map(({ day, count }) => `${day} ${count}`).join(', ')} из ${of}.${due ? ` Срок ${due}.` : ''}`,
};

/** Words of the one school's card: a call, a later last day. */
export const schoolCardTexts = {
  close: 'Закрыть',
  phone: 'Телефон приёмной',
  phoneHint: 'Хранится только в управлении образования. Личных номеров не записывайте.',
  savePhone: 'Записать телефон',
  note: 'О чём договорились',
  noteHint: 'Без фамилий. Школа этого не видит.',
  saveNote: 'Записать звонок',
  noted: 'Звонки',
  noCalls: 'Звонков ещё не было.',
  calledOn: (day: string, text: string) => `${day}: ${text}`,
  callDone: 'Звонок записан. Сегодня этой школы в списке звонков больше нет.',
  phoneDone: 'Телефон записан.',
  extendFor: (school: string) => `Продлить срок: ${school}`,
  extendAll: 'Продлить срок всем школам',
  extendAllText: 'Новый срок увидят все школы кампании, когда их устройства получат данные.',
  extendOneText: 'Новый срок увидит только эта школа. Срок остальных не изменится.',
  due: 'Новый срок',
  reason: 'Причина',
  dueProblem: 'Такой даты нет. Напишите так: 06.07.2026.',
  dueEarlier: (day: string) => `Новый срок должен быть позже нынешнего: ${day}.`,
  reasonProblem: 'Назовите причину: она останется в истории и будет видна школе.',
  save: 'Продлить',
  takeBack: 'Снять продление',
  extended: (day: string, reason: string) => `Срок продлён до ${day}. ${reason}`,
  extendDone: (day: string) => `Срок продлён до ${day}.`,
  notWritten:
    'Не записано: память браузера этого не приняла или это устройство не может подписать. Написанное осталось в поле. Проверьте «Сохранность» и нажмите ещё раз.',
};

/** Words of the printed list of calls. */
export const callListTexts = {
  title: 'Список звонков',
  heading: (day: string) => `Позвонить ${day}`,
  lead: 'Лист для работы по телефону: кому звонить, почему, место для записей.',
  preview: 'Список звонков, как он будет напечатан',
  back: 'К срокам',
  fileName: (day: string) => `zvonki-${day}`,
  due: (day: string, left: number) =>
    left > 0
      ? `Срок ${day}, осталось ${days(left)}.`
      : left === 0
        ? `Срок сегодня, ${day}.`
        : `Срок ${day} прошёл ${days(-left)} назад.`,
  noDue: 'Срок не назначен.',
  submitted: (done: number, of: number) => `Сдали ${done} из ${of} ${plural(of, 'школы', 'школ', 'школ')}.`,
  head: { school: 'Школа, телефон', why: 'Почему', notes: 'Договорились' },
  phone: 'тел.',
  lastCall: (day: string, text: string) => `Звонили ${day}: ${text}`,
  made: (day: string) => `Составлен ${day}`,
};
