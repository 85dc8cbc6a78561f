import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { hasTables } from '../../../core/form/form.ts';
import { dateText } from '../../../texts/numbers.ts';
import { officeTexts } from '../../../texts/office.ts';
import { paperTexts as words } from '../../../texts/paper-entry.ts';
import { reviewTexts } from '../../../texts/review.ts';
import { Message } from '../../../ui/message.tsx';
import { KeysLine } from '../../office/keys-line.tsx';
import { useOffice } from '../../office/office.ts';
import { type SchoolOnScreen, useSchool } from '../../office/use-school.ts';
import { EntryLine, type Writing } from './entry-line.tsx';
import { PaperSubmit } from './paper-submit.tsx';

/** PE1–PE9: a paper return of one school typed by keyboard alone. */
export function PaperEntryScreen() {
  const { id = '' } = useRoute().params;
  const { progress } = useOffice();
  const school = useSchool(decodeURIComponent(id));
  if (school) return <Entry key={school.place.id} school={school} />;
  return (
    <div class="stack">
      <h1>{school === null ? reviewTexts.unknown : reviewTexts.loading}</h1>
      <p role="status">{progress.value ? officeTexts.progress(progress.value.done, progress.value.of) : ''}</p>
      {school === null ? <p>{reviewTexts.unknownText}</p> : null}
      <p>
        <a href="/paper">{words.toList}</a>
      </p>
    </div>
  );
}

function Entry({ school }: { school: SchoolOnScreen }) {
  const { place, standing } = school;
  const { submittedAt } = standing;
  const [writing] = useState<Writing>(() => ({ last: Promise.resolve() }));
  return (
    <div class="stack">
      <p class="crumb">
        <a href="/paper">{words.title}</a> / {place.shortName}
      </p>
      <h1>{words.schoolTitle(place.shortName)}</h1>
      {submittedAt === null ? null : (
        <Message sign="info" title={words.alreadySubmitted(dateText(submittedAt.slice(0, 10)))} />
      )}
      <p class="lead">{words.lead}</p>
      <KeysLine keys={words.keys} />
      <EntryLine school={school} writing={writing} />
      <p class="hint">{hasTables(school.form) ? words.codes : words.codesOfOwn}</p>
      <PaperSubmit school={school} writing={writing} />
    </div>
  );
}
