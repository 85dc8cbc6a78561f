import { paperTexts as words } from '../../../texts/paper-entry.ts';
import { reviewTexts } from '../../../texts/review.ts';
import { Icon } from '../../../ui/icon.tsx';
import { type OfficeSchool, useOffice } from '../../office/office.ts';
import { ImportCard } from './import-card.tsx';

/** The schools whose paper may still be typed, those that have not submitted first; and files of answers. */
export function PaperListScreen() {
  const { schools, progress } = useOffice();
  const open = schools.value.filter(hasNotSubmitted);
  const others = schools.value.filter((school) => !hasNotSubmitted(school));
  return (
    <div class="stack wide">
      <section class="stack" aria-labelledby="to-type">
        <h1>{words.title}</h1>
        <p class="lead">{words.listLead}</p>
        <h2 id="to-type">{words.listTitle}</h2>
        {progress.value ? <p role="status">{words.listLoading}</p> : null}
        {open.length === 0 && !progress.value ? <p>{words.listEmpty}</p> : <Schools schools={open} />}
        {others.length > 0 ? (
          <details>
            <summary>
              <span>
                {words.others}: {others.length}
              </span>
            </summary>
            <Schools schools={others} />
          </details>
        ) : null}
      </section>
      <ImportCard />
    </div>
  );
}

const hasNotSubmitted = ({ standing: { state } }: OfficeSchool): boolean =>
  state === 'neverOpened' || state === 'filling';

function Schools({ schools }: { schools: readonly OfficeSchool[] }) {
  return (
    <ul class="list">
      {schools.map(({ place, standing }) => {
        const { answered, of } = standing.assessment.progress;
        return (
          <li key={place.id}>
            <div>
              <span>
                <b>{place.shortName}</b>
                <br />
                <span class="s q">
                  {reviewTexts.states[standing.state]}, {reviewTexts.unfinished(answered, of)}
                </span>
              </span>
              <span>
                <a
                  class="btn sm"
                  href={`/paper/${encodeURIComponent(place.id)}`}
                  aria-label={words.open(place.shortName)}
                >
                  <Icon sign="pen" />
                  {words.enter}
                </a>
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
