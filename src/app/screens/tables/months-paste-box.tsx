import { useId, useState } from 'preact/hooks';
import { type MonthColumn, monthColumns } from '../../../core/form/paste-months.ts';
import { monthText } from '../../../texts/numbers.ts';
import { tableTexts } from '../../../texts/tables.ts';
import { PasteBox } from './paste-box.tsx';

type Props = {
  months: readonly string[];
  /** `row`: the month the first line belongs to, counted from 0 */
  onShow: (text: string, column: MonthColumn, row: number) => void;
  onClose: () => void;
};

/** The paste box of the months: which column the text is, and the month it begins with. */
export function MonthsPasteBox({ months, onShow, onClose }: Props) {
  const id = useId();
  const [column, setColumn] = useState<MonthColumn>('percent');
  const [row, setRow] = useState(0);
  return (
    <PasteBox hint={tableTexts.pasteMonthsHint} onClose={onClose} onShow={(text) => onShow(text, column, row)}>
      <div class="f">
        <label class="lab" for={`${id}c`}>
          {tableTexts.pasteColumn}
        </label>
        <select
          id={`${id}c`}
          value={column}
          onChange={({ currentTarget }) =>
            setColumn(monthColumns.find((one) => one === currentTarget.value) ?? 'percent')
          }
        >
          {monthColumns.map((one, at) => (
            <option key={one} value={one}>
              {tableTexts.monthHead[at + 1]}
            </option>
          ))}
        </select>
      </div>
      <div class="f">
        <label class="lab" for={`${id}m`}>
          {tableTexts.pasteFrom}
        </label>
        <select id={`${id}m`} value={row} onChange={(event) => setRow(Number(event.currentTarget.value))}>
          {months.map((month, at) => (
            <option key={month} value={at}>
              {monthText(month)}
            </option>
          ))}
        </select>
      </div>
    </PasteBox>
  );
}
