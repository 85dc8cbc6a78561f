import { safetyTexts } from '../../../texts/safety.ts';
import { ChangeLine } from '../../history/change-line.tsx';
import { changesOf } from '../../history/changes-of.ts';
import { useProgram } from '../../program.ts';

/** The last changes on this device, superseded ones too (CH1), each told as in the history of its register. */
export function LastChanges() {
  const program = useProgram();
  // the list is asked anew whenever any register changes
  // what the endpoint itself notes of devices is no change of the school's
  const last = (program.registers.value.size > 0 ? program.latest(30) : [])
    .filter(({ path }) => !path.startsWith('-/device:'))
    .slice(0, 20);
  if (last.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="changes">
      <h2 id="changes">{safetyTexts.changes}</h2>
      <ul class="plain s stack tight">
        {last.flatMap(({ id, path }) =>
          changesOf(program, path)
            .filter(({ revision }) => revision.id === id)
            .map((change) => <ChangeLine key={id} change={change} named />),
        )}
      </ul>
    </section>
  );
}
