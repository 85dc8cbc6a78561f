import type { Signal } from '@preact/signals';
import type { Form } from '../../../core/form/form.ts';
import { type HeatCell, type HeatRow, heatTable, type Shown } from '../../../reports/picture/heat-table.ts';
import type { LevelName, PictureSchool } from '../../../reports/picture/picture-school.ts';
import { pictureTexts as words } from '../../../texts/picture.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Mark, type Tone } from '../../../ui/mark.tsx';
import type { Sign } from '../../../ui/signs.tsx';

type Props = { form: Form; schools: readonly PictureSchool[]; shown: Signal<Shown> };
const kinds: readonly Shown[] = ['verified', 'selfAssessed', 'difference'];

/** AY2: schools × criteria; the darker the worse, the number always in the cell, a diamond where a critical indicator blocks. */
export function HeatView({ form, schools, shown }: Props) {
  const { rows, mean } = heatTable(form, schools, shown.value);
  const sent = schools.filter(({ assessment }) => assessment !== null).length;
  return (
    <section class="stack" aria-labelledby="heat">
      <div class="row">
        <h2 id="heat">{words.heat}</h2>
        <Legend />
      </div>
      <fieldset class="row">
        <legend class="vh">{words.show}</legend>
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            class="btn sm"
            aria-pressed={shown.value === kind}
            onClick={() => {
              shown.value = kind;
            }}
          >
            {words.shown[kind]}
          </button>
        ))}
      </fieldset>
      <div class="scroll dense heat stick">
        <table aria-label={words.region}>
          <thead>
            <tr>
              <th scope="col">{words.school}</th>
              {form.criteria.map(({ id, title }, at) => (
                <th key={id} scope="col">
                  {at + 1}. {title}
                </th>
              ))}
              <th scope="col" class="num">
                {words.selfAssessed}
              </th>
              <th scope="col" class="num">
                {words.verified}
              </th>
              <th scope="col" class="num">
                {words.change}
              </th>
              <th scope="col">{words.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <SchoolRow key={row.school.place.id} row={row} shown={shown.value} />
            ))}
            <tr class="sum">
              <th scope="row">{words.mean(sent)}</th>
              {mean.cells.map((cell) => (
                <td key={cell.criterionId}>{textOf(cell.value, shown.value)}</td>
              ))}
              <td class="num">{textOf(mean.selfAssessed)}</td>
              <td class="num">{textOf(mean.verified)}</td>
              <td />
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      <p class="hint">{shown.value === 'difference' ? words.differenceHint : words.heatHint}</p>
    </section>
  );
}

function SchoolRow({ row, shown }: { row: HeatRow; shown: Shown }) {
  const { place } = row.school;
  return (
    <tr>
      <th scope="row">
        <a href={`/schools/${place.id}`}>{place.shortName}</a>
      </th>
      {row.cells.map((cell) => (
        <Cell key={cell.criterionId} cell={cell} placeId={place.id} shown={shown} />
      ))}
      <td class="num">{textOf(row.selfAssessed)}</td>
      <td class="num b">{textOf(row.verified)}</td>
      <td class="num q">{row.change === null ? words.nothing : words.signed(row.change)}</td>
      <td>
        <LevelMark level={row.level} />
      </td>
    </tr>
  );
}

function Cell({ cell, placeId, shown }: { cell: HeatCell; placeId: string; shown: Shown }) {
  const { band, value, blocked, criterionId } = cell;
  const shade = band === null || band === 4 ? undefined : `h${band}`;
  if (value === null) return <td>{words.nothing}</td>;
  return (
    <td class={shade}>
      <a href={`/schools/${placeId}#${blocked[0] ?? criterionId}`}>
        {textOf(value, shown)}
        {blocked.length > 0 ? <Icon sign="crit" label={words.blocking} /> : null}
      </a>
    </td>
  );
}

const Legend = () => (
  <span class="push s">
    {[4, 3, 2, 1, 0].map((band) => (
      <span key={band} class="nw band">
        <span class={band === 4 ? 'key' : `key h${band}`} /> {words.bands[band]}
      </span>
    ))}
    <span class="nw">
      <Icon sign="crit" /> {words.blocks}
    </span>
  </span>
);

const marks: Readonly<Record<LevelName, [Sign, Tone?]>> = {
  ready: ['yes', 'ok'],
  readyWithRemarks: ['yes'],
  partlyReady: ['part', 'warn'],
  notReady: ['crit', 'bad'],
  unfinished: ['empty'],
  notSent: ['na'],
};

export function LevelMark({ level }: { level: LevelName }) {
  const [sign, tone] = marks[level];
  return (
    <Mark small sign={sign} {...(tone ? { tone } : {})}>
      {words.level[level]}
    </Mark>
  );
}

const textOf = (value: number | null, shown?: Shown): string =>
  value === null ? words.nothing : shown === 'difference' ? words.signed(value) : words.score(value);
