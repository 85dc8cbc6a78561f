import { useProgram } from '../program.ts';
import { ChangeLine } from './change-line.tsx';
import { changesOf } from './changes-of.ts';

/** Every change of the given registers, one register after the other, each newest first. `unnamed`: the one that needs no name. */
export function ChangeList({ paths, unnamed }: { paths: readonly string[]; unnamed: string | null }) {
  const program = useProgram();
  void program.registers.value; // the lists change with them
  return (
    <ol class="plain s stack tight">
      {paths.flatMap((path) =>
        changesOf(program, path).map((change) => (
          <ChangeLine key={change.revision.id} change={change} named={path !== unnamed} />
        )),
      )}
    </ol>
  );
}
