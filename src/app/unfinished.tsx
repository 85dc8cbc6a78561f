import type { ComponentType } from 'preact';
import { programTexts } from '../texts/program.ts';
import { Message } from '../ui/message.tsx';

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
        // public/boot.js listens for it
        <button type="button" class="btn sm" data-load-again="">
          {programTexts.loadAgain}
        </button>
      }
    >
      <p>{text}</p>
    </Message>
  );
}
