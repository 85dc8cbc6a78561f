import { computed, type ReadonlySignal } from '@preact/signals';

/** Plain values worked out from signals; whoever follows them hears of a change only when they say something else. */
export function computedView<View>(compute: () => View): ReadonlySignal<View> {
  let last: { text: string; view: View } | null = null;
  return computed(() => {
    const view = compute();
    const text = JSON.stringify(view);
    if (last === null || last.text !== text) last = { text, view };
    return last.view;
  });
}
