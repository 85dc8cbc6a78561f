import type { ComponentChildren } from 'preact';
import type { Json } from '../../../core/json.ts';
import { rowsOf } from '../../../core/submission/passport.ts';
import { passportTexts } from '../../../texts/passport.ts';
import { Icon } from '../../../ui/icon.tsx';
import { CheckField, SelectField } from '../../fields/select-field.tsx';
import { TextField } from '../../fields/text-field.tsx';
import { useRemoving } from '../../fields/use-removing.tsx';
import { useProgram } from '../../program.ts';
import { SystemField } from './system-field.tsx';

const newRowId = (): string => crypto.randomUUID().slice(0, 8);

/** Teaching buildings: lessons held here count for every "per building". */
export function BuildingsTable() {
  const { facts } = useProgram();
  const branches = Object.fromEntries(
    rowsOf(facts.value, '-/branch:').map(([id, row], at) => [id, String(row.name ?? passportTexts.branch(at + 1))]),
  );
  return (
    <RowsTable
      title={passportTexts.buildings}
      prefix="-/passport/building:"
      head={passportTexts.buildingHead}
      add={passportTexts.addBuilding}
      fresh={{ lessonsHeld: true }}
      nameOf={passportTexts.building}
      cells={(key, name) => {
        const [, lessons = '', lan = '', internet = '', funding = '', teachers = '', pupils = '', branch = ''] =
          passportTexts.buildingHead;
        const label = (column: string) => `${name}: ${column}`;
        return [
          <CheckField key="l" registerKey={key} property="lessonsHeld" label={label(lessons)} />,
          <CheckField key="n" registerKey={key} property="lan" label={label(lan)} />,
          <SelectField
            key="i"
            registerKey={key}
            property="internet"
            hideLabel
            label={label(internet)}
            options={passportTexts.internet}
          />,
          <SelectField
            key="f"
            registerKey={key}
            property="internetFunding"
            hideLabel
            label={label(funding)}
            options={passportTexts.funding}
          />,
          <TextField key="t" registerKey={key} property="teacherPcs" kind="count" hideLabel label={label(teachers)} />,
          <TextField key="p" registerKey={key} property="pupilPcs" kind="count" hideLabel label={label(pupils)} />,
          <SelectField
            key="b"
            registerKey={key}
            property="branchId"
            hideLabel
            label={label(branch)}
            options={branches}
            empty={passportTexts.mainSite}
          />,
        ];
      }}
      first={(key, name) => (
        <TextField
          registerKey={key}
          property="address"
          kind="text"
          hideLabel
          label={`${name}: ${passportTexts.address}`}
        />
      )}
    />
  );
}

/** Branches with their own counts; they are added to the school's. */
export function BranchesTable() {
  return (
    <RowsTable
      title={passportTexts.branches}
      hint={passportTexts.branchesHint}
      prefix="-/branch:"
      head={passportTexts.branchHead}
      add={passportTexts.addBranch}
      fresh={{ name: '' }}
      nameOf={passportTexts.branch}
      cells={(key, name) => {
        const [, address = '', system = '', pupils = '', teachers = '', classes = ''] = passportTexts.branchHead;
        const label = (column: string) => `${name}: ${column}`;
        return [
          <TextField key="a" registerKey={key} property="address" kind="text" hideLabel label={label(address)} />,
          <SystemField key="s" registerKey={key} property="sedSystem" hideLabel label={label(system)} />,
          <TextField key="p" registerKey={key} property="pupils" kind="count" hideLabel label={label(pupils)} />,
          <TextField key="t" registerKey={key} property="teachers" kind="count" hideLabel label={label(teachers)} />,
          <TextField key="c" registerKey={key} property="classes" kind="count" hideLabel label={label(classes)} />,
        ];
      }}
      first={(key, name) => (
        <TextField
          registerKey={key}
          property="name"
          kind="reason"
          hideLabel
          label={`${name}: ${passportTexts.branchHead[0]}`}
        />
      )}
    />
  );
}

type RowsTableProps = {
  title: string;
  hint?: string;
  prefix: string;
  head: readonly string[];
  add: string;
  fresh: Json;
  nameOf: (at: number) => string;
  first: (key: string, name: string) => ComponentChildren;
  cells: (key: string, name: string) => ComponentChildren[];
};

/** Rows that people add and remove; removing can be taken back at once. */
function RowsTable({ title, hint, prefix, head, add, fresh, nameOf, first, cells }: RowsTableProps) {
  const program = useProgram();
  const { remove, undo } = useRemoving(passportTexts);
  const rows = rowsOf(program.facts.value, prefix);
  const id = prefix.replace(/\W/g, '');
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint ? <p class="hint">{hint}</p> : null}
      {rows.length > 0 ? (
        <div class="scroll fold cells">
          <table>
            <thead>
              <tr>
                {head.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
                <th scope="col">
                  <span class="vh">{passportTexts.undo}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(([rowId, value], at) => {
                const key = `${prefix}${rowId}`;
                return (
                  <tr key={rowId}>
                    <th scope="row" data-l={head[0]}>
                      {first(key, nameOf(at + 1))}
                    </th>
                    {cells(key, nameOf(at + 1)).map((cell, column) => (
                      <td key={head[column + 1]} data-l={head[column + 1]}>
                        {cell}
                      </td>
                    ))}
                    <td data-l="">
                      <button
                        type="button"
                        class="btn sm link"
                        aria-label={passportTexts.remove(nameOf(at + 1))}
                        onClick={() => remove(key, value)}
                      >
                        <Icon sign="bin" />
                      </button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      ) : null}
      <p class="row">
        <button type="button" class="btn sm" onClick={() => program.answer(`${prefix}${newRowId()}`, fresh)}>
          <Icon sign="plus" />
          {add}
        </button>
        {undo}
      </p>
    </section>
  );
}
