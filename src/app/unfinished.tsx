import type { ComponentType } from 'preact';
import { programTexts } from '../texts/program.ts';
import { Message } from '../ui/message.tsx';

declare global {
  /** Asks anew for every part that came hollow, then opens the page again: of public/boot.js, missing when that came hollow itself. */
  var loadAgain: (() => void) | undefined;
}

/** No browser keeps boot.js without asking: a plain reload brings it. */
const reload = () => location.reload();

/** W9: gives the screen, or, when its file does not arrive, a page that says so and how to go on. */
export const orUnfinished =
  <Props,>(load: () => Promise<ComponentType<Props>>) =>
  (): Promise<ComponentType<Props>> =>
    load().catch((cause: unknown) => {
      console.error(cause);
      return Unfinished;
    });

/** Says that a part of the program did not arrive, and how to go on. */
export const Unfinished = () => <LoadAgain title={programTexts.unfinishedTitle} text={programTexts.unfinishedText} />;

/** The same while it may still arrive. */
export const Late = () => <LoadAgain title={programTexts.lateTitle} text={programTexts.lateText} />;

function LoadAgain({ title, text }: { title: string; text: string }) {
  return (
    <Message
      sign="load"
      tone="warn"
      title={title}
      actions={
        <button type="button" class="btn sm" onClick={() => (globalThis.loadAgain ?? reload)()}>
          {programTexts.loadAgain}
        </button>
      }
    >
      <p>{text}</p>
    </Message>
  );
}
