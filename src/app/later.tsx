import { signal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';

/** A part that is not needed to fill in and comes in a file of its own; until it has come, nothing stands there. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const part = signal<ComponentType<Props> | null>(null);
  return function Later(props: Props): JSX.Element | null {
    useEffect(() => {
      if (part.value === null)
        load().then(
          (come) => {
            part.value = come;
          },
          console.error, // asked for again when it is next to be shown
        );
    }, []);
    const Part = part.value;
    return Part ? <Part {...props} /> : null;
  };
}
