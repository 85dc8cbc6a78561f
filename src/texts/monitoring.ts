import { counted } from './plural.ts';

type Message = { code: string; branch: string | null; columns: readonly string[]; values: readonly unknown[] };
type SystemWords = (id: string) => string;

const frequencies: Record<string, string> = {
  1: 'каждый день',
  2: 'раз в 2–3 дня',
  3: 'раз в неделю',
  4: 'один-два раза в месяц',
};
const papers: Record<string, string> = { 1: 'ведётся', 2: 'не ведётся', 3: 'откажемся в следующем учебном году' };

const columns = (ids: readonly string[]): string => (ids.length === 1 ? 'графе' : 'графах');
const listed = (ids: readonly string[]): string => ids.join(', ');
const shown = (value: unknown): string => (value === null || value === undefined ? 'пусто' : String(value));

/** What each cross-check says; columns and figures as they stand in the table. */
const checks: Record<string, (message: Message, system: SystemWords) => string> = {
  X01: ({ columns: [part, whole], values: [n, of] }) =>
    `В графе ${part} стоит ${shown(n)}, это больше, чем в графе ${whole}: ${shown(of)}.`,
  X02: ({ columns: ids }) =>
    `Системы нет, а в ${columns(ids)} ${listed(ids)} есть данные. Без системы там 0, а графа 19 пуста.`,
  X03: ({ columns: ids }) => `Система указана, а в ${columns(ids)} ${listed(ids)} ноль. Проверьте, так ли это.`,
  X04: ({ values: [n, of] }) =>
    `Бумажный журнал не ведётся, а классов с электронным журналом ${shown(n)} из ${shown(of)}. Без бумаги можно, только когда графы 13 и 8 равны.`,
  X05: ({ values: [rate] }) =>
    `Бумажный журнал не ведётся, а записи вносят редко: ${frequencies[String(rate)] ?? ''}. Проверьте, так ли это.`,
  X06: ({ values: [, id] }, system) =>
    `Школа работает в системе ${system(String(id))}: все такие школы — площадки проекта. В графе 21 нужно «да».`,
  X07: ({ values: [, id] }, system) =>
    `Площадка проекта с системой ${system(String(id))}, а школы нет в списке двусторонних соглашений региона. Проверьте.`,
  X08: ({ columns: ids }) =>
    `Школа отмечена площадкой проекта, а ${ids.length === 1 ? 'графа' : 'графы'} ${listed(ids)} ${ids.length === 1 ? 'пуста' : 'пусты'}.`,
  X09: ({ values: [, before] }, system) =>
    `В прошлом году была система ${system(String(before))}. Поясните перемену в графе 25.`,
  X11: ({ values: [parents, pupils] }) =>
    `Родителей с доступом ${shown(parents)}, а учеников в системе ${shown(pupils)}: больше двух на ученика. Проверьте.`,
  X12: ({ columns: [id], values: [, n] }) =>
    id === '11'
      ? `В системе работают ${shown(n)} педагогов, а рабочих мест учителя нет. Проверьте.`
      : `Учеников в системе ${shown(n)}, а рабочих мест ученика нет. Проверьте.`,
  X13: ({ columns: [id], values: [now, then] }) =>
    `Графа ${id}: было ${shown(then)}, стало ${shown(now)}. Это больше чем на пятую часть. Проверьте.`,
  X14: ({ values: [n, of] }) =>
    `Все классы в электронном журнале, а учеников в системе ${shown(n)} из ${shown(of)}: меньше половины. Проверьте.`,
  X15: ({ columns: [id], values: [said, printed] }) => {
    const words = id === '19' ? frequencies : papers;
    return `Графа ${id}: школа пишет «${words[String(said)] ?? ''}», а вместе с филиалами печатается «${words[String(printed)] ?? ''}».`;
  },
  X16: ({ values: [theirs, ours] }, system) =>
    `Система здесь ${system(String(theirs))}, а у школы ${system(String(ours))}. В графу 25 добавлено примечание.`,
};

/** Words of the region's monitoring: the table, its checks and what is made of it. */
export const monitoringTexts = {
  frequencies,
  papers,
  yesNo: { 1: 'да', 2: 'нет' } as Record<string, string>,
  /** a message with whom it is about in front */
  check: (message: Message, system: SystemWords): string => {
    const sentence = checks[message.code]?.(message, system) ?? message.code;
    return message.branch === null ? sentence : `${message.branch}: ${sentence[0]?.toLowerCase()}${sentence.slice(1)}`;
  },
  /** rows that may be of one branch (CX3) */
  twins: (names: readonly string[]): string =>
    `${names.map((name) => `«${name}»`).join(' и\u00a0')} похожи на\u00a0один филиал. Считается одна строка; школа ещё не\u00a0сказала, один он или их два.`,
  systemNote: (system: string): string => (system === 'нет' ? 'системы нет' : `система ${system}`),
  noneTookPart: 'не участвовали',
  schools: (count: number) => counted(count, 'школа', 'школы', 'школ'),
};
