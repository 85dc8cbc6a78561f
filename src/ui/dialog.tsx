import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

/** Asks or tells one thing above the page; Escape closes it, and the browser gives the focus back to what opened it. */
export function Dialog(props: { title: string; close: string; onClose: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="card stack" aria-labelledby={id} onClose={props.onClose}>
      <h2 id={id}>{props.title}</h2>
      {props.children}
      <p>
        <button type="button" class="btn" onClick={() => dialog.current?.close()}>
          {props.close}
        </button>
      </p>
    </dialog>
  );
}
