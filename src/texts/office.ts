import { counted } from './plural.ts';

/** Words of an officer's screens that several of them share. */
export const officeTexts = {
  board: 'Срок',
  opening: 'Открываем данные школ…',
  notTold: 'Сервер ещё не сообщил данные школ',
  notToldText:
    'Они появятся здесь при первой связи с сервером и останутся на этом устройстве: дальше можно работать без сети.',
  toldAt: (when: string) => `Данные школ на ${when}`,
  progress: (done: number, of: number) => `Считаем: ${done} из ${counted(of, 'школы', 'школ', 'школ')}`,
  school: 'Школа',
  state: 'Состояние',
  answered: 'Отвечено',
  lastSeen: 'Связь',
  neverSeen: 'не было',
  unsent: (count: number) => `не отправлено: ${counted(count, 'запись', 'записи', 'записей')}`,
  states: {
    neverOpened: 'Ещё не открывала',
    filling: 'Заполняет',
    submitted: 'Сдала',
    returned: 'На доработке',
    accepted: 'Принята',
  },
  awaitedTitle: (count: number) => `После восстановления сервера ждём: ${counted(count, 'школа', 'школы', 'школ')}`,
  awaitedText:
    'Сервер восстановлен из копии. Что школы передали после неё, вернётся с их устройств при первой же связи или с файлом; до этого данные этих школ могут быть неполными:',
  schoolFiles: 'Файлы школ',
  askNow: 'Спросить сервер сейчас',
};
