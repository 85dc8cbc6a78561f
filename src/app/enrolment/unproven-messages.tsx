import { sendingTexts } from '../../texts/sending.ts';
import { Message } from '../../ui/message.tsx';
import { useProgram } from '../program.ts';

/** JG1, JG2: what came in and is not shown, because nobody who may judge has signed it, or nobody can tell yet. */
export function UnprovenMessages() {
  const { unproven } = useProgram();
  return (['refused', 'aside'] as const).map((kind) => {
    const count = unproven.value[kind];
    return count === 0 ? null : (
      <Message key={kind} sign="warn" tone="warn" title={sendingTexts.unprovenTitle[kind](count)}>
        <p>{sendingTexts.unprovenText[kind]}</p>
      </Message>
    );
  });
}
