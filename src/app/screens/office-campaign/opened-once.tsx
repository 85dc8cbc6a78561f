import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** A part that unfolds; what is inside is made only when it is opened. */
export function OpenedOnce({ title, children }: { title: string; children: ComponentChildren }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen ? <div class="stack">{children}</div> : null}
    </details>
  );
}
