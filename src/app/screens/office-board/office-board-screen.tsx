import { officeTexts } from '../../../texts/office.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { shortMoment } from '../../moment-text.ts';
import { AwaitedMessage } from '../../office/awaited-message.tsx';
import { type OfficeSchool, useOffice } from '../../office/office.ts';

/** What an officer's device opens with: every school of the campaign, how far it has come and when it was heard from. */
export function OfficeBoardScreen() {
  const { place, schools, progress, toldAt, refresh } = useOffice();
  const computing = progress.value;
  return (
    <div class="stack">
      <h1>{place.name}</h1>
      {toldAt.value === null ? (
        <Message sign="info" title={officeTexts.notTold}>
          <p>{officeTexts.notToldText}</p>
        </Message>
      ) : (
        <p>{officeTexts.toldAt(shortMoment(toldAt.value))}</p>
      )}
      <AwaitedMessage />
      <p role="status">{computing ? officeTexts.progress(computing.done, computing.of) : ''}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{officeTexts.school}</th>
            <th scope="col">{officeTexts.state}</th>
            <th scope="col">{officeTexts.answered}</th>
            <th scope="col">{officeTexts.lastSeen}</th>
          </tr>
        </thead>
        <tbody>
          {schools.value.map((school) => (
            <SchoolRow key={school.place.id} school={school} />
          ))}
        </tbody>
      </table>
      <p class="row">
        <a class="btn" href="/school-files">
          <Icon sign="usb" />
          {officeTexts.schoolFiles}
        </a>
        <button type="button" class="btn" onClick={refresh}>
          {officeTexts.askNow}
        </button>
      </p>
    </div>
  );
}

function SchoolRow({ school: { place, standing, contact } }: { school: OfficeSchool }) {
  const { answered, of } = standing.assessment.progress;
  return (
    <tr>
      <th scope="row">{place.shortName}</th>
      <td>{officeTexts.states[standing.state]}</td>
      <td>
        {answered}/{of}
      </td>
      <td>
        {contact.lastSeen === null ? officeTexts.neverSeen : shortMoment(contact.lastSeen)}
        {contact.unsent > 0 ? `, ${officeTexts.unsent(contact.unsent)}` : ''}
      </td>
    </tr>
  );
}
