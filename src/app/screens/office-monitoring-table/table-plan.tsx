import { useMemo, useState } from 'preact/hooks';
import type { FileCampaign } from '../../../core/answers-file/file-campaign.ts';
import type { ColumnForm } from '../../../core/form/column-form.ts';
import { tableAnswers } from '../../../core/monitoring-table/table-answers.ts';
import type { TableReading } from '../../../core/monitoring-table/table-reading.ts';
import { answersProblemWords, answersWarningWords } from '../../../reports/import-words.ts';
import { tableTexts as words } from '../../../texts/monitoring-table.ts';
import { importTexts } from '../../../texts/paper-entry.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { columnBlocks } from '../../office/column-blocks.ts';
import { useOffice } from '../../office/office.ts';
import { type AnswersPlan, planAnswers, takeAnswers } from '../../office/take-answers.ts';
import { useProgram } from '../../program.ts';

type Props = {
  reading: TableReading;
  form: ColumnForm;
  /** null: none is chosen yet */
  campaign: FileCampaign | null;
  onTaken: () => Promise<void>;
};

/** XT6: what would be taken, through the same door as a file of answers; nothing is written before the officer says so. */
export function TablePlan({ reading, form, campaign, onTaken }: Props) {
  const office = useOffice();
  const { published } = useProgram();
  const [taken, setTaken] = useState<{ done: number; of: number; isDone: boolean } | null>(null);
  const plan = useMemo(
    () => campaign && planAnswers(tableAnswers(reading, form, campaign), office, columnBlocks(published.value)),
    [reading, form, campaign?.id],
  );
  if (reading.schools.length === 0) return null;
  if (plan === null) return <p>{words.chooseCampaign}</p>;
  if (!plan.ok)
    return (
      <Message sign="stop" tone="bad" title={importTexts.fileRefused}>
        <Lines lines={plan.problem.map(answersProblemWords)} />
      </Message>
    );
  if (plan.value.campaign === 'foreign') return <Message sign="stop" tone="bad" title={importTexts.foreignCampaign} />;

  async function take(whole: AnswersPlan): Promise<void> {
    setTaken({ done: 0, of: 0, isDone: false });
    const { kept, of } = await takeAnswers(whole, office, (done, all) => setTaken({ done, of: all, isDone: false }));
    setTaken({ done: kept, of, isDone: true });
    if (kept === of) await onTaken();
  }
  const fresh = [...plan.value.fresh.values()].filter((entries) => entries.length > 0).length;
  return (
    <>
      <Schools plan={plan.value} />
      {taken?.isDone ? (
        <Message
          sign={taken.done === taken.of ? 'yes' : 'warn'}
          tone={taken.done === taken.of ? 'ok' : 'warn'}
          title={taken.done === taken.of ? importTexts.taken(taken.done) : importTexts.partly(taken.done)}
        />
      ) : taken ? (
        <p role="status">{importTexts.taking(taken.done, taken.of)}</p>
      ) : fresh === 0 ? (
        <p>{words.nothingNew}</p>
      ) : (
        <p>
          <button type="button" class="btn main" onClick={() => void take(plan.value)}>
            <Icon sign="file" />
            {importTexts.take(fresh)}
          </button>
        </p>
      )}
    </>
  );
}

/** What keeps a school out, and what is worth knowing of the others. */
function Schools({ plan: { file } }: { plan: AnswersPlan }) {
  const refused = file.schools.flatMap((one) => ('problems' in one ? one.problems.map(answersProblemWords) : []));
  const warnings = file.schools.flatMap((one) =>
    'warnings' in one
      ? one.warnings
          .filter(({ code }) => code !== 'private-not-taken')
          .map((warning) => `${one.place.shortName}: ${answersWarningWords(warning)}`)
      : [],
  );
  const privates = file.schools.reduce((sum, one) => sum + ('privates' in one ? one.privates.length : 0), 0);
  return (
    <>
      {refused.length > 0 ? (
        <Message sign="stop" tone="bad" title={importTexts.refusedSchool}>
          <Lines lines={refused} />
        </Message>
      ) : null}
      {privates > 0 ? <p>{words.privates(privates)}</p> : null}
      {warnings.length > 0 ? (
        <details>
          <summary>
            <span>{importTexts.warnings(warnings.length)}</span>
          </summary>
          <Lines lines={warnings} />
        </details>
      ) : null}
    </>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul class="s">
    {lines.map((line, at) => (
      <li key={at}>{line}</li>
    ))}
  </ul>
);
