import type { FormColumn } from '../../../core/form/column-form.ts';
import { isTablePaste } from '../../../core/form/paste.ts';
import { cellKey } from '../../../core/monitoring/column-rows.ts';
import { monitoringScreenTexts as texts } from '../../../texts/monitoring-screen.ts';
import { moveInTable } from '../../../ui/cell-keys.ts';
import { cellAnchor, type FormPlace, type Monitoring } from '../../monitoring/use-monitoring.ts';
import { usePaste } from '../../paste-preview.tsx';
import { useProgram } from '../../program.ts';
import { Cell } from './cell.tsx';
import { readPastedColumn } from './paste-column.ts';
import { SummedCell } from './summed-cell.tsx';

type Props = {
  columns: readonly FormColumn[];
  monitoring: Monitoring;
  /** the one place a narrow screen shows */
  shown: FormPlace;
};

/** The form's columns as rows, group by group: one column of fields a place, and what the school's row comes to. */
export function ColumnsTable({ columns, monitoring, shown }: Props) {
  const { places } = monitoring;
  const { answer } = useProgram();
  const paste = usePaste();
  /** MS3: Enter in an empty field takes what is offered, and moves on as everywhere */
  const takeOffered = ({ key, shiftKey, target }: KeyboardEvent) => {
    const cell = cellAt(target, places);
    if (!cell || key !== 'Enter' || shiftKey || !isEmptyField(target)) return;
    const short = cellKey(cell.columnId, cell.place.id);
    const offer = monitoring.offers.get(short);
    if (offer) answer(monitoring.pathOf(short), offer.value);
  };
  const hasSum = hasSummedRow(monitoring);
  const groups = [...new Set(columns.map(({ group }) => group))];
  const width = 2 + places.length + (hasSum ? 1 : 0);
  return (
    <>
      {paste.shown}
      <div class="scroll fold cells places">
        <table
          onKeyDown={(event) => {
            takeOffered(event);
            moveInTable(event);
          }}
        >
          <caption class="vh">{texts.caption}</caption>
          <thead>
            <tr>
              <th scope="col" class="num">
                {texts.head.number}
              </th>
              <th scope="col">{texts.head.title}</th>
              {places.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
              {hasSum ? (
                <th scope="col" class="num">
                  {texts.head.sum}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody
            onPaste={(event) => {
              const text = event.clipboardData?.getData('text') ?? '';
              const cell = cellAt(event.target, places);
              if (!cell || !isTablePaste(text)) return;
              event.preventDefault();
              paste.show(readPastedColumn(text, columns, cell.columnId, cell.place, monitoring));
            }}
          >
            {groups.map((group) => [
              <tr key={group} class="grp">
                <th scope="rowgroup" colSpan={width}>
                  {group}
                </th>
              </tr>,
              ...columns
                .filter((column) => column.group === group)
                .map((column) => <Row key={column.id} column={column} monitoring={monitoring} shown={shown} />),
            ])}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ column, monitoring, shown }: Omit<Props, 'columns'> & { column: FormColumn }) {
  const { places, standing } = monitoring;
  return (
    <tr>
      <td class="num q txt wo">{column.id}</td>
      <th scope="row" class="txt">
        <span class="onphone q">{column.id}. </span>
        {column.title}
      </th>
      {places.map((place, at) => (
        <td
          key={place.id}
          id={cellAnchor(column.id, place.id)}
          data-column={column.id}
          data-place={at}
          data-l={place.name}
          class={place.id === shown.id ? undefined : 'away'}
        >
          <Cell column={column} place={place} monitoring={monitoring} />
        </td>
      ))}
      {hasSummedRow(monitoring) ? (
        <td class="num txt" data-l={texts.head.sum}>
          <SummedCell column={column} standing={standing} />
        </td>
      ) : null}
    </tr>
  );
}

/** The cell something happened in. */
function cellAt(
  target: EventTarget | null,
  places: readonly FormPlace[],
): { columnId: string; place: FormPlace } | null {
  const { column, place: at } =
    (target instanceof Element ? target.closest<HTMLElement>('td[data-column]')?.dataset : undefined) ?? {};
  const place = places[Number(at)];
  return column && place ? { columnId: column, place } : null;
}

const isEmptyField = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) && target.value === '';

/** Without branches the school's row is its own. */
const hasSummedRow = ({ branchId, places }: Monitoring): boolean => branchId === null && places.length > 1;
