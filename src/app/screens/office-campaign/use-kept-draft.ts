import { useComputed } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type CampaignDraft, readDraft } from '../../../core/campaign/campaign-draft.ts';
import { canonicalJson, type Json } from '../../../core/json.ts';
import type { Revision } from '../../../core/submission/revision.ts';
import { useOffice } from '../../office/office.ts';

const pauseInMs = 800;

export type KeptDraft = {
  /** what is typed here or was kept before; null: nothing was */
  draft: CampaignDraft | null;
  saving: 'saved' | 'failed' | null;
  /** the same draft as another device has changed it meanwhile; null: nobody did */
  other: { draft: CampaignDraft; said: Revision } | null;
  type: (next: CampaignDraft) => void;
  /** writes what is typed at once */
  keep: () => Promise<void>;
  /** goes on with one of two drafts; the other stays in the history */
  settle: (chosen: CampaignDraft) => void;
  drop: () => Promise<boolean>;
};

/** CN4: a draft in the office history: written as it is typed, over what stood on screen and nothing else, so no other's work goes unseen. */
export function useKeptDraft(path: string): KeptDraft {
  const { registersOf, officeHistory, write } = useOffice();
  const heads = useComputed(() => registersOf(officeHistory).value.get(path) ?? []).value;
  const [typed, setTyped] = useState<CampaignDraft | null>(null);
  const [saving, setSaving] = useState<KeptDraft['saving']>(null);
  const timer = useRef(0);
  const latest = useRef<CampaignDraft | null>(null);
  const writing = useRef<Promise<void>>(Promise.resolve());
  const seen = useRef<readonly string[]>([]);
  const mine = useRef('');
  if (typed === null) seen.current = heads.map(({ id }) => id);

  const isMine = ({ value }: Revision) => canonicalJson(value) === mine.current;

  /** One write after the other: each answers the one before, or a draft would stand beside itself as somebody else's. */
  function keep(): Promise<void> {
    clearTimeout(timer.current);
    writing.current = writing.current.then(writeLatest);
    return writing.current;
  }

  async function writeLatest(): Promise<void> {
    const last = latest.current;
    if (last === null) return;
    latest.current = null;
    mine.current = canonicalJson(last as Json);
    const written = await write(officeHistory, path, last as Json, seen.current);
    const own = registersOf(officeHistory).value.get(path)?.find(isMine);
    if (own) seen.current = [own.id];
    if (latest.current === null) setSaving(written ? 'saved' : 'failed');
  }
  // whoever leaves the page loses nothing
  useEffect(() => {
    const leave = () => void keep();
    addEventListener('pagehide', leave);
    return () => {
      leave();
      removeEventListener('pagehide', leave);
    };
  }, []);

  function type(next: CampaignDraft): void {
    latest.current = next;
    setTyped(next);
    setSaving(null); // what was just typed is not kept yet
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, pauseInMs) as unknown as number;
  }
  const strange = typed === null ? heads[1] : heads.find((head) => !seen.current.includes(head.id) && !isMine(head));
  const theirs = readDraft(strange?.value ?? null);
  return {
    draft: typed ?? readDraft(heads[0]?.value ?? null),
    saving,
    other: strange && theirs ? { draft: theirs, said: strange } : null,
    type,
    keep,
    settle: (chosen) => {
      seen.current = heads.map(({ id }) => id);
      type(chosen);
      void keep();
    },
    drop: async () => {
      clearTimeout(timer.current);
      latest.current = null;
      await writing.current;
      setTyped(null);
      setSaving(null);
      return write(officeHistory, path, null);
    },
  };
}
