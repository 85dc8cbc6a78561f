import { modulesName } from '../answers-file/monitoring-block.ts';
import { cellSchemaOf } from '../answers-file/monitoring-cells.ts';
import type { FormColumn } from '../form/column-form.ts';
import type { Json } from '../json.ts';
import { noneTookPart } from '../monitoring/column-rows.ts';
import { normalizeText } from '../submission/normalize-text.ts';
import { readModules } from './read-modules.ts';
import { plainWords } from './sheet-cells.ts';

/** What stood in a cell, read: a value; nothing said; or a doubt a person decides. */
export type CellRead =
  | { kind: 'value'; value: Json }
  | { kind: 'nothing' }
  | { kind: 'doubt'; proposed: Json; candidates: readonly Json[] };

const sure = (value: Json): CellRead => ({ kind: 'value', value });
const doubt = (proposed: Json, ...candidates: Json[]): CellRead => ({ kind: 'doubt', proposed, candidates });

/** «нет данных», «н/д», «не представлено»: said to be nothing. */
const isNoData = (text: string): boolean =>
  /^(нет данных|н ?д|не представлен.*|нет сведений)$/.test(plainWords(text).join(' '));
const isDash = (text: string): boolean => /^[-–—−.…]+$/.test(text);

/** XT3: a cell by the kind of its column. What is not plainly a value of that kind is a doubt, with a proposal where there is one. */
export function readTableCell(column: FormColumn, typed: string): CellRead {
  const text = normalizeText(typed.replaceAll('\u00a0', ' ')).trim();
  if (text === '' || isNoData(text)) return { kind: 'nothing' };
  const read = readerOf(column)(text, column);
  const fits = read.kind !== 'value' || column.kind === 'rows' || cellSchemaOf(column).safeParse(read.value).success;
  return fits ? read : doubt(null);
}

function readerOf({ kind, id }: FormColumn): (text: string, column: FormColumn) => CellRead {
  if (kind === 'count') return readCount;
  if (kind === 'choice') return readChoice;
  if (kind === 'system') return readSystem;
  if (kind === 'rows') return id === modulesName ? readModuleList : readEvents;
  if (kind === 'person') return readPerson;
  if (kind === 'contact') return readContact;
  return (text) => (isDash(text) ? { kind: 'nothing' } : sure(text));
}

/** «11», «11,0», «1 200» are figures; «около 11», «нет», «-» are asked about. */
function readCount(text: string): CellRead {
  const close = text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, '');
  const whole = /^(\d{1,9})(?:[.,]0+)?$/.exec(close)?.[1];
  if (whole !== undefined) return sure(Number(whole));
  if (isDash(text)) return doubt(null, 0);
  if (/^нет\.?$/i.test(text)) return doubt(0, 0);
  const figures = [...new Set([...close.matchAll(/\d{1,9}(?![\d])/g)].map(([one]) => Number(one)))];
  const isPlain = figures.length === 1 && !/\d[.,]\d/.test(close) && !/^[-−–]/.test(close);
  return isPlain ? doubt(figures[0] ?? null, ...figures) : doubt(null, ...figures.slice(0, 4));
}

const choiceSigns: Readonly<Record<string, readonly (readonly [RegExp, number, isSure: boolean])[]>> = {
  '19': [
    [/каждый день|ежедневн/, 1, true],
    [/2 3 дн|два три дн|через день/, 2, true],
    [/раз в неделю|еженедельн/, 3, true],
    [/раза? в месяц|ежемесячн/, 4, true],
  ],
  '20': [
    [/следующ|отказ/, 3, true],
    [/^не веде|^не ведут/, 2, true],
    [/^веде|^ведут/, 1, true],
    [/^да$/, 1, false],
    [/^нет$/, 2, false],
  ],
  '21': [
    [/^да$|^является/, 1, true],
    [/^нет$|^не является/, 2, true],
  ],
};

/** The number of the answer, alone or before its words, or the words. */
function readChoice(text: string, { id, options }: FormColumn): CellRead {
  const numbers = Object.keys(options ?? {}).map(Number);
  const number = /^(\d+)(?:[.,]0+)?$/.exec(text)?.[1] ?? /^(\d+)\s*[-–—.)]+\s*[^\d\s]/.exec(text)?.[1];
  if (number !== undefined && numbers.includes(Number(number))) return sure(Number(number));
  if (isDash(text)) return doubt(null, ...numbers);
  const plain = plainWords(text).join(' ');
  const found = (choiceSigns[id] ?? []).find(([sign]) => sign.test(plain));
  if (!found) return doubt(null, ...numbers);
  return found[2] ? sure(found[1]) : doubt(found[1], ...numbers);
}

const systems: readonly (readonly [RegExp, readonly string[]])[] = [
  [/дневник ?ру|dnevnik/, ['dnevnikRu']],
  [/тэш|томск.*электронн.*школ/, ['tes']],
  [/сетев.* город|netschool|net school|netgorod/, ['irtechNetgorod']],
  [/сетев.* регион|guostrj/, ['irtechGuostrj']],
  [/иртех.*регион|irtechtomsk/, ['irtechTomsk']],
  [/иртех|irtech|ир тех/, ['irtechNetgorod', 'irtechGuostrj', 'irtechTomsk']],
  [/^(нет|не используется|отсутствует|не ведется|none)$/, ['none']],
  [/^(другая|other)$/, ['other']],
];
const allSystems = ['tes', 'dnevnikRu', 'irtechNetgorod', 'irtechGuostrj', 'irtechTomsk', 'other', 'none'];

/** The system by its name or address; of several makers’ systems, and of an unknown one, it is asked which. */
function readSystem(text: string): CellRead {
  if (allSystems.includes(text)) return sure(text);
  if (isDash(text)) return doubt(null, ...allSystems);
  const plain = plainWords(text).join(' ');
  const found = systems.filter(([sign]) => sign.test(plain)).slice(0, 2);
  const [first, second] = found;
  if (!first) return doubt('other', ...allSystems);
  const isMaker = second !== undefined && second[1].length > 1;
  if (first[1].length === 1 && (second === undefined || isMaker)) return sure(first[1][0] ?? null);
  return doubt(null, ...new Set([...found.flatMap(([, ids]) => ids), ...allSystems]));
}

/** One event a line, «название – 20 учеников, 3 педагога»; how a line is understood is always shown first. */
function readEvents(text: string): CellRead {
  if (/^не участв/i.test(text)) return sure(noneTookPart);
  if (isDash(text) || /^нет\.?$/i.test(text)) return doubt(noneTookPart, noneTookPart);
  const rows = text.split(/\n|;/).flatMap((line): Json[] => {
    if (line.trim() === '') return [];
    const pupils = /(\d+)\s*(?:учен|уч\.|учащ|обуч)|(?:учеников|учащихся|уч\.)\D{0,3}(\d+)/i.exec(line);
    const teachers = /(\d+)\s*(?:педагог|учител|пед\.)|(?:педагогов|учителей|пед\.)\D{0,3}(\d+)/i.exec(line);
    const title = line.split(/\s[-–—]\s|[,:(]/)[0]?.trim() ?? '';
    const isRead = pupils !== null && teachers !== null && title !== '';
    if (!isRead) return [{ title: line.trim() }];
    return [{ title, pupils: Number(pupils[1] ?? pupils[2]), teachers: Number(teachers[1] ?? teachers[2]) }];
  });
  return rows.length === 0 ? doubt(null) : doubt(rows, rows, noneTookPart);
}

/** CX7: how a list of modules is understood is always shown first. */
function readModuleList(text: string): CellRead {
  if (isDash(text) || /^нет\.?$/i.test(text)) return { kind: 'nothing' };
  const rows = readModules(text);
  return rows.length === 0 ? doubt(null) : doubt(rows, rows);
}

/** Name and post: the post stands after the comma. */
function readPerson(text: string, { fields = [] }: FormColumn): CellRead {
  if (isDash(text) || /^нет$/i.test(text)) return { kind: 'nothing' };
  if (!fields.includes('position')) return sure({ fullName: text });
  const [fullName = '', ...rest] = text.split(/,|\n|;/);
  const position = rest.join(',').trim();
  return sure(position === '' ? { fullName: text } : { fullName: fullName.trim(), position });
}

/** The e-mail is known by its sign, the telephone by its digits; the rest is a messenger where there is one. */
function readContact(text: string, { fields = [] }: FormColumn): CellRead {
  if (isDash(text) || /^нет$/i.test(text)) return { kind: 'nothing' };
  const email = /[^\s,;]+@[^\s,;]+/.exec(text)?.[0];
  const rest = text.replace(email ?? '', '').replace(/^[\s,;]+|[\s,;]+$/g, '');
  const isPhone = rest.replace(/\D/g, '').length >= 5 || !fields.includes('messenger');
  return sure({ ...(email ? { email } : {}), ...(rest === '' ? {} : { [isPhone ? 'phone' : 'messenger']: rest }) });
}
