import { counted } from './plural.ts';

/** Words of an officer's screens that several of them share. */
export const officeTexts = {
  notTold: 'Сервер ещё не сообщил данные школ',
  notToldText:
    'Они появятся здесь при первой связи с сервером и останутся на этом устройстве: дальше можно работать без сети.',
  progress: (done: number, of: number) => `Считаем: ${done} из ${counted(of, 'школы', 'школ', 'школ')}`,
  awaitedTitle: (count: number) => `После восстановления сервера ещё не вышли на связь: ${count}`,
  awaitedText:
    'Сервер восстановлен из копии. Что передано после неё, вернётся с этих устройств при первой же связи или с файлом; до этого данные могут быть неполными:',
  askNow: 'Спросить сервер сейчас',
};
