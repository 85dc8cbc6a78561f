import { useState } from 'preact/hooks';
import { type FormColumn, filledColumns } from '../../../core/form/column-form.ts';
import { collects } from '../../../core/submission/collected-forms.ts';
import { frameTexts } from '../../../texts/frame.ts';
import { monitoringScreenTexts as texts } from '../../../texts/monitoring-screen.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { History } from '../../history/history.tsx';
import { monitoringForm } from '../../monitoring/monitoring-form.ts';
import { type FormPlace, type Monitoring, placeName, useMonitoring } from '../../monitoring/use-monitoring.ts';
import { useProgram } from '../../program.ts';
import { RegisterConflict } from '../../register-conflicts.tsx';
import { ChecksList } from './checks-list.tsx';
import { ColumnsTable } from './columns-table.tsx';
import { Heading } from './heading.tsx';
import { ProjectSection } from './project-section.tsx';
import { Twins } from './twins.tsx';

/** Columns of which a place has a cell in the table; the others stand below it. */
const inTable: readonly FormColumn['branch'][] = ['own', 'sum', 'worst', 'paper'];

/** MS7: the region's monitoring form: of a school with its branches, or of the branch whose device this is. */
export function MonitoringScreen() {
  const { campaign } = useProgram();
  return collects(campaign, monitoringForm.id) ? <Collected /> : <NotCollected />;
}

/** The address opened where nobody asks for this form. */
function NotCollected() {
  return (
    <div class="stack">
      <h1>{texts.title}</h1>
      <p class="lead">{texts.notCollected}</p>
      <p>
        <a href="/">{frameTexts.overview}</a>
      </p>
    </div>
  );
}

function Collected() {
  const { campaign } = useProgram();
  const monitoring = useMonitoring();
  const [shownId, setShownId] = useState(placeInAddress);
  const { places } = monitoring;
  const shown = places.find(({ id }) => id === shownId) ?? places[0];
  const columns = filledColumns(monitoring.form);
  if (!shown) return null;
  return (
    <div class="stack wide">
      <Heading monitoring={monitoring} />
      <Conflicts monitoring={monitoring} />
      <Twins monitoring={monitoring} />
      <div class="stack">
        {places.length > 1 ? <WhichPlace places={places} shown={shown} onShow={setShownId} /> : null}
        <ColumnsTable
          columns={columns.filter(({ branch }) => inTable.includes(branch))}
          monitoring={monitoring}
          shown={shown}
        />
        <p class="hint">{texts.privateWhere}</p>
        {monitoring.branchId === null ? (
          <p class="s q">
            {texts.branches} <a href="/passport">{texts.toPassport}</a>
          </p>
        ) : null}
      </div>
      <ProjectSection columns={columns} monitoring={monitoring} />
      <ChecksList monitoring={monitoring} onShow={setShownId} />
      <Onward monitoring={monitoring} />
      <div class="stack tight">
        <Explanations columns={columns.filter((column) => isFilledHere(column, monitoring))} />
        <History key={campaign.id} name={texts.title} of={historyOf(monitoring)} />
      </div>
    </div>
  );
}

/** A branch is not asked for what is the school's to say. */
const isFilledHere = ({ branch }: FormColumn, { branchId }: Monitoring): boolean =>
  branchId === null || inTable.includes(branch) || branch === 'notes';

/** What the history is of: of a branch's device its own registers alone. */
const historyOf = ({ branchId, pathOf, facts }: Monitoring): string[] =>
  branchId === null ? [pathOf('')] : [...facts.keys()].filter((key) => key.endsWith(`@${branchId}`)).map(pathOf);

/** A link to a branch's cell opens its column where one column is shown at a time. */
function placeInAddress(): string | null {
  return /^#c\d+@(.+)$/.exec(decodeURIComponent(location.hash))?.[1] ?? null;
}

/** On a narrow screen one column at a time. */
function WhichPlace({
  places,
  shown,
  onShow,
}: {
  places: readonly FormPlace[];
  shown: FormPlace;
  onShow: (id: string | null) => void;
}) {
  return (
    <fieldset class="onphone">
      <legend class="lab">{texts.whichPlace}</legend>
      <div class="opts">
        {places.map(({ id, name }) => (
          <label key={id} class="opt">
            <input type="radio" name="which-place" checked={id === shown.id} onChange={() => onShow(id)} />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Cells two devices filled in differently: both are kept, one is chosen; a branch's device shows its own. */
function Conflicts({ monitoring }: { monitoring: Monitoring }) {
  const { standing, branchId, pathOf } = monitoring;
  const keys = standing.conflicts.filter((key) => branchId === null || key.endsWith(`@${branchId}`));
  return keys.map((key) => {
    const [, id = '', branch = null] = /^(\d+)(?:[^@]*)(?:@(.+))?$/.exec(key) ?? [];
    const title = monitoringForm.columns.find((column) => column.id === id)?.title ?? key;
    const name = texts.conflict(title, placeName(monitoring, branch));
    return <RegisterConflict key={key} registerKey={pathOf(key)} name={name} note={texts.conflictNote} />;
  });
}

function Onward({ monitoring: { standing, branchId } }: { monitoring: Monitoring }) {
  if (branchId !== null) return null;
  return (
    <div class="stack">
      {standing.mayBeSubmitted ? <Message sign="yes" tone="ok" title={texts.all} /> : null}
      <p class="row">
        <a class={standing.mayBeSubmitted ? 'btn main' : 'btn'} href="/sending#submit">
          <Icon sign="up" />
          {texts.toSubmit}
        </a>
        <a class="btn" href="/print?monitoring-form">
          <Icon sign="print" />
          {texts.toPrint}
        </a>
      </p>
    </div>
  );
}

function Explanations({ columns }: { columns: readonly FormColumn[] }) {
  return (
    <details>
      <summary>{texts.explanations}</summary>
      <dl class="facts s">
        {columns.map(({ id, title, explain }) => [
          <dt key={id}>{texts.column(id)}</dt>,
          <dd key={`${id}:`}>
            <b>{title}.</b> {explain}
          </dd>,
        ])}
      </dl>
    </details>
  );
}
