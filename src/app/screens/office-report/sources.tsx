import { useState } from 'preact/hooks';
import { indicatorsOf } from '../../../core/form/form.ts';
import { lineWords } from '../../../reports/answer-words.ts';
import type { Sentence } from '../../../reports/municipal/municipal-input.ts';
import { shownId } from '../../../texts/numbers.ts';
import { reportEditorTexts as words } from '../../../texts/report-editor.ts';
import { useOffice } from '../../office/office.ts';

/** The figure of a sentence, opened down to the schools behind it and their answers. */
export function Sources({ sentence: { figures, sources, schools } }: { sentence: Sentence }) {
  const [isOpen, setOpen] = useState(false);
  const ids = sources.map(shownId).join(', ');
  if (schools.length === 0)
    return figures === '' && ids === '' ? null : (
      <span>
        {figures === '' ? null : <b class="nw">{figures}</b>}
        {figures && ids ? ', ' : ''}
        {ids}
      </span>
    );
  return (
    <details class="sources" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>
          {figures === '' ? words.sources(schools.length) : <b class="nw">{figures}</b>}
          {ids === '' ? '' : `, ${ids}`}
        </span>
      </summary>
      {isOpen ? <SchoolList sources={sources} schools={schools} /> : null}
    </details>
  );
}

function SchoolList({ sources, schools }: Pick<Sentence, 'sources' | 'schools'>) {
  const office = useOffice();
  const indicators = indicatorsOf(office.form.value).filter(({ id }) => sources.includes(id));
  const listed = office.schools.value.filter(({ place }) => schools.includes(place.id));
  return (
    <ul class="plain s">
      {listed.map(({ place, standing }) => {
        const { criteria } = standing.verified ?? standing.assessment;
        const lines = criteria.flatMap((one) => one.lines);
        return (
          <li key={place.id} class="row">
            <a href={`/schools/${place.id}${sources[0] ? `#${sources[0]}` : ''}`}>{place.shortName}</a>
            {indicators.map((indicator) => {
              const line = lines.find((one) => one.indicatorId === indicator.id);
              return line ? (
                <span key={indicator.id} class="nw">
                  {shownId(indicator.id)}: {lineWords(indicator, line)}
                </span>
              ) : null;
            })}
          </li>
        );
      })}
    </ul>
  );
}
