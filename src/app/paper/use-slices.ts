import { options } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** What is first drawn while the page is made ready for the printer stands there whole. */
let isPrinting = false;
addEventListener('beforeprint', () => {
  isPrinting = true;
});
addEventListener('afterprint', () => {
  isPrinting = false;
});

/**
 * How many of so many parts stand on the page by now: a few at once, then so many more a frame, so that no key waits for a long
 * report to be laid out. Before the page is printed all of them stand there.
 */
export function useSlices(count: number, step: number): number {
  const [shown, setShown] = useState(isPrinting ? count : step);
  const isWhole = shown >= count;
  useEffect(() => {
    if (isWhole) return undefined;
    let timer = 0;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setShown((now) => now + step)); // after the paint
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [shown, isWhole, step]);
  useLayoutEffect(() => {
    if (isWhole) return undefined;
    const showAll = () => atOnce(() => setShown(count));
    addEventListener('beforeprint', showAll);
    return () => removeEventListener('beforeprint', showAll);
  }, [isWhole, count]);
  return Math.min(shown, count);
}

/** Draws what changes here before it returns: a page is printed as it stands then. */
function atOnce(change: () => void): void {
  const usual = options.debounceRendering;
  options.debounceRendering = (draw) => draw();
  try {
    change();
  } finally {
    if (usual) options.debounceRendering = usual;
    else delete options.debounceRendering;
  }
}
