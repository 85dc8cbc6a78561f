import { authorWords } from './registers.ts';

/** Why the endpoint does not take a revision; part of a sentence. */
const refusals: Readonly<Record<string, string>> = {
  'not-your-history': 'чужая история',
  'not-signed-by-an-officer': 'решение без подписи управления образования',
  'not-your-branch': 'показатель не этого филиала',
  'revision-unreadable': 'запись не читается',
  'revision-text': 'текст записи не читается',
  'revision-value': 'значение записи не читается',
};

export const refusalWords = (why: string): string => refusals[why] ?? why;

/** Words of the history of an answer: who, where, when, what it replaced, what became of it. */
export const historyTexts = {
  replaced: (words: readonly string[]) => `вместо ${words.map((word) => `«${word}»`).join(', ')}`,
  missing: 'прежней записи на этом устройстве нет',
  line: (who: string, label: string, when: string) => `${authorWords(who, label)}, ${when}`,
  delivered: {
    unsent: 'не отправлено',
    sent: 'отправлено, ждём подтверждения',
    confirmed: (when: string) => `на сервере с ${when}`,
  },
  refused: (why: string) => `не принято сервером: ${refusalWords(why)}`,
  superseded: 'заменено позже',
  conflict: 'два разных ответа',
  settled: (count: number) => `выбрано из ${count === 2 ? 'двух' : count}`,
  late: 'после сдачи',
};
