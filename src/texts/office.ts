import { counted } from './plural.ts';

/** Words of an officer's screens that several of them share. */
export const officeTexts = {
  notTold: 'Сервер ещё не сообщил данные школ',
  notToldText:
    'Они появятся здесь при первой связи с сервером и останутся на этом устройстве: дальше можно работать без сети.',
  progress: (done: number, of: number) => `Считаем: ${done} из ${counted(of, 'школы', 'школ', 'школ')}`,
  awaitedTitle: (count: number) => `После восстановления сервера ждём: ${counted(count, 'школа', 'школы', 'школ')}`,
  awaitedText:
    'Сервер восстановлен из копии. Что школы передали после неё, вернётся с их устройств при первой же связи или с файлом; до этого данные этих школ могут быть неполными:',
  askNow: 'Спросить сервер сейчас',
};
