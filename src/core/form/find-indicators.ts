import { type Form, type Indicator, indicatorsOf } from './form.ts';

const lookAlikes: Record<string, string> = { К: 'K', С: 'S' };
const plain = (text: string): string => text.toUpperCase().replace(/[КС]/g, (letter) => lookAlikes[letter] ?? letter);

/** Indicators whose number begins with the words typed, or whose question, evidence or finding holds every one of them. К and K are one letter. */
export function findIndicators(form: Form, typed: string): Indicator[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return indicatorsOf(form).filter((indicator) => {
    const text = plain(`${indicator.id} ${indicator.question} ${indicator.evidence} ${indicator.finding}`);
    return words.every((word) => text.includes(word));
  });
}
