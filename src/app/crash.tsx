import { signal } from '@preact/signals';
import { programTexts } from '../texts/program.ts';
import { Message } from '../ui/message.tsx';

const crashed = signal(false);

/** The one handler of bugs: the console keeps the cause, the person is told that the answers are safe. */
export function crash(cause: unknown): void {
  console.error(cause);
  crashed.value = true;
}

/** Shown on every screen after a bug until the page is loaded again. */
export function CrashMessage() {
  if (!crashed.value) return null;
  return (
    <Message
      sign="stop"
      tone="bad"
      title={programTexts.crashTitle}
      actions={
        <button type="button" class="btn sm" onClick={() => location.reload()}>
          {programTexts.reload}
        </button>
      }
    >
      <p>{programTexts.crashText}</p>
    </Message>
  );
}
