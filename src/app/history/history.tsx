import { useState } from 'preact/hooks';
import { isUnder } from '../../core/submission/is-under.ts';
import { criterionTexts } from '../../texts/criterion.ts';
import { later } from '../later.tsx';
import { type Program, useProgram } from '../program.ts';
import { useView } from '../use-view.ts';

const ChangeList = later(() => import('./change-list.tsx').then((m) => m.ChangeList));

type Props = {
  /** what it is the history of, for those who hear the page */
  name: string;
  /** the register, or what the keys of several begin with (CX5) */
  of: readonly string[];
  /** the register that the place itself names */
  unnamed?: string;
};

/** A quiet disclosure: how often the registers changed, and, once opened, every change. Not on paper. */
export function History({ name, of, unnamed }: Props) {
  const program = useProgram();
  const [open, setOpen] = useState(false);
  const count = useView(
    () => pathsOf(program, of).reduce((sum, path) => sum + program.historyOf(path).length, 0),
    [program, ...of],
  );
  if (count === 0) return null;
  return (
    <details class="noprint" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>
          {criterionTexts.history(count)}
          <span class="vh">{criterionTexts.historyOf(name)}</span>
        </span>
      </summary>
      {open ? <ChangeList paths={pathsOf(program, of)} unnamed={unnamed ? program.pathOf(unnamed) : null} /> : null}
    </details>
  );
}

const pathsOf = ({ registers, pathOf }: Program, of: readonly string[]): string[] => {
  const written = [...registers.value.keys()];
  return of.flatMap((key) => written.filter((path) => isUnder(path, pathOf(key))));
};
