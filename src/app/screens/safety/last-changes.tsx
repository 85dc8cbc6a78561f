import type { Revision } from '../../../core/submission/revision.ts';
import { registerWords } from '../../../reports/register-words.ts';
import { safetyTexts } from '../../../texts/safety.ts';
import { Mark } from '../../../ui/mark.tsx';
import { momentText } from '../../moment-text.ts';
import { useProgram } from '../../program.ts';
import { registerName } from '../../register-name.ts';

/** The last changes on this device with who and when: superseded ones too, different answers marked (CH1). */
export function LastChanges() {
  const { registers, latest } = useProgram();
  // the list is asked anew whenever any register changes
  // what the endpoint itself notes of devices is no change of the school's
  const last = (registers.value.size > 0 ? latest(30) : [])
    .filter(({ path }) => !path.startsWith('-/device:'))
    .slice(0, 20);
  if (last.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="changes">
      <h2 id="changes">{safetyTexts.changes}</h2>
      <ul class="plain s stack tight">
        {last.map((revision) => (
          <Change key={revision.id} revision={revision} />
        ))}
      </ul>
    </section>
  );
}

function Change({ revision }: { revision: Revision }) {
  const { form, registers, assessment, pathOf } = useProgram();
  const { path, value, who, label, at } = revision;
  const isHead = registers.value.get(path)?.some((head) => head.id === revision.id) ?? false;
  const inConflict = isHead && assessment.value.conflicts.some((key) => pathOf(key) === path);
  return (
    <li>
      <b>{registerName(form, path)}:</b> {registerWords(form, path, value)}
      <br />
      <span class="q">{safetyTexts.change(who, label, momentText(at))}</span>
      {isHead ? null : <span class="q">, {safetyTexts.superseded}</span>}
      {inConflict ? (
        <>
          <br />
          <Mark sign="clash" tone="warn" small>
            {safetyTexts.conflict}
          </Mark>
        </>
      ) : null}
    </li>
  );
}
