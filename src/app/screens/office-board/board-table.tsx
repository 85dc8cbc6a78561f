import { useState } from 'preact/hooks';
import { type BoardRow, boardStates } from '../../../reports/board/board.ts';
import { boardTexts as texts } from '../../../texts/board.ts';
import { Icon } from '../../../ui/icon.tsx';
import { SchoolRow } from './school-row.tsx';

const filters = ['all', 'late', ...boardStates] as const;
type Filter = (typeof filters)[number];

const fits = (row: BoardRow, filter: Filter): boolean =>
  filter === 'all' || (filter === 'late' ? row.isLate : row.state === filter);

/** Whether a school is meant by what was typed: part of its name or address, in any case. */
function isNamed({ school: { place } }: BoardRow, words: string): boolean {
  const text = `${place.shortName} ${place.name} ${place.address}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

type Props = { rows: readonly BoardRow[]; today: string; onOpen: (placeId: string) => void };

/** BD1: every school of the campaign, those who need attention first; a phone folds the rows. */
export function BoardTable({ rows, today, onOpen }: Props) {
  const [words, setWords] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const shown = rows.filter((row) => fits(row, filter) && isNamed(row, words.trim()));
  const showAll = () => {
    setWords('');
    setFilter('all');
  };
  return (
    <div class="stack">
      <div class="row noprint">
        <label class="f grow">
          <span class="vh">{texts.search}</span>
          <input
            type="search"
            data-search
            placeholder={texts.search}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </label>
        <label class="f">
          <span class="vh">{texts.filter}</span>
          <select value={filter} onChange={(event) => setFilter(event.currentTarget.value as Filter)}>
            {filters.map((one) => (
              <option key={one} value={one}>
                {texts.filters[one]} ({rows.filter((row) => fits(row, one)).length})
              </option>
            ))}
          </select>
        </label>
        <a class="btn" href="/school-files">
          <Icon sign="usb" />
          {texts.takeFile}
        </a>
      </div>
      {shown.length === 0 && rows.length > 0 ? (
        <p role="status">
          {texts.nothing}{' '}
          <button type="button" class="btn sm" onClick={showAll}>
            {texts.showAll}
          </button>
        </p>
      ) : (
        <div class="scroll fold dense">
          <table>
            <caption>{texts.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.head.school}</th>
                <th scope="col">{texts.head.state}</th>
                <th scope="col">{texts.head.filled}</th>
                <th scope="col">{texts.head.lastSeen}</th>
                <th scope="col" class="num">
                  {texts.head.unsent}
                </th>
                <th scope="col">{texts.head.road}</th>
                <th scope="col" class="noprint">
                  <span class="vh">{texts.head.action}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <SchoolRow key={row.school.place.id} row={row} today={today} onOpen={onOpen} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p class="hint">{texts.hint}</p>
    </div>
  );
}
