import type { AnswersProblem, AnswersWarning } from '../core/answers-file/answers-problem.ts';
import type { PlacesProblem } from '../core/places/parse-places.ts';
import { defaultSystems } from '../core/systems/default-systems.ts';
import { systemTitle } from '../core/systems/systems.ts';
import { answersFileTexts } from '../texts/answers-file.ts';
import { placesTexts } from '../texts/places.ts';

/** A sentence for every code, from the facts of that code: a new code does not compile without its words. */
type WordsOf<Coded extends { code: string }> = {
  [Code in Coded['code']]: (facts: Extract<Coded, { code: Code }>) => string;
};

const ofAnswers: WordsOf<AnswersProblem> = answersFileTexts.problems;
const ofWarnings: WordsOf<AnswersWarning> = {
  ...answersFileTexts.warnings,
  'cross-check': (facts) => answersFileTexts.crossCheck(facts, (id) => systemTitle(defaultSystems, id)),
};
const ofPlaces: WordsOf<PlacesProblem> = placesTexts.problems;

const wordsBy = <Coded extends { code: string }>(words: WordsOf<Coded>, coded: Coded): string =>
  (words[coded.code as Coded['code']] as (facts: Coded) => string)(coded);

/** One problem of a file of answers: where, and what is wrong: «schools[0].readiness.K1-04: 95 больше, чем всего: 19.» */
export const answersProblemWords = (problem: AnswersProblem): string =>
  answersFileTexts.at(problem.path, wordsBy(ofAnswers, problem));

/** One warning of a file of answers, the same way. */
export const answersWarningWords = (warning: AnswersWarning): string =>
  answersFileTexts.at(warning.path, wordsBy(ofWarnings, warning));

/** One problem of a file of places: «Строка 3: нет названия (name).» */
export const placesProblemWords = (problem: PlacesProblem): string =>
  placesTexts.row(problem.row, wordsBy(ofPlaces, problem));
