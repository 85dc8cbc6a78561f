import { plural } from './plural.ts';

const what = {
  operand: `ожидается значение: имя показателя в скобках \${…}, число, строка в кавычках или функция`,
  operator: 'ожидается знак (=, !=, <, >, +, -, *, div, mod, and, or) или конец выражения',
  closing: 'ожидается закрывающая скобка',
  'comma-or-closing': 'ожидается запятая или закрывающая скобка',
};

const at = (place: number): string => `${place}-й знак`;
const found = (text: string | null): string => (text === null ? 'а выражение закончилось' : `а стоит «${text}»`);
const argumentWords = (count: number): string => `${count} ${plural(count, 'значение', 'значения', 'значений')}`;

/** Words of what is wrong with an expression, each after «В выражении: »; the facts are those of its problem. */
export const expressionTexts = {
  lead: (sentence: string) => `В выражении: ${sentence}`,
  empty: () => 'ничего не написано.',
  'too-long': ({ most }: { most: number }) => `больше ${most} знаков. Разделите его на несколько показателей.`,
  'too-deep': (facts: { at: number; most: number }) =>
    `${at(facts.at)}: скобки вложены глубже ${facts.most}. Разделите его на несколько показателей.`,
  'unexpected-character': (facts: { at: number; character: string }) =>
    `${at(facts.at)}: непонятный знак «${facts.character}».`,
  'unclosed-text': (facts: { at: number }) => `${at(facts.at)}: кавычка открыта и не закрыта.`,
  'not-a-name': (facts: { at: number; typed: string }) =>
    `${at(facts.at)}: «${facts.typed}» не может быть именем показателя. В имени буквы, цифры, «_», «.» и «-», первой стоит буква.`,
  'bare-word': (facts: { at: number; word: string }) =>
    `${at(facts.at)}: слово «${facts.word}» без кавычек. Имя показателя пишется \${${facts.word}}, вариант ответа — '${facts.word}'.`,
  expected: (facts: { at: number; what: keyof typeof what; after: string | null; found: string | null }) =>
    `${at(facts.at)}: ${facts.after === null ? 'в начале' : `после «${facts.after}»`} ${what[facts.what]}, ${found(facts.found)}.`,
  'unknown-function': (facts: { at: number; name: string }) =>
    `${at(facts.at)}: функции «${facts.name}» программа не знает.`,
  'wrong-arguments': (facts: { at: number; name: string; given: number; least: number; most: number }) => {
    const { least, most } = facts;
    const asked = least === most ? argumentWords(least) : `от ${least} до ${argumentWords(most)}`;
    return `${at(facts.at)}: функции «${facts.name}» нужно ${least === 0 && most === 0 ? 'пустые скобки' : asked}, а дано ${facts.given}.`;
  },
};
