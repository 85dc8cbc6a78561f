import type { ComponentChildren } from 'preact';

/** What may be wider than the screen; it takes focus, so that keys can scroll it too. */
export function ScrollRegion(props: { label: string; className?: string; children: ComponentChildren }) {
  return (
    <section
      class={['scroll', props.className].filter(Boolean).join(' ')}
      aria-label={props.label}
      ref={(region) => {
        if (region) region.tabIndex = 0;
      }}
    >
      {props.children}
    </section>
  );
}
