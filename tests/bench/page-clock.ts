import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** What measured pages carry, the program and the plain ones alike. */
type PageClock = {
  /** milliseconds since the navigation began, at the first moment after the next paint */
  afterPaint: () => Promise<number>;
  /** when something answering the selector stands in the document */
  until: (selector: string, text?: RegExp) => Promise<void>;
  /** from each click on an answer to the paint that shows it */
  clicks: number[];
  /** from each change of an answer to the moment both copies have it: its transaction is complete, its journal flushed */
  saves: number[];
};

declare global {
  var pageClock: PageClock;
}

export const installClock = (device: BrowserContext): Promise<unknown> => device.addInitScript(createPageClock);

/** Makes the page's processor so many times slower. */
export async function slowDown(page: Page, rate: number): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return session;
}

/** Runs inside the page before its own scripts. */
function createPageClock(): void {
  // asked for before the page itself asks for anything, so what the page does after its paint is not counted
  const afterPaint = () =>
    new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
  const until = (selector: string, text = /^/) =>
    new Promise<void>((done) => {
      const look = () => [...document.querySelectorAll(selector)].some((one) => text.test(one.textContent ?? ''));
      if (look()) return done();
      const observer = new MutationObserver(() => {
        if (!look()) return;
        observer.disconnect();
        done();
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true });
    });
  globalThis.pageClock = { afterPaint, until, clicks: [], saves: [] };
  // answers only, not the ways to other pages; a click on the words is followed by one on the button itself
  const onClick = (event: Event) => {
    if (!(event.target instanceof HTMLSpanElement && event.target.closest('label.opt'))) return;
    void afterPaint().then((now) => pageClock.clicks.push(now - event.timeStamp));
  };
  let changedAt: number | null = null;
  let copiesMissing = 0;
  const copied = () => {
    copiesMissing -= 1;
    if (changedAt === null || copiesMissing > 0) return;
    pageClock.saves.push(performance.now() - changedAt);
    changedAt = null;
  };
  addEventListener('click', onClick, true);
  addEventListener(
    'change',
    () => {
      changedAt = performance.now();
      copiesMissing = 2;
    },
    true,
  );
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof begin>) {
    const transaction = begin.apply(this, args);
    if (this.name === 'gotovo' && args[1] === 'readwrite') transaction.addEventListener('complete', copied);
    return transaction;
  };
  const post = Worker.prototype.postMessage as (request: { op: string; call: number }) => void;
  Worker.prototype.postMessage = function (this: Worker, request: Parameters<typeof post>[0]) {
    const onAnswer = ({ data }: MessageEvent<{ call: number }>) => {
      if (data.call !== request.call) return;
      this.removeEventListener('message', onAnswer);
      copied();
    };
    if (request.op === 'append') this.addEventListener('message', onAnswer);
    post.call(this, request);
  };
}
