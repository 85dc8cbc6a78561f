import type { Change } from '../../core/submission/history-of.ts';
import { registerWords } from '../../reports/register-words.ts';
import { criterionTexts } from '../../texts/criterion.ts';
import { historyTexts } from '../../texts/history.ts';
import { Mark } from '../../ui/mark.tsx';
import { momentText, shortMoment } from '../moment-text.ts';
import { useProgram } from '../program.ts';
import { registerName } from '../register-name.ts';
import type { Delivered } from '../sync/delivery.ts';
import { useSystems } from '../use-systems.ts';

/** One change in the words of the form: value, what it replaced, who, where, when, how far it came, what became of it. */
export function ChangeLine({ change, named }: { change: Change; named: boolean }) {
  const { form } = useProgram();
  const systems = useSystems();
  const { path, value, who, label, at } = change.revision;
  const before = change.replaced.map((revision) => registerWords(form, path, revision.value, systems));
  return (
    <li>
      {named ? <b>{registerName(form, path)}: </b> : null}
      {named ? registerWords(form, path, value, systems) : <b>{registerWords(form, path, value, systems)}</b>}
      {before.length > 0 ? ` ${historyTexts.replaced(before)}` : ''}
      {change.missing > 0 ? <span class="q">, {historyTexts.missing}</span> : null}
      <br />
      <span class="q">{criterionTexts.historyLine(who, label, momentText(at))}</span>
      {change.standing === 'replaced' ? <span class="q">, {historyTexts.superseded}</span> : null}
      <Delivery id={change.revision.id} />
      <Marks change={change} />
    </li>
  );
}

function Marks({ change: { standing, settled, replaced, late } }: { change: Change }) {
  if (standing !== 'conflict' && !settled && !late) return null;
  return (
    <span class="row">
      {standing === 'conflict' ? (
        <Mark sign="clash" tone="warn" small>
          {historyTexts.conflict}
        </Mark>
      ) : null}
      {settled ? (
        <Mark sign="yes" small>
          {historyTexts.settled(replaced.length)}
        </Mark>
      ) : null}
      {late ? (
        <Mark sign="clock" small>
          {historyTexts.late}
        </Mark>
      ) : null}
    </span>
  );
}

/** How far it came; nothing is said on a device without a code, or before it is known. */
function Delivery({ id }: { id: string }) {
  const { delivery, deliveredOf } = useProgram();
  const delivered = delivery.value.counted ? deliveredOf(id) : null;
  if (delivered === null) return null;
  if (delivered.state === 'refused') return <span class="bad">, {historyTexts.refused(delivered.why)}</span>;
  return <span class="q">, {deliveredWords(delivered)}</span>;
}

function deliveredWords(delivered: Exclude<Delivered, { state: 'refused' }>): string {
  const { byFile, confirmed, sent, unsent } = historyTexts.delivered;
  if (delivered.state === 'confirmed') return confirmed(shortMoment(new Date(delivered.srvAt).toISOString()));
  if (delivered.state === 'by-file') return byFile(shortMoment(delivered.at));
  return delivered.state === 'sent' ? sent : unsent;
}
