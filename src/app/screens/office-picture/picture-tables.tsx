import type { ComponentChildren } from 'preact';
import type { Form } from '../../../core/form/form.ts';
import type { Place } from '../../../core/places/place.ts';
import { findingChanges, findingCounts } from '../../../reports/picture/finding-counts.ts';
import { levelsOf, type PictureSchool } from '../../../reports/picture/picture-school.ts';
import { shownId } from '../../../texts/numbers.ts';
import { pictureTexts as words } from '../../../texts/picture.ts';
import { Bar } from '../../../ui/bar.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { LevelMark } from './heat-view.tsx';

type Given = { schools: readonly PictureSchool[] };

/** AY1: how many schools stand on every level, and which. */
export const LevelsTable = ({ schools }: Given) => (
  <Section id="levels" title={words.levels}>
    <table>
      <Head columns={[words.verdict, words.schools, '', words.which]} />
      <tbody>
        {levelsOf(schools)
          .filter((one) => one.schools.length > 0)
          .map(({ level, schools: own }) => (
            <tr key={level}>
              <th scope="row">
                <LevelMark level={level} />
              </th>
              <td class="nw" data-l={words.schools}>
                {words.outOf(own.length, schools.length)}
              </td>
              <td data-l="">
                <Bar percent={(100 * own.length) / schools.length} />
              </td>
              <td class="s" data-l={words.which}>
                <Places places={own.map(({ place }) => place)} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  </Section>
);

/** AY3: the findings, the most frequent first. */
export function FindingsTable({ form, schools }: Given & { form: Form }) {
  const counts = findingCounts(form, schools);
  return (
    <Section id="findings" title={words.findings} lead={counts.length === 0 ? words.noFindings : undefined}>
      {counts.length === 0 ? null : (
        <table>
          <Head columns={[words.finding, words.schools, '', words.which]} />
          <tbody>
            {counts.map(({ indicatorId, finding, critical, schools: own, of }) => (
              <tr key={indicatorId}>
                <th scope="row">
                  {critical ? <Icon sign="crit" label={words.blocking} /> : null} {finding}{' '}
                  <span class="q nw">{shownId(indicatorId)}</span>
                </th>
                <td class="nw" data-l={words.schools}>
                  {words.outOf(own.length, of)}
                </td>
                <td data-l="">
                  <Bar percent={(100 * own.length) / of} />
                </td>
                <td class="s" data-l={words.which}>
                  <Places places={own} anchor={indicatorId} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

/** AY4: of every school with a last campaign, what is mended, what stays, what is new. */
export function ChangesTable({ schools }: Given) {
  const changes = findingChanges(schools);
  const sum = (name: 'fixed' | 'remaining' | 'appeared') => changes.reduce((count, one) => count + one[name].length, 0);
  const lead = words.changesLead(sum('fixed'), sum('remaining'), sum('appeared'));
  return (
    <Section id="changes" title={words.changes} lead={changes.length === 0 ? words.noChanges : lead}>
      {changes.length === 0 ? null : (
        <table>
          <Head columns={[words.school, words.fixed, words.remaining, words.appeared]} />
          <tbody>
            {changes.map(({ school: { place }, fixed, remaining, appeared }) => (
              <tr key={place.id}>
                <th scope="row">
                  <a href={`/schools/${place.id}`}>{place.shortName}</a>
                </th>
                <Ids label={words.fixed} ids={fixed} placeId={place.id} />
                <Ids label={words.remaining} ids={remaining} placeId={place.id} />
                <Ids label={words.appeared} ids={appeared} placeId={place.id} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

const Ids = ({ label, ids, placeId }: { label: string; ids: readonly string[]; placeId: string }) => (
  <td data-l={label}>
    {ids.length === 0 ? words.nothing : ''}
    {ids.map((id) => (
      <span key={id}>
        <a class="nw" href={`/schools/${placeId}#${id}`}>
          {shownId(id)}
        </a>{' '}
      </span>
    ))}
  </td>
);

/** So many names stand in a cell; more are opened. */
const mostNames = 8;

const Places = ({ places, anchor }: { places: readonly Place[]; anchor?: string }) => {
  const names = places.map((place, at) => (
    <span key={place.id}>
      {at > 0 ? ', ' : ''}
      <a href={`/schools/${place.id}${anchor ? `#${anchor}` : ''}`}>{place.shortName}</a>
    </span>
  ));
  return places.length <= mostNames ? (
    names
  ) : (
    <details>
      <summary>{words.schoolCount(places.length)}</summary>
      {names}
    </details>
  );
};

const Head = ({ columns }: { columns: readonly string[] }) => (
  <thead>
    <tr>
      {columns.map((title, at) => (
        <th key={`${at} ${title}`} scope="col">
          {title === '' ? <span class="vh">{words.share}</span> : title}
        </th>
      ))}
    </tr>
  </thead>
);

type SectionProps = { id: string; title: string; lead?: string | undefined; children: ComponentChildren };

const Section = ({ id, title, lead, children }: SectionProps) => (
  <section class="stack" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {lead ? <p>{lead}</p> : null}
    {children ? <div class="scroll fold dense">{children}</div> : null}
  </section>
);
