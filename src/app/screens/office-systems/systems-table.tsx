import { useId, useState } from 'preact/hooks';
import { isFixedSystem, type System, type SystemKind } from '../../../core/systems/systems.ts';
import { systemsTexts as texts } from '../../../texts/systems.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useSavedText } from '../../fields/use-saved-text.ts';

/** Writes these parts of a system and leaves the others as they stand. */
export type SaveSystem = (system: System, changes: Partial<System>) => Promise<boolean>;

type TableProps = { kind: SystemKind; systems: readonly System[]; save: SaveSystem | null };

const { head } = texts;

/** Systems of one kind; without `save` they are only read. */
export function SystemsTable({ kind, systems, save }: TableProps) {
  return (
    <section class="stack" aria-labelledby={kind}>
      <h2 id={kind}>{texts.kinds[kind]}</h2>
      <div class="scroll fold cells">
        <table>
          <thead>
            <tr>
              {Object.values(head).map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {systems.map((system) =>
              save && !isFixedSystem(system.id) ? (
                <EditedRow key={system.id} system={system} save={save} />
              ) : (
                <ReadRow key={system.id} system={system} />
              ),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ReadRow({ system: { id, title, vendor, address, used } }: { system: System }) {
  return (
    <tr>
      <th scope="row" class="txt" data-l={head.title}>
        {title}
      </th>
      <td class="txt" data-l={head.vendor}>
        {vendor}
      </td>
      <td class="txt" data-l={head.address}>
        {address}
      </td>
      <td class="txt" data-l={head.used}>
        {isFixedSystem(id) ? texts.always : used ? texts.used : texts.notUsed}
      </td>
    </tr>
  );
}

function EditedRow({ system, save }: { system: System; save: SaveSystem }) {
  const [isUnsaved, setIsUnsaved] = useState(false);
  return (
    <tr>
      <th scope="row" data-l={head.title}>
        <Cell system={system} part="title" save={save} />
      </th>
      <td data-l={head.vendor}>
        <Cell system={system} part="vendor" save={save} />
      </td>
      <td data-l={head.address}>
        <Cell system={system} part="address" save={save} />
      </td>
      <td data-l={head.used}>
        <label class="tick">
          <input
            type="checkbox"
            checked={system.used}
            onChange={async ({ currentTarget: { checked } }) => setIsUnsaved(!(await save(system, { used: checked })))}
          />
          <span class="vh">{texts.cell(system.title, head.used)}</span>
        </label>
        {isUnsaved ? <Problem text={texts.notSaved} /> : null}
      </td>
    </tr>
  );
}

type CellProps = { system: System; part: 'title' | 'vendor' | 'address'; save: SaveSystem };

function Cell({ system, part, save }: CellProps) {
  const id = useId();
  const field = useSavedText({
    stored: system[part],
    mayKeep: (text) => part !== 'title' || text.trim() !== '',
    save: (text) => save(system, { [part]: text }),
  });
  const problem = field.failed ? texts.notSaved : field.held ? texts.noTitle : null;
  return (
    <>
      <label class="vh" for={id}>
        {texts.cell(system.title, head[part])}
      </label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        maxLength={300}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? `${id}e` : undefined}
        {...field.inputProps}
      />
      {problem ? <Problem id={`${id}e`} text={problem} /> : null}
    </>
  );
}

function Problem({ id, text }: { id?: string; text: string }) {
  return (
    <p class="err" id={id}>
      <Icon sign="stop" />
      <span>{text}</span>
    </p>
  );
}
