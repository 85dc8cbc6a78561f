import { counted, plural } from './plural.ts';
import { authorWords } from './registers.ts';

/** Words of submitting: from the school to the municipality, and what comes back. */
export const submissionTexts = {
  title: 'Сдать самооценку',
  lead: 'После сдачи муниципалитет проверяет ответы. Изменить ответ можно и потом: он будет показан отдельно, сданное не изменится.',
  left: (left: number, of: number) =>
    `Сдать можно, когда заполнено всё: осталось ${left} из ${of} ${plural(of, 'показателя', 'показателей', 'показателей')}. Ответы и так сохраняются и отправляются.`,
  toFill: 'Продолжить заполнение',
  conflicts: (count: number) =>
    `Сначала выберите верный там, где ответов два: ${counted(count, 'место', 'места', 'мест')}.`,
  toConflicts: 'Показать',
  branch: 'Сдаёт школа. С устройства филиала сдать нельзя, его ответы войдут в самооценку школы.',
  onPaper: 'Лист напечатан и подписан директором',
  signedOn: 'Дата подписи',
  signedOnProblem: 'Такой даты нет или она ещё не наступила. Напишите так: 06.07.2026.',
  onDevice: 'Это устройство директора: сдать с него и значит подписать.',
  submit: 'Сдать',
  submitAgain: 'Сдать с изменениями',
  withdraw: 'Вернуть в черновик',
  anyLevel: 'Вывод «не готова» сдаче не мешает.',
  notWritten:
    'Сдача не записана: память браузера её не приняла. Ответы целы. Освободите место на диске и сдайте ещё раз.',
  heading: {
    submitted: 'Самооценка сдана',
    accepted: 'Муниципалитет принял самооценку',
    returned: 'Муниципалитет вернул самооценку на доработку',
    draft: 'Самооценка возвращена в черновик',
  },
  said: (who: string, label: string, when: string) => `${authorWords(who, label)}, ${when}`,
  signed: {
    device: (day: string) => `Подписано директором на его устройстве ${day}.`,
    paper: (day: string) => `Лист подписан директором ${day}.`,
  },
  notSigned: 'О подписи директора ничего не сказано.',
  notSeen: 'Муниципалитет этого ещё не видит: сдача сохранена на этом устройстве и уйдёт вместе с ответами.',
  returnedText: 'Исправьте замечания и сдайте ещё раз. Все ответы на месте.',
  reason: (reason: string) => `Причина: ${reason}`,
  changed: (count: number) => `После сдачи изменено: ${counted(count, 'ответ', 'ответа', 'ответов')}`,
  changedText: 'Муниципалитет получит и сданное, и новое. Чтобы считалось новое, сдайте ещё раз.',
  andMore: (count: number) => `и ещё ${count}`,
  short: {
    submitted: (day: string) => `Сдано ${day}`,
    accepted: (day: string) => `Принято муниципалитетом ${day}`,
    returned: (day: string) => `Возвращено на доработку ${day}`,
    draft: () => 'Не сдано',
  },
  toSubmit: 'Сдать самооценку',
  register: 'Сдача самооценки',
  states: { submitted: 'сдана', accepted: 'принята', returned: 'возвращена на доработку', draft: 'черновик' },
};
