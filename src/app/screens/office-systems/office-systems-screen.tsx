import { useRef } from 'preact/hooks';
import { systemPathOf, systemsOf, systemValueOf } from '../../../core/systems/systems.ts';
import { systemsTexts as texts } from '../../../texts/systems.ts';
import { Message } from '../../../ui/message.tsx';
import { useOffice } from '../../office/office.ts';
import { useProgram } from '../../program.ts';
import { useSystems } from '../../use-systems.ts';
import { AddSystem } from './add-system.tsx';
import { type SaveSystem, SystemsTable } from './systems-table.tsx';

const kinds = ['grade-book', 'surrounding'] as const;

/** SD1: the dictionary of systems: a region's officer changes it, a municipality's reads it. */
export function OfficeSystemsScreen() {
  const { write, publicHistory } = useOffice();
  const { delivery, published } = useProgram();
  const systems = useSystems();
  const isOwn = delivery.value.enrolment?.histories.at(-1) === publicHistory;
  const last = useRef<Promise<unknown>>(Promise.resolve());
  /** One after another, each on top of what stands by then: signing takes a moment, and two fields of a row are one register. */
  const save: SaveSystem = (system, changes) => {
    const saved = last.current.then(() => {
      const standing = systemsOf(published.value).find(({ id }) => id === system.id) ?? system;
      return write(publicHistory, systemPathOf(system.id), systemValueOf({ ...standing, ...changes }));
    });
    last.current = saved.catch(() => undefined);
    return saved;
  };
  return (
    <div class="stack wide">
      <div class="stack">
        <p class="crumb">
          <a href="/campaign">{texts.back}</a>
        </p>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {isOwn ? <p>{texts.switchOff}</p> : <Message sign="info" title={texts.readOnly} />}
      </div>
      {kinds.map((kind) => (
        <SystemsTable
          key={kind}
          kind={kind}
          systems={systems.filter((system) => system.kind === kind)}
          save={isOwn ? save : null}
        />
      ))}
      {isOwn ? <AddSystem systems={systems} save={save} /> : null}
    </div>
  );
}
