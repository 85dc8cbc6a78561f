import { useRef } from 'preact/hooks';
import type { Form } from '../../../core/form/form.ts';
import { type Cell, cellAfter, cellByKey, siteStateByKey } from '../../../core/verification/site-grid.ts';
import { percent, shownId } from '../../../texts/numbers.ts';
import { siteCheckTexts as words } from '../../../texts/site-checks.ts';
import type { SchoolSite } from './sites-of.ts';

type Props = {
  sites: readonly SchoolSite[];
  form: Form;
  cell: Cell;
  digits: boolean;
  onCell: (cell: Cell) => void;
  onMark: (row: number, column: number, state: string | null) => void;
};

const shades: Readonly<Record<string, string>> = { ok: 'h3', partly: 'h2', stale: 'h1', broken: 'h1', missing: 'h0' };

/** SI2: schools × checks; one cell is in the tab order, keys move and mark. */
export function SiteTable({ sites, form, cell, digits, onCell, onMark }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const { checks } = form.site;
  const at = { row: Math.min(cell.row, sites.length - 1), column: cell.column };

  function go(to: Cell): void {
    onCell(to);
    table.current?.querySelector<HTMLElement>(`[data-at="${to.row}.${to.column}"]`)?.focus();
  }
  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const state = digits ? siteStateByKey(form.site, event.code) : undefined;
    const to = state === undefined ? cellByKey(at, event.code, sites.length, checks.length) : null;
    if (state !== undefined) {
      onMark(at.row, at.column, state);
      go(state === null ? at : cellAfter(at, sites.length, checks.length));
    } else if (to) go(to);
    else return;
    event.preventDefault();
  }

  return (
    <section class="scroll dense stick heat" aria-label={words.title}>
      <table ref={table}>
        <thead>
          <tr>
            <th scope="col">{words.school}</th>
            {checks.map(({ id, question }) => (
              <th key={id} scope="col">
                <abbr title={question}>{shownId(id)}</abbr>
              </th>
            ))}
            <th scope="col">{words.percent}</th>
          </tr>
        </thead>
        <tbody onKeyDown={onKey}>
          {sites.map(({ place, score }, row) => (
            <tr key={place.id}>
              <th scope="row">{place.shortName}</th>
              {checks.map(({ id }, column) => {
                const state = score.states.get(id);
                return (
                  <td key={id} class={shades[state ?? '']}>
                    <button
                      type="button"
                      class="cell"
                      data-at={`${row}.${column}`}
                      tabIndex={at.row === row && at.column === column ? 0 : -1}
                      aria-label={words.cell(
                        place.shortName,
                        shownId(id),
                        state === undefined ? words.notChecked : (words.states[state] ?? state),
                      )}
                      onFocus={() => onCell({ row, column })}
                    >
                      {state === undefined ? words.empty : (words.short[state] ?? state)}
                    </button>
                  </td>
                );
              })}
              <td class="nw">
                {score.percent === null ? '—' : percent(score.percent)}{' '}
                <span class="s q">{words.checked(score.states.size, checks.length)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
