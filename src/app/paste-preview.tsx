import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LineLeft } from '../core/form/paste.ts';
import type { Json } from '../core/json.ts';
import { tableTexts } from '../texts/tables.ts';
import { Message } from '../ui/message.tsx';
import { type Program, useProgram } from './program.ts';

/** What a paste would write, and what of it was refused; nothing is written yet. */
export type Pasted = {
  title: string;
  taken: readonly { key: string; value: Json; words: ComponentChildren }[];
  left: readonly LineLeft<keyof typeof tableTexts.pasteWhy>[];
};

/** What stands there now, whichever form it is of. */
const firstHead = ({ registers, pathOf }: Program, key: string): Json =>
  registers.value.get(pathOf(key))?.[0]?.value ?? null;

/** A paste on its way into a table: shown, then written or dropped, and after writing taken back as a whole. */
export function usePaste() {
  const program = useProgram();
  const [preview, setPreview] = useState<Pasted | null>(null);
  const [before, setBefore] = useState<readonly { key: string; value: Json }[]>([]);
  const from = useRef<Element | null>(null);
  const close = () => {
    setPreview(null);
    if (from.current instanceof HTMLElement) from.current.focus();
  };
  return {
    show: (pasted: Pasted) => {
      from.current = document.activeElement;
      setBefore([]);
      setPreview(pasted);
    },
    shown: preview ? (
      <PastePreview
        pasted={preview}
        onCancel={close}
        onWrite={() => {
          setBefore(preview.taken.map(({ key }) => ({ key, value: firstHead(program, key) })));
          for (const { key, value } of preview.taken) program.answer(key, value);
          close();
        }}
      />
    ) : before.length > 0 ? (
      <p role="status">
        {tableTexts.pasted(before.length)}{' '}
        <button
          type="button"
          class="btn sm link"
          onClick={() => {
            for (const { key, value } of before) program.answer(key, value);
            setBefore([]);
          }}
        >
          {tableTexts.takeAllBack}
        </button>
      </p>
    ) : null,
  };
}

/** PA2: focus comes here, so that Enter writes and Escape drops; afterwards it goes back to the cell. */
function PastePreview({ pasted, onWrite, onCancel }: { pasted: Pasted; onWrite: () => void; onCancel: () => void }) {
  const { title, taken, left } = pasted;
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <fieldset aria-label={title} onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <Message
        sign="grid"
        title={title}
        actions={
          <>
            {taken.length > 0 ? (
              <button ref={first} type="button" class="btn sm main" onClick={onWrite}>
                {tableTexts.write}
              </button>
            ) : null}
            <button {...(taken.length > 0 ? {} : { ref: first })} type="button" class="btn sm" onClick={onCancel}>
              {tableTexts.cancel}
            </button>
          </>
        }
      >
        {taken.length > 0 ? (
          <ul class="plain">
            {taken.map(({ key, words }) => (
              <li key={key}>{words}</li>
            ))}
          </ul>
        ) : null}
        {left.length > 0 ? (
          <>
            <p class="b">{tableTexts.pasteLeft(left.length)}</p>
            <ul class="plain">
              {left.map(({ line, text, code }) => (
                <li key={line}>{tableTexts.pasteLine(line, text, tableTexts.pasteWhy[code])}</li>
              ))}
            </ul>
          </>
        ) : null}
      </Message>
    </fieldset>
  );
}
