import { plainWords } from './sheet-cells.ts';

/** What the label of each column is known by, however it was shortened or renamed; the first that fits decides. */
const signs: readonly (readonly [id: string, sign: RegExp])[] = [
  ['25', /примечан|комментар/],
  ['24', /мероприят/],
  [
    '23',
    /(связ|контакт|телефон|почт|skype|скайп|мессендж).*координатор|координатор.*(связ|контакт|телефон|почт|skype|скайп)/,
  ],
  ['22', /координатор/],
  ['21', /площадк|внедренческ/],
  ['20', /бумажн/],
  ['19', /частот|как часто|периодичн/],
  ['14', /модул/],
  ['13', /класс.*(журнал|дневник| эж | эд )/],
  ['12', /(мест|компьютер| арм | пк ).*(учен|учащ|обуч|школьник)/],
  ['11', /(мест|компьютер| арм | пк ).*(учител|педагог)/],
  ['10', /родител/],
  ['7', /связ|контакт|телефон|почт|e mail| email /],
  ['6', /ответствен/],
  ['18', /(педагог|учител).*(сэд|систем|работающ|зарегистр)/],
  ['17', /педагог|учител/],
  ['16', /(учен|учащ|обуч).*(сэд|систем|зарегистр|электрон)/],
  ['15', /учен|учащ|обуча/],
  ['9', /класс.*(сэд|систем|использ)/],
  ['8', /класс/],
  ['5', /сэд|систем|электронн.* журнал/],
  ['4', /филиал|структурн.*подразд/],
  ['2', /моуо|муниципалитет|муниципальн.* образован|район|территор|округ/],
  ['3', /школ|организац|учрежден| оу | оо |наименован/],
  ['1', /^ (n|п|номер|пп) |^ $/],
];

/** Words that say nothing without the label of the group above them. */
const partial = new Set(
  'всего в системе сэд из них том числе эж эд с электронным журналом учителя ученика учителей учеников фио контакты связь адрес другие'.split(
    ' ',
  ),
);

/** Whether a label is only a part of the one above it: «всего», «в системе». */
export const isPartial = (label: string): boolean => plainWords(label).every((word) => partial.has(word));

/** XT1: the column a label names; null: none. */
export function columnOfLabel(label: string): string | null {
  if (label.trim() === '') return null;
  if (/^\s*(№|n)\s*(п\/?п)?\.?\s*$/i.test(label)) return '1';
  const words = ` ${plainWords(label).join(' ')} `;
  return signs.find(([, sign]) => sign.test(words))?.[0] ?? null;
}
