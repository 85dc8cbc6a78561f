import type { Form } from '../core/form/form.ts';
import { indicatorsOf } from '../core/form/form.ts';
import type { Json } from '../core/json.ts';
import { twoBranches } from '../core/monitoring/branch-twins.ts';
import { noneTookPart } from '../core/monitoring/column-rows.ts';
import { ownOf } from '../core/own-of.ts';
import { propertiesOf, readAnswer } from '../core/submission/answer.ts';
import { defaultSystems } from '../core/systems/default-systems.ts';
import { type System, systemTitle } from '../core/systems/systems.ts';
import { answerTexts } from '../texts/answers.ts';
import { monitoringTexts } from '../texts/monitoring.ts';
import { dateText, documentName, percent } from '../texts/numbers.ts';
import { passportTexts } from '../texts/passport.ts';
import { registerTexts } from '../texts/registers.ts';
import { submissionTexts } from '../texts/submission.ts';
import { tableTexts } from '../texts/tables.ts';
import { answerWords } from './answer-words.ts';

type Row = { readonly [key: string]: Json };

/**
 * What stands in any register, in words, for histories and conflicts: «Частично», «120 из 130», «внесён, сдавали: 8».
 * `systems`: the region's dictionary, asked for where a passport may be shown.
 */
export function registerWords(
  form: Form,
  path: string,
  value: Json,
  systems: readonly System[] = defaultSystems,
): string {
  const key = path.startsWith('-/') ? path : (path.split('/').at(-1) ?? path);
  const indicator = indicatorsOf(form).find((one) => one.id === key);
  if (indicator) return answerWords(indicator, value, null);
  const answer = readAnswer(value);
  if (answer.state === 'empty') return answerTexts.empty;
  if (answer.state === 'typed') return answer.text;
  const column = /^[^/]+\/monitoring\/([^:@#]+)/.exec(path)?.[1];
  if (column) return monitoringWords(column, value, systems);
  if (key === 'YEAR:reported') return value === true ? registerTexts.reported : registerTexts.notReported;
  if (answer.state === 'notProvided')
    return key.startsWith('JRN:') ? tableTexts.noDataPressed : answerTexts.notProvided;
  if (/^[^/]+\/site-report\/P/.test(path)) return siteReportWords(value);
  if (typeof value !== 'object' || value === null) return scalarWords(key, value, systems);
  const words = rowWords(form, key, propertiesOf(value), systems);
  return words.length > 0 ? words.join(', ') : answerTexts.empty;
}

/** A cell of the region's monitoring, or the values a check was confirmed for. */
function monitoringWords(column: string, value: Json, systems: readonly System[]): string {
  if (column === '5') return systemTitle(systems, String(value));
  if (column.startsWith('X')) return registerTexts.confirmed;
  if (column === 'twins') return registerTexts.twins[value === twoBranches ? 'two' : 'one'];
  if (value === noneTookPart) return monitoringTexts.noneTookPart;
  if (typeof value === 'object' && value !== null) return Object.values(propertiesOf(value)).map(textOf).join(', ');
  const words: Record<string, Readonly<Record<string, string>>> = {
    19: monitoringTexts.frequencies,
    20: monitoringTexts.papers,
    21: monitoringTexts.yesNo,
  };
  return wordOf(words[column] ?? {}, String(value));
}

/** A field of a project site's report; a row or an item by what was typed into it, without choices, whose words only the form has. */
function siteReportWords(value: Json): string {
  const words: Readonly<Record<string, string>> = {
    yes: answerTexts.yes,
    no: answerTexts.no,
    none: registerTexts.nothing,
  };
  if (typeof value !== 'object' || value === null) return wordOf(words, String(value));
  const { has, ...typed } = propertiesOf(value);
  const ticked = has === undefined ? [] : [has === true ? answerTexts.yes : answerTexts.no];
  const cells = Object.values(typed).map((cell) => dateText(textOf(cell)));
  return [...ticked, ...cells.filter((cell) => !/^[a-z-]*$/.test(cell))].join(', ') || answerTexts.empty;
}

function scalarWords(key: string, value: Json, systems: readonly System[]): string {
  const text = String(value);
  if (/^SITE:.*#state$/.test(key)) return wordOf(registerTexts.siteStates, text);
  if (key.endsWith('/sedSystem')) return systemTitle(systems, text);
  if (key === 'YEAR:reportedOn') return dateText(text);
  return value === true ? answerTexts.yes : value === false ? answerTexts.no : text;
}

function rowWords(form: Form, key: string, row: Row, systems: readonly System[]): string[] {
  if (key.endsWith('#check')) return [checkWords(form, key, row)];
  if (key.endsWith('#return')) return [textOf(row.reason)];
  if (key.startsWith('task:')) return [row.done === true ? registerTexts.taskDone : registerTexts.taskNotDone];
  if (key === 'extension') return [dateText(textOf(row.due)), textOf(row.reason)].filter(Boolean);
  if (key === 'status') return [wordOf(submissionTexts.states, textOf(row.state))];
  if (key.startsWith('JRN:'))
    return pairWords(row.filled, row.due) ?? (row.percent === undefined ? [] : [percentWords(row.percent)]);
  if (key.startsWith('YEAR:')) return pairWords(row.done, row.total) ?? [];
  if (key.startsWith('GIA:')) return examWords(row);
  if (key.endsWith('#evidence')) return evidenceWords(row);
  return placeWords(row, systems);
}

/** VF2 in words: «подтверждено», «иначе: Нет, нет записи в реестре». */
function checkWords(form: Form, key: string, { state, value = null, reason }: Row): string {
  if (state !== 'disputed') return registerTexts.confirmed;
  const words = registerWords(form, key.replace('#check', ''), value);
  return registerTexts.disputed([words, textOf(reason)].filter(Boolean).join(', '));
}

/** «120 из 130», or the one of the two that stands there. */
function pairWords(done: Json | undefined, all: Json | undefined): string[] | null {
  if (done === undefined && all === undefined) return null;
  return [`${textOf(done) || '—'} ${registerTexts.of} ${textOf(all) || '—'}`];
}

function examWords({ state, participants, scoreMissing, resultMissing, reason }: Row): string[] {
  const [, , , took = '', , noScore = '', noResult = ''] = tableTexts.examHead;
  return [
    wordOf(tableTexts.examStates, textOf(state)),
    participants === undefined ? '' : `${took.toLowerCase()}: ${textOf(participants)}`,
    scoreMissing === true ? noScore.toLowerCase() : '',
    resultMissing === true ? noResult.toLowerCase() : '',
    wordOf(tableTexts.reasons, textOf(reason)),
  ].filter(Boolean);
}

const evidenceWords = ({ number, date, link, note }: Row): string[] =>
  [documentName(textOf(number)), dateText(textOf(date)), textOf(link), textOf(note)].filter(Boolean);

/** A building or a branch: its address or name first, then its figures under their names. */
function placeWords(row: Row, systems: readonly System[]): string[] {
  const named = [row.name, row.address].map(textOf);
  const choices = [systemTitle(systems, textOf(row.sedSystem)), wordOf(passportTexts.internet, textOf(row.internet))];
  const figures = Object.entries(registerTexts.placeFigures).map(([property, words]) =>
    row[property] === undefined || row[property] === false
      ? ''
      : row[property] === true
        ? words
        : `${words}: ${textOf(row[property])}`,
  );
  return [...named, ...choices, ...figures].filter(Boolean);
}

const percentWords = (value: Json): string => (typeof value === 'number' ? percent(value) : textOf(value));

const wordOf = (words: Readonly<Record<string, string>>, key: string): string => ownOf(words, key) ?? key;

/** A part of a row as text; input that could not be read as it was typed. */
function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  const { typed } = propertiesOf(value);
  return typeof value === 'object' ? String(typed ?? '') : String(value);
}
