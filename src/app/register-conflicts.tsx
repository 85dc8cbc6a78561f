import { canonicalJson } from '../core/json.ts';
import { valuesOf } from '../core/submission/registers.ts';
import { registerWords } from '../reports/register-words.ts';
import { criterionTexts } from '../texts/criterion.ts';
import { Icon } from '../ui/icon.tsx';
import { momentText } from './moment-text.ts';
import { useProgram } from './program.ts';
import { registerName } from './register-name.ts';
import { useSystems } from './use-systems.ts';

/** Rows and fields with two different values, those whose key begins so: both with who and when; choosing one answers all. */
export function RegisterConflicts({ prefix }: { prefix: string }) {
  const { assessment } = useProgram();
  const keys = assessment.value.conflicts.filter((key) => key.startsWith(prefix));
  return keys.map((key) => <RegisterConflict key={key} registerKey={key} />);
}

/** One register with several values. `name`: what it is called where that says more; `note`: what it means until one is chosen. */
export function RegisterConflict({ registerKey, name, note }: { registerKey: string; name?: string; note?: string }) {
  const program = useProgram();
  const systems = useSystems();
  const path = program.pathOf(registerKey);
  const heads = program.registers.value.get(path) ?? [];
  const seen = heads.map((head) => head.id);
  const shown = valuesOf(heads, canonicalJson).flatMap(
    (value) => heads.find((head) => canonicalJson(head.value) === canonicalJson(value)) ?? [],
  );
  return (
    <div class="msg warn">
      <Icon sign="clash" />
      <div>
        <h3>{criterionTexts.rowConflict(name ?? registerName(program.form, path))}</h3>
        <div class="pick">
          {shown.map((head) => {
            const words = registerWords(program.form, path, head.value, systems);
            return (
              <div key={head.id} class="card stack tight">
                <p class="lead b">{words}</p>
                <p class="s q">{criterionTexts.historyLine(head.who, head.label, momentText(head.at))}</p>
                <button type="button" class="btn sm" onClick={() => program.answer(registerKey, head.value, seen)}>
                  {criterionTexts.choose(words)}
                </button>
              </div>
            );
          })}
        </div>
        <p>{note ?? criterionTexts.conflictNote}</p>
      </div>
    </div>
  );
}
