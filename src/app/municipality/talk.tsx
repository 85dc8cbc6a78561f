import { useState } from 'preact/hooks';
import { talkPrefixOf } from '../../core/verification/verification-paths.ts';
import { criterionTexts } from '../../texts/criterion.ts';
import { shownId } from '../../texts/numbers.ts';
import { later } from '../later.tsx';
import { useProgram } from '../program.ts';
import { useView } from '../use-view.ts';

const Conversation = later(() => import('./conversation.tsx').then((m) => m.Conversation));

/** VF4: a quiet disclosure with what was said about an indicator, both ways; on a device with a code, or where something was said. */
export function Talk({ indicatorId }: { indicatorId: string }) {
  const program = useProgram();
  const [open, setOpen] = useState(false);
  const { count, enrolled } = useView(() => {
    const prefix = program.pathOf(talkPrefixOf(indicatorId));
    let said = 0;
    for (const [path, [head]] of program.registers.value) if (path.startsWith(prefix) && head?.value) said += 1;
    return { count: said, enrolled: program.delivery.value.enrolment !== null };
  }, [program, indicatorId]);
  if (count === 0 && !enrolled) return null;
  return (
    <details class="noprint" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>
          {criterionTexts.talk(count)}
          <span class="vh">{criterionTexts.historyOf(shownId(indicatorId))}</span>
        </span>
      </summary>
      {open ? <Conversation indicatorId={indicatorId} /> : null}
    </details>
  );
}
