import { useState } from 'preact/hooks';
import { checkLevelPathOf, checkLevels, checkLevelsOf } from '../../../core/monitoring/check-levels.ts';
import { type CheckLevel, ownLevels, type RowCheckCode, rowCheckCodes } from '../../../core/monitoring/check-rows.ts';
import { monitoringChecksTexts as words } from '../../../texts/monitoring-checks.ts';
import { Message } from '../../../ui/message.tsx';
import { useOffice } from '../../office/office.ts';
import { useProgram } from '../../program.ts';

const { head } = words;

/** CX2: what each cross-check does; the officer of the highest place changes it, the others read it. */
export function ChecksCard() {
  const { write, publicHistory } = useOffice();
  const { delivery, published } = useProgram();
  const [isFailed, setIsFailed] = useState(false);
  const isOwn = delivery.value.enrolment?.histories.at(-1) === publicHistory;
  const said = checkLevelsOf(published.value);
  /** What a check does anyway is not written down. */
  const save = async (code: RowCheckCode, level: CheckLevel) =>
    setIsFailed(!(await write(publicHistory, checkLevelPathOf(code), level === ownLevels[code] ? null : level)));
  return (
    <details class="noprint">
      <summary>
        <span>
          {words.title}, {words.changed(said.size)}
        </span>
      </summary>
      <div class="stack tight">
        <p class="hint">{isOwn ? words.lead : words.readOnly}</p>
        {isFailed ? <Message sign="stop" tone="bad" title={words.notWritten} alert /> : null}
        <div class="scroll fold dense">
          <table>
            <caption class="vh">{words.caption}</caption>
            <thead>
              <tr>
                {Object.values(head).map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rowCheckCodes.map((code) => (
                <tr key={code}>
                  <th scope="row" data-l={head.code}>
                    {code}
                  </th>
                  <td class="txt" data-l={head.rule}>
                    {words.rules[code]}
                  </td>
                  <td class="txt" data-l={head.level}>
                    <Level code={code} level={said.get(code)} save={isOwn ? save : null} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </details>
  );
}

type LevelProps = {
  code: RowCheckCode;
  /** undefined: as always */
  level: CheckLevel | undefined;
  save: ((code: RowCheckCode, level: CheckLevel) => Promise<void>) | null;
};

function Level({ code, level, save }: LevelProps) {
  const own = ownLevels[code];
  const usual = level !== undefined && level !== own ? <p class="s q">{words.usual(words.levels[own])}</p> : null;
  return (
    <>
      {save ? (
        <select
          aria-label={words.levelOf(code)}
          value={level ?? own}
          onChange={({ currentTarget: { value } }) => void save(code, checkLevels.find((one) => one === value) ?? own)}
        >
          {checkLevels.map((one) => (
            <option key={one} value={one}>
              {words.levels[one]}
            </option>
          ))}
        </select>
      ) : (
        words.levels[level ?? own]
      )}
      {usual}
    </>
  );
}
