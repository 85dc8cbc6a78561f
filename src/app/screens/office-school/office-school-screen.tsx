import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { collects, collectsScored } from '../../../core/submission/collected-forms.ts';
import { officeTexts } from '../../../texts/office.ts';
import { reviewTexts as words } from '../../../texts/review.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { useOffice } from '../../office/office.ts';
import { type SchoolOnScreen, useSchool } from '../../office/use-school.ts';
import { registerName } from '../../register-name.ts';
import { AcceptBar } from './accept-bar.tsx';
import { JournalQuestion } from './journal-question.tsx';
import { ReviewTable } from './review-table.tsx';
import { SchoolHead } from './school-head.tsx';
import { RegionForm, type SchoolPaper, SchoolSheet } from './school-sheet.tsx';
import { SchoolTables } from './school-tables.tsx';

/** VS1: one school as the officer checks it: both totals, every answer with its check, and what becomes of the whole. */
export function OfficeSchoolScreen() {
  const { id = '' } = useRoute().params;
  const { progress } = useOffice();
  const school = useSchool(decodeURIComponent(id));
  if (school) return <School key={school.place.id} school={school} />;
  if (school === undefined)
    return (
      <div class="stack">
        <h1>{words.loading}</h1>
        <p role="status">{progress.value ? officeTexts.progress(progress.value.done, progress.value.of) : ''}</p>
      </div>
    );
  return (
    <div class="stack">
      <h1>{words.unknown}</h1>
      <p class="lead">{words.unknownText}</p>
      <p>
        <a class="btn" href="/">
          <Icon sign="prev" />
          {words.toBoard}
        </a>
      </p>
    </div>
  );
}

function School({ school }: { school: SchoolOnScreen }) {
  const [paper, setPaper] = useState<SchoolPaper | null>(null);
  const { place, standing, campaign } = school;
  const isScored = collectsScored(campaign);
  const hasRegionForm = collects(campaign, 'monitoring');
  const conflicts = standing.assessment.conflicts.length;
  if (paper) return <SchoolSheet school={school} paper={paper} onClose={() => setPaper(null)} />;
  return (
    <div class="stack wide">
      <SchoolHead school={school} scored={isScored} />
      {conflicts > 0 ? <Message sign="clash" tone="warn" title={words.conflicts(conflicts)} /> : null}
      <Changed school={school} />
      {isScored ? (
        <>
          <JournalQuestion school={school} />
          <section class="stack" aria-labelledby="review">
            <ReviewTable school={school} />
            <AcceptBar school={school} />
          </section>
        </>
      ) : (
        <div class="stack">
          <AcceptBar school={school} scored={false} />
          {hasRegionForm ? <RegionForm school={school} /> : null}
        </div>
      )}
      <p class="row">
        {isScored ? (
          <button type="button" class="btn" onClick={() => setPaper('score')}>
            <Icon sign="print" />
            {words.sheet}
          </button>
        ) : null}
        {hasRegionForm ? (
          <button type="button" class="btn" onClick={() => setPaper('region')}>
            <Icon sign="print" />
            {words.regionSheet}
          </button>
        ) : null}
        {isScored ? (
          <a class="btn" href={`/paper/${encodeURIComponent(place.id)}`}>
            <Icon sign="pen" />
            {words.toPaper}
          </a>
        ) : null}
      </p>
      {isScored ? <SchoolTables school={school} /> : null}
    </div>
  );
}

/** SB2: everything that is not as it was submitted, passport and tables among it. */
function Changed({ school: { standing, form } }: { school: SchoolOnScreen }) {
  const { changed } = standing;
  if (changed.length === 0) return null;
  const names = [...new Set(changed.map((path) => registerName(form, path)))];
  return (
    <Message sign="clock" title={words.changedTitle(changed.length)}>
      <p>
        {names.slice(0, mostNamed).join(', ')}
        {names.length > mostNamed ? ` ${words.andMore(names.length - mostNamed)}` : ''}. {words.changedText}
      </p>
    </Message>
  );
}

const mostNamed = 20;
