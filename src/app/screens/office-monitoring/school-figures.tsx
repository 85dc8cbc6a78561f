import { useEffect, useRef, useState } from 'preact/hooks';
import type { FileCampaign } from '../../../core/answers-file/file-campaign.ts';
import { type ColumnForm, filledColumns } from '../../../core/form/column-form.ts';
import type { Json } from '../../../core/json.ts';
import { acceptedValueOf, returnedValueOf, statusPathOf } from '../../../core/submission/status.ts';
import { cellWords, messageWords } from '../../../reports/table-words.ts';
import { monitoringTexts } from '../../../texts/monitoring.ts';
import { monitoringOfficeTexts as words } from '../../../texts/monitoring-office.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { useOffice } from '../../office/office.ts';
import type { SchoolLine } from './monitoring-state.ts';
import { SchoolContacts } from './school-contacts.tsx';

type Props = { line: SchoolLine; form: ColumnForm; campaign: FileCampaign; onClose: () => void };

/** PN3: the figures of a school and its branches, what the checks say of them, and the officer's word. */
export function SchoolFigures({ line, form, campaign, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { place, rows, messages } = line;
  const columns = filledColumns(form).filter((column) => !column.private);
  const whose = [{ name: words.ofSchool, row: rows.own }, ...rows.branches.map(({ name, row }) => ({ name, row }))];
  return (
    <section class="card stack" aria-labelledby="figures">
      <h2 id="figures" ref={heading} tabIndex={-1}>
        {words.figures(place.shortName)}
      </h2>
      {messages.length > 0 ? (
        <ul class="plain stack tight" aria-label={words.messages}>
          {messages.map((message) => (
            <li key={`${message.code} ${message.branch} ${message.columns.join()}`}>
              <Mark
                sign={message.level === 'error' ? 'stop' : 'warn'}
                tone={message.level === 'error' ? 'bad' : 'warn'}
              >
                {message.level === 'error' ? words.error : message.isConfirmed ? words.confirmed : words.warning}
              </Mark>{' '}
              {messageWords(form, message)}
            </li>
          ))}
        </ul>
      ) : null}
      {line.twins.map(({ key, rows: same }) => (
        <p key={key} class="row">
          <Mark sign="stop" tone="bad">
            {words.error}
          </Mark>{' '}
          {monitoringTexts.twins(same.map(({ name }) => name))}
        </p>
      ))}
      {line.isBegun ? (
        <div class="scroll fold dense">
          <table>
            <caption>{words.figuresCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.column}</th>
                {whose.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {columns.map((column) => (
                <tr key={column.id}>
                  <th scope="row">
                    {column.id}. {column.title}
                  </th>
                  {whose.map(({ name, row }) => (
                    <td key={name} data-l={name}>
                      {row.has(column.id) ? cellWords(column, row.get(column.id) ?? null) : '–'}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p>{words.nothing}</p>
      )}
      <SchoolContacts line={line} form={form} campaign={campaign} />
      <Word line={line} campaignId={campaign.id} onClose={onClose} />
    </section>
  );
}

/** SB5: accepted, or given back with a reason, in the register the readiness form uses. */
function Word({
  line: { place, state },
  campaignId,
  onClose,
}: Pick<Props, 'line' | 'onClose'> & { campaignId: string }) {
  const office = useOffice();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const write = async (value: Json) => {
    if (await office.write(place.id, statusPathOf(campaignId), value)) onClose();
    else setProblem(words.notWritten);
  };
  const giveBack = () =>
    reason.trim() === '' ? setProblem(words.noReason) : void write(returnedValueOf(reason.trim()));
  const canReturn = state === 'submitted' || state === 'accepted';
  return (
    <>
      {canReturn ? (
        <label class="f">
          <span>{words.reason}</span>
          <textarea
            rows={2}
            maxLength={1000}
            value={reason}
            aria-describedby={problem ? 'word-problem' : undefined}
            onInput={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </label>
      ) : null}
      {problem ? (
        <p class="err" id="word-problem" role="alert">
          <Icon sign="stop" />
          <span>{problem}</span>
        </p>
      ) : null}
      <p class="row">
        {state === 'submitted' ? (
          <button type="button" class="btn main" onClick={() => void write(acceptedValueOf())}>
            {words.accept}
          </button>
        ) : null}
        {canReturn ? (
          <button type="button" class="btn" onClick={giveBack}>
            {words.giveBack}
          </button>
        ) : null}
        <button type="button" class="btn" onClick={onClose}>
          {words.hide}
        </button>
      </p>
    </>
  );
}
