import { passphraseTexts } from '../../texts/passphrase.ts';
import { Message } from '../../ui/message.tsx';
import { canKeepPin, hasPassphrase } from '../lock/pin.ts';
import { AwaitedMessage } from './awaited-message.tsx';

/** What an officer has to know or do first, above the board. */
export function OfficeMessages() {
  return (
    <>
      <AwaitedMessage />
      {hasPassphrase() || !canKeepPin() ? null : (
        <Message
          sign="lock"
          title={passphraseTexts.notice}
          actions={
            <a class="btn sm" href="/safety">
              {passphraseTexts.toSet}
            </a>
          }
        >
          <p>{passphraseTexts.noticeText}</p>
        </Message>
      )}
    </>
  );
}
