import type { ComponentChildren } from 'preact';
import type { FormColumn } from '../../../core/form/column-form.ts';
import { cellKey, noneTookPart } from '../../../core/monitoring/column-rows.ts';
import { firstValue } from '../../../core/submission/facts.ts';
import { monitoringScreenTexts as texts } from '../../../texts/monitoring-screen.ts';
import { TextField } from '../../fields/text-field.tsx';
import { cellAnchor, type FormPlace, type Monitoring } from '../../monitoring/use-monitoring.ts';
import { useProgram } from '../../program.ts';
import { addedNote, ChoiceCell } from './cell.tsx';
import { ListedRows, listedKeys } from './listed-rows.tsx';
import { PrivateCell } from './private-cell.tsx';

type Props = { columns: readonly FormColumn[]; monitoring: Monitoring };

/** What the school tells of the region's project, the lists beside counts, and notes. */
export function ProjectSection({ columns, monitoring }: Props) {
  const { places, pathOf, cellOf } = monitoring;
  const [school] = places.filter(({ id }) => id === null);
  const columnOf = (id: string) => columns.find((column) => column.id === id);
  const [modules, notes] = [columnOf('14'), columnOf('25')];
  const isListed = (place: FormPlace) =>
    modules !== undefined && (Number(cellOf('14', place)) > 0 || listedKeys(modules, place, monitoring).length > 0);
  return (
    <section class="stack" aria-labelledby="project">
      <h2 id="project">{texts.project}</h2>
      {modules
        ? places
            .filter(isListed)
            .map((place) => (
              <ListedRows
                key={place.id}
                column={modules}
                place={place}
                monitoring={monitoring}
                title={texts.modules(place.name)}
              />
            ))
        : null}
      {school ? <Project columnOf={columnOf} school={school} monitoring={monitoring} /> : null}
      {notes
        ? places.map((place) => (
            <div key={place.id} id={cellAnchor('25', place.id)}>
              <TextField
                registerKey={pathOf(cellKey('25', place.id))}
                kind="text"
                rows={2}
                free
                label={texts.notes(place.name)}
              />
            </div>
          ))
        : null}
      <AddedNotes monitoring={monitoring} />
    </section>
  );
}

type ProjectProps = { columnOf: (id: string) => FormColumn | undefined; school: FormPlace; monitoring: Monitoring };

function Project({ columnOf, school, monitoring }: ProjectProps) {
  const { pathOf, cellOf } = monitoring;
  const [site, events] = [columnOf('21'), columnOf('24')];
  if (!site || !events) return null;
  const contacts = [columnOf('22'), columnOf('23')].flatMap((column) => column ?? []);
  return (
    <>
      <div class="pick">
        <Labelled column={site}>
          <ChoiceCell column={site} path={pathOf('21')} label={`21. ${site.title}`} />
        </Labelled>
        {cellOf('21', school) === 1
          ? contacts.map((column) => (
              <Labelled key={column.id} column={column}>
                <PrivateCell column={column} path={pathOf(column.id)} label={`${column.id}. ${column.title}`} />
              </Labelled>
            ))
          : null}
      </div>
      {cellOf('21', school) === 1 ? (
        <Events column={events} monitoring={monitoring} />
      ) : (
        <p class="q">{texts.notSite}</p>
      )}
    </>
  );
}

/** A field with its name shown above it; the field itself says it again to those who hear the page. */
function Labelled({ column, children }: { column: FormColumn; children: ComponentChildren }) {
  return (
    <div class="f" id={cellAnchor(column.id, null)}>
      <span aria-hidden="true">
        {column.id}. {column.title}
      </span>
      {children}
    </div>
  );
}

/** CX4: rows of what took place in the school and in each of its branches, or that the site did not take part. */
function Events({ column, monitoring }: { column: FormColumn; monitoring: Monitoring }) {
  const { answer } = useProgram();
  const { places, facts } = monitoring;
  const isNone = firstValue(facts, column.id) === noneTookPart;
  const hasRows = places.some((place) => listedKeys(column, place, monitoring).length > 0);
  return (
    <div class="stack tight" id={cellAnchor('24', null)}>
      {hasRows ? null : (
        <label class="tick">
          <input
            type="checkbox"
            checked={isNone}
            onChange={(event) => answer(monitoring.pathOf('24'), event.currentTarget.checked ? noneTookPart : null)}
          />
          {column.id}. {column.title}: {texts.noneTookPart.toLowerCase()}
        </label>
      )}
      {isNone && !hasRows
        ? null
        : places.map((place) => (
            <div key={place.id} id={place.id === null ? undefined : cellAnchor(column.id, place.id)}>
              <ListedRows
                column={column}
                place={place}
                monitoring={monitoring}
                title={places.length > 1 ? texts.events(place.name) : `${column.id}. ${column.title}`}
              />
            </div>
          ))}
    </div>
  );
}

/** MN3: what the program notes by itself of branches that work in another system. */
function AddedNotes({ monitoring: { form, standing, branchId } }: { monitoring: Monitoring }) {
  const added = standing.merged.notes.flatMap((note) => ('system' in note ? [note] : []));
  if (branchId !== null || added.length === 0) return null;
  return (
    <ul class="plain q">
      {added.map(({ branch, system }) => (
        <li key={branch}>{addedNote(form, branch, system)}</li>
      ))}
    </ul>
  );
}
