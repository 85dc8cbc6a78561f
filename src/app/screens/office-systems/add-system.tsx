import { useState } from 'preact/hooks';
import type { System, SystemKind } from '../../../core/systems/systems.ts';
import { systemsTexts as texts } from '../../../texts/systems.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { SaveSystem } from './systems-table.tsx';

const kinds = ['grade-book', 'surrounding'] as const;

/** One more system of the region; its title is asked first, for an entry is never removed. */
export function AddSystem({ systems, save }: { systems: readonly System[]; save: SaveSystem }) {
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<SystemKind>('grade-book');
  const [told, setTold] = useState<{ text: string; isWrong: boolean } | null>(null);
  async function add(event: Event): Promise<void> {
    event.preventDefault();
    const named = title.trim();
    if (named === '') return setTold({ text: texts.needsTitle, isWrong: true });
    if (systems.some((one) => one.title.toLowerCase() === named.toLowerCase()))
      return setTold({ text: texts.known(named), isWrong: true });
    const id = `own-${crypto.randomUUID().slice(0, 8)}`;
    const saved = await save({ id, title: named, vendor: '', address: '', kind, used: true }, {});
    setTold({ text: saved ? texts.added(named) : texts.notSaved, isWrong: !saved });
    if (saved) setTitle('');
  }
  return (
    <form class="card stack" aria-labelledby="add-system" onSubmit={(event) => void add(event)}>
      <h2 id="add-system">{texts.add}</h2>
      <div class="pick">
        <label class="f">
          <span>{texts.head.title}</span>
          <input
            type="text"
            autocomplete="off"
            maxLength={300}
            value={title}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        </label>
        <label class="f">
          <span>{texts.kind}</span>
          <select
            value={kind}
            onChange={({ currentTarget: { value } }) => setKind(kinds.find((one) => one === value) ?? 'grade-book')}
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {texts.kinds[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="row">
        <button type="submit" class="btn">
          <Icon sign="plus" />
          {texts.addButton}
        </button>
      </p>
      <p role="status" class={told?.isWrong ? 'err' : undefined}>
        {told?.text}
      </p>
    </form>
  );
}
