import { useMemo, useRef, useState } from 'preact/hooks';
import {
  countShown,
  isShown,
  type ReviewFilter,
  type ReviewGroup,
  type ReviewRow,
  reviewFilters,
  reviewGroups,
  reviewKeyOf,
} from '../../../core/verification/review-rows.ts';
import { percent } from '../../../texts/numbers.ts';
import { reviewTexts as words } from '../../../texts/review.ts';
import { useOffice } from '../../office/office.ts';
import { useQuickKeys } from '../../office/quick-keys.ts';
import { QuickKeysNote } from '../../office/quick-keys-note.tsx';
import type { SchoolOnScreen } from '../../office/use-school.ts';
import { reviewActionsOf } from './review-actions.ts';
import { ReviewLine } from './review-line.tsx';
import { type PanelMode, RowPanel } from './row-panel.tsx';

type Opened = { id: string; mode: PanelMode } | null;

/** VS1, VS4, VS5: every answer with its check, by criterion; filters, keys, and the row that is open. */
export function ReviewTable({ school }: { school: SchoolOnScreen }) {
  const { form, standing } = school;
  const office = useOffice();
  const groups = useMemo(() => reviewGroups(form, standing), [form, standing]);
  const counts = countShown(groups);
  const [filter, setFilter] = useState<ReviewFilter>('all');
  const [opened, setOpened] = useState<Opened>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const keys = useQuickKeys();
  const table = useRef<HTMLTableElement>(null);
  const actions = reviewActionsOf(office, school);
  const shown = groups
    .map((group) => ({
      ...group,
      rows: group.rows.filter((row) => isShown(filter, row) || row.indicator.id === opened?.id),
    }))
    .filter(({ rows }) => rows.length > 0);
  const rows = shown.flatMap((group) => group.rows);
  const now = rows.some(({ indicator }) => indicator.id === current) ? current : (rows[0]?.indicator.id ?? null);

  const focusRow = (id: string | undefined) =>
    id === undefined ? undefined : table.current?.querySelector<HTMLElement>(`[id="${id}"] .rowkey`)?.focus();
  const idAt = (id: string, step: number) =>
    rows[rows.findIndex((row) => row.indicator.id === id) + step]?.indicator.id;

  /** The next row takes the next key before this one is written. */
  async function confirm(row: ReviewRow): Promise<void> {
    focusRow(idAt(row.indicator.id, 1) ?? row.indicator.id);
    setFailed(!(await actions.confirm(row)));
  }
  function act(row: ReviewRow, what: 'confirm' | PanelMode): void {
    const { id } = row.indicator;
    if (what === 'confirm') void confirm(row);
    else setOpened(opened?.id === id && opened.mode === what ? null : { id, mode: what });
  }
  function onKey(event: KeyboardEvent, row: ReviewRow): void {
    const key = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey ? null : reviewKeyOf(event.code);
    if (key === null || key === 'open') return; // Enter is the button's own
    if (key === 'up' || key === 'down') focusRow(idAt(row.indicator.id, key === 'up' ? -1 : 1));
    else if (!keys.on) return;
    else act(row, key);
    event.preventDefault();
  }

  return (
    <>
      <div class="row">
        <h2 id="review">{words.title}</h2>
        <Filters chosen={filter} counts={counts} onChoose={setFilter} />
      </div>
      <QuickKeysNote lead={words.keysLead} does={words.keys} on={words.keysOn} keys={keys} />
      {failed ? (
        <p class="err" role="alert">
          {words.problems['not-written']}
        </p>
      ) : null}
      {rows.length === 0 ? <p>{words.nothing}</p> : null}
      <div class="scroll fold dense review">
        <table ref={table}>
          <thead>
            <tr>
              {words.head.map((title, at) => (
                <th key={title} scope="col">
                  {at === words.head.length - 1 ? <span class="vh">{title}</span> : title}
                </th>
              ))}
            </tr>
          </thead>
          {shown.map((group) => (
            <tbody key={group.criterionId}>
              <tr class="grp">
                <th scope="rowgroup" colSpan={6}>
                  {groupTitle(group)}
                </th>
              </tr>
              {group.rows.map((row) => {
                const { id } = row.indicator;
                const mode = opened?.id === id ? opened.mode : null;
                return [
                  <ReviewLine
                    key={id}
                    row={row}
                    school={school}
                    mode={mode}
                    isCurrent={now === id}
                    onFocus={() => setCurrent(id)}
                    onKey={(event) => onKey(event, row)}
                    onAct={(what) => act(row, what)}
                  />,
                  mode ? (
                    <RowPanel
                      key={`${id}+${mode}`}
                      row={row}
                      school={school}
                      mode={mode}
                      actions={actions}
                      onMode={(next) => setOpened({ id, mode: next })}
                      onDone={() => {
                        setOpened(null);
                        focusRow(id);
                      }}
                    />
                  ) : null,
                ];
              })}
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
}

type FiltersProps = {
  chosen: ReviewFilter;
  counts: Readonly<Record<ReviewFilter, number>>;
  onChoose: (filter: ReviewFilter) => void;
};

function Filters({ chosen, counts, onChoose }: FiltersProps) {
  return (
    <fieldset class="push row">
      <legend class="vh">{words.show}</legend>
      {reviewFilters.map((filter) => (
        <button
          key={filter}
          type="button"
          class="btn sm"
          aria-pressed={filter === chosen}
          onClick={() => onChoose(filter)}
        >
          {words.filters[filter]} {counts[filter]}
        </button>
      ))}
    </fieldset>
  );
}

function groupTitle({ number, title, before, after }: ReviewGroup): string {
  const score = (value: number | null) => (value === null ? words.noScore : percent(value));
  return `${number}. ${title}: ${words.scores(score(before), before === after ? null : score(after))}`;
}
