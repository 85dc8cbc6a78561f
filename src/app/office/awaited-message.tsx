import { officeTexts } from '../../texts/office.ts';
import { Message } from '../../ui/message.tsx';
import { useOffice } from './office.ts';

/** OF6: which schools the endpoint has not heard from since it was put back from a copy. */
export function AwaitedMessage() {
  const { awaited } = useOffice();
  const places = awaited.value;
  if (places.length === 0) return null;
  return (
    <Message sign="warn" tone="warn" title={officeTexts.awaitedTitle(places.length)}>
      <p>
        {officeTexts.awaitedText} {places.map(({ shortName }) => shortName).join(', ')}.
      </p>
    </Message>
  );
}
