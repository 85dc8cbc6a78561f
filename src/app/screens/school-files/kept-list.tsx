import { schoolFilesTexts as words } from '../../../texts/school-files.ts';
import type { KeptFile } from '../../school-files/kept-files.ts';
import type { SchoolFiles } from '../../school-files/school-files.ts';
import { SaveReceipt } from './taken-message.tsx';

/** EV17: files taken without a network that still have a way to go: to the endpoint, or a receipt back to the school. */
export function KeptList({ files }: { files: SchoolFiles }) {
  const kept = files.kept.value;
  if (kept.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="waiting">
      <h2 id="waiting">{words.waiting}</h2>
      <ul class="plain stack">
        {kept.map((file) => (
          <li key={file.hash} class="stack tight">
            <p>
              <b>{file.place || file.label}</b>, {file.label}
              <br />
              <span class="s q">{stateOf(file)}</span>
            </p>
            {file.receipt === null ? null : <SaveReceipt receipt={file.receipt} hash={file.hash} />}
            {file.receipt === null && file.refused === null ? null : (
              <p>
                <button
                  type="button"
                  class="btn link"
                  aria-label={words.removeNamed(file.label)}
                  onClick={() => files.forget(file.hash)}
                >
                  {words.remove}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateOf({ receipt, refused, coded }: KeptFile): string {
  if (receipt !== null) return words.ready;
  if (refused !== null) return words.notTaken(words.whys[refused] ?? refused);
  return coded ? words.waitsCode : words.waitsFor;
}
