import { percent } from './numbers.ts';
import { counted, plural } from './plural.ts';

/** Words of the first start and the overview. */
export const overviewTexts = {
  startTitle: 'Готова ли школа вести журнал без бумаги',
  startLead: (count: number) =>
    `Самооценка: ${counted(count, 'короткий вопрос', 'коротких вопроса', 'коротких вопросов')}. Заполняйте по частям, несколько дней, без интернета. Каждый ответ сохраняется сразу, кнопки «Сохранить» нет.`,
  startNow: 'Начать сразу',
  startText:
    'Код не нужен. Когда он появится, введите его — все ответы перейдут к вашей школе. Сначала паспорт: несколько чисел, из которых берутся все «из скольких».',
  startButton: 'Начать заполнять',
  openCopy: 'Открыть файл с копией',
  how: 'Как это устроено',
  steps: [
    ['Заполняете', 'на этом компьютере или телефоне, связь не нужна'],
    ['Видите итог', 'что мешает школе и что с этим сделать'],
    ['Печатаете один лист', 'директор подписывает'],
    ['Отправляете', 'по сети, как только появится связь'],
  ],
  noNames: 'Имена учеников и родителей программа не спрашивает — только количества и реквизиты документов.',
  crumb: (title: string, schoolYear: string, asOf: string) =>
    `${title}, ${schoolYear} учебный год. Сведения на ${asOf}`,
  plainCrumb: (schoolYear: string, asOf: string) => `${schoolYear} учебный год. Сведения на ${asOf}`,
  forms: 'Формы для заполнения',
  awaitedTitle: 'Форма этого срока ещё не пришла на это устройство',
  awaitedText:
    'Она придёт с сервера при первой связи или с файлом управления образования. Если программа давно не обновлялась, сначала обновите её. Всё, что уже заполнено, сохранено и никуда не денется.',
  awaitedAction: 'К отправке и обмену файлами',
  dueOfForms: (day: string) => `Сдать до ${day}`,
  left: (left: number, of: number) =>
    `Осталось ${left} из ${of} ${plural(of, 'показателя', 'показателей', 'показателей')}`,
  allFilled: (of: number) => `Заполнены все показатели: ${of} из ${of}`,
  nothingBlocks: 'Итога ещё нет. Пока ничто не мешает школе быть готовой',
  oneBlocks: 'Итога ещё нет, но уже видно: одно условие не даст школе быть готовой',
  manyBlock: (count: number) =>
    `Итога ещё нет, но уже видно: ${counted(count, 'условие', 'условия', 'условий')} не дадут школе быть готовой`,
  level: (words: string) => `Школа ${words}`,
  fix: (id: string) => `${id}, исправить`,
  range: (lowest: number, highest: number) => `Итог сейчас может стать от ${percent(lowest)} до ${percent(highest)}.`,
  goOn: (id: string) => `Продолжить: ${id}`,
  goOnTable: 'Продолжить: таблицы',
  toPassport: 'Заполнить паспорт школы',
  passportMissing: 'В паспорте школы не хватает чисел: без них часть показателей не считается.',
  toVerdict: 'Посмотреть итог',
  waiting: 'Ждут вашего решения',
  conflict: (id: string) => `Два разных ответа: ${id}`,
  conflictText: 'Сохранены оба, выберите верный.',
  criteria: 'Критерии',
  tables: 'Таблицы',
  filled: 'Заполнен',
  filledTable: 'Заполнена',
  blocks: (count: number) => `Мешает: ${count}`,
  leftMark: (count: number) => `Осталось ${count}`,
  notIn: 'Не входит',
  passport: 'Паспорт школы',
  tableTitles: {
    JRN: 'Заполнение журналов',
    GIA: 'Результаты экзаменов',
    SITE: 'Сведения на сайте',
    YEAR: 'Закрытие года',
  },
  where: 'Где сейчас ваша работа',
  onDevice: 'на устройстве',
  delivered: 'передано файлом',
  sent: 'отправлено',
  confirmed: 'подтверждено',
  of: (count: number, all: number) => `${count} из ${all}`,
  sending: 'Отправка',
  enterCode: 'Ввести код школы и отправить',
  due: (day: string) => `Муниципалитет ждёт до ${day}`,
  daysLeft: (days: number) =>
    days > 0
      ? `Осталось ${counted(days, 'день', 'дня', 'дней')}.`
      : days === 0
        ? 'Сегодня последний день.'
        : `Срок прошёл ${counted(-days, 'день', 'дня', 'дней')} назад. Отправить всё равно можно.`,
  awaited: 'Муниципалитет ждёт ответы',
  extended: 'Это срок вашей школы: муниципалитет его продлил.',
  fixUntil: (day: string) => `Исправить и сдать ещё раз до ${day}.`,
  basis: (basis: string) => `Основание: ${basis}`,
  letter: 'Письмо муниципалитета',
  others: 'Другие периоды',
  other: (schoolYear: string, count: number, title = '') => {
    const year = `${schoolYear} учебный год`;
    const named = title.includes(year) ? title : [title, year].filter(Boolean).join(', ');
    return `${named}: ${count === 0 ? 'ответов нет' : counted(count, 'ответ', 'ответа', 'ответов')}.`;
  },
  openOther: 'Открыть',
  records: (count: number) => counted(count, 'запись', 'записи', 'записей'),
  safety: 'Сохранность и копия',
};
