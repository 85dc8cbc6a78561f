import { openQuestions, type TableReading } from '../../../core/monitoring-table/table-reading.ts';
import { type TableNames, unreadWords } from '../../../reports/table-words.ts';
import { tableTexts as words } from '../../../texts/monitoring-table.ts';
import { Message } from '../../../ui/message.tsx';
import { useOffice } from '../../office/office.ts';

/** XT5: how much was understood, which schools are not in the file, and everything that gives nothing. */
export function Understood({ reading, names }: { reading: TableReading; names: TableNames }) {
  const { place } = useOffice();
  const { schools, questions, values } = reading;
  const all = [...names.places.values()].filter(({ kind, id }) => kind === 'school' && id !== place.id);
  const missing = all.filter(({ id }) => schools.every((one) => one.place !== id));
  const done = questions.length - openQuestions(reading).length;
  if (schools.length === 0 && questions.length === 0) return <NoTable reading={reading} />;
  return (
    <div class="stack">
      <div role="status">
        <ul>
          <li>{words.schools(schools.length, all.length)}</li>
          <li>{words.values(values)}</li>
          <li>{questions.length === 0 ? words.noDoubts : words.decided(done, questions.length)}</li>
        </ul>
      </div>
      {missing.length > 0 ? (
        <details>
          <summary>
            <span>{words.missing(missing.length)}</span>
          </summary>
          <ul class="s">
            {missing.map(({ id, shortName, address }) => (
              <li key={id}>{[shortName, address].filter(Boolean).join(', ')}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <Unread reading={reading} />
    </div>
  );
}

function NoTable({ reading }: { reading: TableReading }) {
  return (
    <>
      <Message sign="stop" tone="bad" title={words.noTable} />
      <Unread reading={reading} />
    </>
  );
}

function Unread({ reading: { unread } }: { reading: TableReading }) {
  if (unread.length === 0) return null;
  return (
    <details>
      <summary>
        <span>{words.unread(unread.length)}</span>
      </summary>
      <ul class="s">
        {unread.map((one) => (
          <li key={one.key}>{unreadWords(one)}</li>
        ))}
      </ul>
    </details>
  );
}
