import { propertiesOf } from '../../../core/submission/answer.ts';
import { historyOf } from '../../../core/submission/history-of.ts';
import type { ReviewRow } from '../../../core/verification/review-rows.ts';
import { reviewTexts as words } from '../../../texts/review.ts';
import { ChangeLine } from '../../history/change-line.tsx';
import { useOffice } from '../../office/office.ts';
import type { SchoolOnScreen } from '../../office/use-school.ts';
import { DisputeForm } from './dispute-form.tsx';
import { ReturnForm } from './return-form.tsx';
import type { ReviewActions } from './review-actions.ts';
import { Talk } from './talk.tsx';

export type PanelMode = 'open' | 'dispute' | 'return';

type Props = {
  row: ReviewRow;
  school: SchoolOnScreen;
  mode: PanelMode;
  actions: ReviewActions;
  onMode: (mode: PanelMode) => void;
  onDone: () => void;
};

/** What opens under a row: evidence, the form of another value or of giving back, the conversation, the history. Escape closes it. */
export function RowPanel({ row, school, mode, actions, onMode, onDone }: Props) {
  return (
    <tr
      class="open"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <td colSpan={6}>
        <div class="stack">
          <SchoolSays row={row} school={school} />
          {mode === 'dispute' ? (
            <DisputeForm
              row={row}
              school={school}
              onWrite={actions.dispute}
              onReturn={() => onMode('return')}
              onDone={onDone}
            />
          ) : null}
          {mode === 'return' ? <ReturnForm row={row} onWrite={actions.giveBack} onDone={onDone} /> : null}
          {mode === 'open' ? <TakeBack row={row} actions={actions} /> : null}
          <Talk indicator={row.indicator} school={school} onSay={actions.say} />
          <RowHistory row={row} school={school} />
          <p>
            <button type="button" class="btn sm link" onClick={onDone}>
              {words.close}
            </button>
          </p>
        </div>
      </td>
    </tr>
  );
}

/** The school's comment and the link of its evidence, as they stand now. */
function SchoolSays({
  row: { indicator },
  school: { now, campaign, form },
}: {
  row: ReviewRow;
  school: SchoolOnScreen;
}) {
  const at = (part: string) => now.get(`${campaign.id}/${form.id}/${indicator.id}#${part}`)?.[0]?.value ?? null;
  const comment = at('comment');
  const { link, note } = propertiesOf(at('evidence'));
  const items = [
    [words.evidence, note],
    [words.link, link],
    [words.schoolSays, comment],
  ].filter(([, text]) => typeof text === 'string' && text !== '');
  if (items.length === 0 && indicator.evidence === '') return null;
  return (
    <div class="stack tight">
      <p class="hint">{indicator.evidence}</p>
      {items.length > 0 ? (
        <dl class="facts">
          {items.map(([name, text]) => [<dt key={String(name)}>{name}</dt>, <dd key={`${name}:`}>{String(text)}</dd>])}
        </dl>
      ) : null}
    </div>
  );
}

function TakeBack({ row, actions }: { row: ReviewRow; actions: ReviewActions }) {
  if (row.state === 'returned' || row.state === 'corrected')
    return (
      <p>
        <button type="button" class="btn sm" onClick={() => actions.takeBack(row, 'return')}>
          {words.takeReturnBack}
        </button>
      </p>
    );
  if (!row.check) return null;
  return (
    <p>
      <button type="button" class="btn sm" onClick={() => actions.takeBack(row, 'check')}>
        {words.takeBack}
      </button>
    </p>
  );
}

/** HI1–HI3: every change of the answer and its evidence, what was typed from paper among them. */
function RowHistory({ row: { indicator }, school }: { row: ReviewRow; school: SchoolOnScreen }) {
  const office = useOffice();
  const { place, campaign, form, standing } = school;
  const own = `${campaign.id}/${form.id}/${indicator.id}`;
  const revisions = office.revisionsOf(place.id);
  const changes = [own, `${own}#evidence`].flatMap((path) =>
    historyOf(
      revisions.filter((one) => one.path === path),
      standing.status?.heads ?? null,
    ),
  );
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>
        <span>{words.history(changes.length)}</span>
      </summary>
      <ol class="plain s stack tight">
        {changes.map((change) => (
          <ChangeLine key={change.revision.id} change={change} named={change.revision.path !== own} />
        ))}
      </ol>
    </details>
  );
}
