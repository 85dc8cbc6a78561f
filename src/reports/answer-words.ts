import { answerValuesOf } from '../core/form/answer-values.ts';
import type { Indicator } from '../core/form/form.ts';
import { canonicalJson, type Json } from '../core/json.ts';
import { ownOf } from '../core/own-of.ts';
import type { IndicatorLine } from '../core/scoring/assessment.ts';
import { propertiesOf, readAnswer } from '../core/submission/answer.ts';
import { answerTexts } from '../texts/answers.ts';
import { dateText, decimal, percent } from '../texts/numbers.ts';

/** A stored answer in words: «Частично», «12 из 19», «15.05.2017», «Не применимо: не публикуем». `of` is the total or null. */
export function answerWords(indicator: Indicator, value: Json, of: number | null): string {
  const answer = readAnswer(value);
  switch (answer.state) {
    case 'empty':
      return answerTexts.empty;
    case 'notProvided':
      return answerTexts.notProvided;
    case 'na':
      return answer.reason ? `${answerTexts.na}: ${answer.reason}` : answerTexts.na;
    case 'typed':
      return answer.text;
    case 'value':
      return valueWords(indicator, answer.value, of);
  }
}

/** How a whole line stands, in words: hidden, every one of several different answers, a table's figure, or the answer. */
export function lineWords(indicator: Indicator, line: IndicatorLine): string {
  if (line.state === 'hidden') return answerTexts.hidden;
  if (line.state === 'notProvided') return answerTexts.notProvided;
  if (line.state === 'na' && line.value === null) return answerTexts.na;
  if (line.state === 'conflict') return line.values.map((value) => answerWords(indicator, value, line.of)).join(' / ');
  return answerWords(indicator, line.value, line.of);
}

const yesNoWords: Readonly<Record<string, string>> = {
  yes: answerTexts.yes,
  partial: answerTexts.partial,
  no: answerTexts.no,
};

function valueWords(indicator: Indicator, value: Json, of: number | null): string {
  switch (indicator.kind) {
    case 'yes-no':
    case 'yes-partial-no':
      return typeof value === 'string' ? (ownOf(yesNoWords, value) ?? value) : canonicalJson(value);
    case 'ratio': {
      const { n } = propertiesOf(value);
      return of === null ? String(n ?? '') : `${n ?? ''} из ${of}`;
    }
    case 'date':
      return dateText(String(value));
    case 'choice':
      return optionWords(indicator, String(value));
    case 'choices':
      return chosenOf(value)
        .map((option) => optionWords(indicator, option))
        .join(', ');
    case 'derived':
      if (indicator.calculation !== undefined) return typeof value === 'number' ? decimal(value) : String(value ?? '');
      return percent(indicator.source === 'JRN.mean' ? Number(value) : 100 * Number(value));
    case 'figure':
      return decimal(Number(value), 6);
    case 'number':
    case 'text':
      return String(value);
  }
}

/** The options chosen, of several. */
export const chosenOf = (value: Json): readonly string[] =>
  Array.isArray(value) ? value.filter((option): option is string => typeof option === 'string') : [];

/** What an option is called: as the form says; without words of the form's own by the words for its frequencies and paper books. */
export function optionWords({ optionTitles, options }: Indicator, option: string): string {
  if (optionTitles) return ownOf(optionTitles, option) ?? option;
  const isOnPaper = Object.values(options ?? {}).every((share) => share === null);
  return ownOf(isOnPaper ? answerTexts.paperChoices : answerTexts.choices, option) ?? option;
}

/** RP6: what can be chosen, with its words, in the order of the screen, of the paper and of fast entry. */
export const answerOptionsOf = (indicator: Indicator): readonly { value: Json; words: string }[] =>
  answerValuesOf(indicator).map((value) => ({ value, words: answerWords(indicator, value, null) }));
