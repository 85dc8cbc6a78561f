import { refusalWords } from './refusals.ts';

/** Words of the history of an answer: who, where, when, what it replaced, what became of it. */
export const historyTexts = {
  replaced: (words: readonly string[]) => `вместо ${words.map((word) => `«${word}»`).join(', ')}`,
  missing: 'прежней записи на этом устройстве нет',
  delivered: {
    unsent: 'не отправлено',
    sent: 'отправлено, ждём подтверждения',
    byFile: (when: string) => `передано файлом ${when}`,
    confirmed: (when: string) => `на сервере с ${when}`,
  },
  refused: (why: string) => `не принято сервером: ${refusalWords(why)}`,
  superseded: 'заменено позже',
  conflict: 'два разных ответа',
  settled: (count: number) => `выбрано из ${count === 2 ? 'двух' : count}`,
  late: 'после сдачи',
};
