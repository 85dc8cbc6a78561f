import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { tableTexts } from '../../../texts/tables.ts';

/**
 * A place to paste into for those who know no Ctrl+V, and for phones: a plain text area, which every browser can paste into
 * without asking for permission. `children`: what else must be chosen.
 */
export function PasteBox(props: {
  hint: string;
  children?: ComponentChildren;
  onShow: (text: string) => void;
  onClose: () => void;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => area.current?.focus(), []);
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') area.current?.focus();
        else props.onShow(text);
      }}
      onKeyDown={(event) => event.key === 'Escape' && props.onClose()}
    >
      {props.children ? <div class="row end">{props.children}</div> : null}
      <div class="f">
        <label class="lab" for={id}>
          {tableTexts.pasteHere}
        </label>
        <textarea
          id={id}
          ref={area}
          rows={4}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={`${id}h`}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="hint" id={`${id}h`}>
          {tableTexts.pasteHereHint} {props.hint}
        </p>
      </div>
      <p class="row">
        <button type="submit" class="btn main">
          {tableTexts.pasteShow}
        </button>
        <button type="button" class="btn" onClick={props.onClose}>
          {tableTexts.cancel}
        </button>
      </p>
    </form>
  );
}
