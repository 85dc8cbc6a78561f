import { counted } from './plural.ts';
import { refusalWords } from './refusals.ts';

const records = (count: number) => counted(count, 'запись', 'записи', 'записей');

/** Why nobody vouches for a file; part of a sentence. */
const doubts = {
  unsigned: 'подписи устройства в нём нет',
  'signature-wrong': 'подпись не сходится с тем, что в нём написано',
  'key-unknown': 'подписавшее его устройство серверу не известно',
  revoked: 'подписавшее его устройство отключено',
  'code-unknown': 'такого кода школы нет',
  'code-used': 'код школы уже использован на другом устройстве',
  'code-expired': 'срок кода школы вышел',
  'too-many-attempts': 'слишком много неверных кодов за час',
};

/** Words of files on a stick at the command line: what happened, that nothing was taken, what to do next. */
export const envelopeTexts = {
  endpoint: 'сервер',
  doubt: (why: string) => (Object.hasOwn(doubts, why) ? doubts[why as keyof typeof doubts] : why),
  problems: {
    'not-an-envelope':
      'это не файл передачи «Готово», из него ничего не взято. Возьмите у школы файл, имя которого кончается на .gotovo.gz',
    broken: 'файл повреждён, из него ничего не взято. Попросите школу сохранить его на флешку ещё раз',
    newer: 'файл сделан более новой программой, из него ничего не взято. Обновите сервер и возьмите файл ещё раз',
    'too-large':
      'файл слишком велик, из него ничего не взято. Файл школы не бывает больше 32 мегабайт: проверьте, тот ли это',
  },
  foreign: (history: string) =>
    `подписавшее файл устройство не вправе писать в «${history}», из файла ничего не взято. Возьмите файл, сохранённый на устройстве самой школы`,
  quarantined: (why: keyof typeof doubts, id: string, needsPlace: boolean) =>
    `файл отложен: ${doubts[why]}. Из него ничего не взято. Спросите школу, её ли это файл, потом: gotovo envelope quarantine accept ${id}${needsPlace ? ' --place ID' : ''} или reject ${id}`,
  notQuarantined: (id: string) => `отложенного файла «${id}» нет: gotovo envelope quarantine list`,
  placeNeeded: 'файл сделан до ввода кода, школа в нём не названа: укажите её, --place ID. Ничего не взято',
  notASchool: (id: string) =>
    `«${id}» не школа и не филиал: отложенный файл можно взять только за школу. Ничего не взято`,
  from: (label: string) => `Файл с устройства «${label}»`,
  enrolled: (label: string, place: string) => `Устройство «${label}» принято: ${place}`,
  taken: (place: string, fresh: number, known: number) => `${place}: новых записей ${fresh}, уже было ${known}`,
  refused: (count: number, why: string) => `Не взято записей ${count}: ${refusalWords(why)}`,
  contacts: (kept: number, of: number) =>
    `Контактов сотрудников взято: ${kept} из ${of}, они лежат отдельно от ответов и сотрутся в срок`,
  receiptWritten: (file: string) => `Квитанция для школы: ${file}. Отдайте её на той же флешке`,
  exported: (file: string, count: number) => `Записано: ${file}, ${records(count)}`,
  rejected: (id: string) => `Файл ${id} удалён из отложенных, из него ничего не взято. У школы её файл остался`,
  nothingWaits: 'Отложенных файлов нет',
  waiting: ({
    id,
    cameAt,
    label,
    revisions,
    why,
  }: {
    id: string;
    cameAt: string;
    label: string;
    revisions: number;
    why: string;
  }) => [id, cameAt, label, records(revisions), why].join('\t'),
  inspected: {
    made: (at: string, program: string) => `Сделан ${at}, программа ${program}`,
    history: (history: string, place: string | null, count: number) =>
      `${history}${place ? ` (${place})` : ''}: ${records(count)}`,
    contacts: (count: number) => `Контактов сотрудников: ${count}`,
    signedBy: (label: string, id: string, place: string) => `Подпись верна: устройство «${label}», ${id}, ${place}`,
    signedByEndpoint: 'Подпись верна: этот сервер',
    freshCode: (place: string) => `Подпись верна. Устройство серверу не известно, в файле действующий код: ${place}`,
    wouldTake: 'Файл цел. Взять его: gotovo envelope import',
    wouldEnrol: 'Файл цел. Взять его: gotovo envelope import; код будет использован, устройство принято',
    wouldRefuse: (history: string) =>
      `Файл цел, но взять его нельзя: подписавшее устройство не вправе писать в «${history}». Нужен файл с устройства самой школы`,
    wouldWait: (why: keyof typeof doubts) =>
      `Файл цел, но ${doubts[why]}: при импорте он будет отложен до вашего решения`,
  },
};
