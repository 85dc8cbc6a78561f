import type { BoardRow } from '../../../reports/board/board.ts';
import { boardTexts as texts } from '../../../texts/board.ts';
import { dateText } from '../../../texts/numbers.ts';
import { Bar } from '../../../ui/bar.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { clockText, localDay } from '../../time.ts';
import { StateTag } from './state-tag.tsx';

type Props = { row: BoardRow; today: string; onOpen: (placeId: string) => void };

/** One school of the board. */
export function SchoolRow({ row, today, onOpen }: Props) {
  const { school, progress, isLate, isExtended, due, submittedOn } = row;
  const { place, contact, standing } = school;
  const { answered, of } = progress;
  const isWhole = of > 0 && answered === of;
  return (
    <tr>
      <th scope="row">
        <a href={`/schools/${place.id}`}>{place.shortName}</a>
      </th>
      <td data-l={texts.head.state}>
        <div class="stack tight">
          <p>
            <StateTag row={row} />
          </p>
          {isLate ? <Note tone="bad">{texts.late}</Note> : null}
          {isExtended && due ? <Note>{texts.extended(dateText(due))}</Note> : null}
          {standing.changed.length > 0 ? <Note tone="warn">{texts.changed(standing.changed.length)}</Note> : null}
          {contact.awaited ? <Note tone="warn">{texts.awaited}</Note> : null}
        </div>
      </td>
      <td data-l={texts.head.filled}>
        <span class="grown">
          <span class="nw">{texts.outOf(answered, of)}</span>
          <Bar percent={of === 0 ? 0 : (100 * answered) / of} {...(isWhole ? { tone: 'ok' as const } : {})} />
        </span>
      </td>
      <td data-l={texts.head.lastSeen}>
        <LastSeen row={row} today={today} />
      </td>
      <td class="num" data-l={texts.head.unsent}>
        {contact.devices === 0 ? texts.nothingYet : contact.unsent}
      </td>
      <td data-l={texts.head.road}>
        {contact.road
          ? texts.delivered(texts.roads[contact.road], submittedOn && dateText(submittedOn))
          : texts.nothingYet}
      </td>
      <td data-l="" class="noprint">
        <Actions row={row} onOpen={onOpen} />
      </td>
    </tr>
  );
}

const Note = ({ tone, children }: { tone?: 'warn' | 'bad'; children: string }) => (
  <p class={tone ? `s ${tone} b` : 's'}>{children}</p>
);

function LastSeen({ row: { school, silentDays, isSubmitted }, today }: Pick<Props, 'row' | 'today'>) {
  const { lastSeen } = school.contact;
  if (lastSeen === null || silentDays === null) return <span class={isSubmitted ? '' : 'bad b'}>{texts.never}</span>;
  const time = new Date(lastSeen);
  if (localDay(time) === today) return <span>{texts.seenToday(clockText(time))}</span>;
  if (silentDays === 1) return <span>{texts.seenYesterday(clockText(time))}</span>;
  const isSilent = silentDays >= 3 && !isSubmitted;
  return <span class={isSilent ? 'warn b' : ''}>{texts.seenOn(dateText(localDay(time)), silentDays)}</span>;
}

/** One thing to do next, and the rest behind «Ещё». */
function Actions({ row, onOpen }: Pick<Props, 'row' | 'onOpen'>) {
  const { place } = row.school;
  const open = () => onOpen(place.id);
  if (!row.isSubmitted)
    return (
      <button type="button" class="btn sm" onClick={open}>
        <Icon sign="phone" />
        <span>
          {texts.call}
          <span class="vh">: {place.shortName}</span>
        </span>
      </button>
    );
  return (
    <span class="row">
      <a class={row.state === 'submitted' ? 'btn sm main' : 'btn sm'} href={`/schools/${place.id}`}>
        {row.state === 'submitted' ? texts.check : texts.open}
        <span class="vh">: {place.shortName}</span>
      </a>
      <button type="button" class="btn sm link" onClick={open}>
        {texts.more}
        <span class="vh">: {place.shortName}</span>
      </button>
    </span>
  );
}
