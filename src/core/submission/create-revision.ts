import type { Json } from '../json.ts';
import { type Revision, revisionIdOf, type Sha256 } from './revision.ts';

export type NewRevision = {
  history: string;
  path: string;
  value: Json;
  /** the heads its author had on screen */
  seen: readonly Revision[];
  at: string;
  who: string;
  label: string;
  nonce: string;
};

/** RV1: a new revision answers exactly the heads its author saw, and stands one generation above them; text is NFC. */
export function createRevision({ seen, ...content }: NewRevision, sha256: Sha256): Revision {
  const full = {
    ...content,
    value: normalized(content.value),
    parents: seen.map((revision) => revision.id).sort(),
    gen: 1 + seen.reduce((most, revision) => Math.max(most, revision.gen), 0),
  };
  return { id: revisionIdOf(full, sha256), ...full };
}

function normalized(value: Json): Json {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(normalized);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, normalized(part as Json)]));
}

/** RV3: typed text becomes NFC, without control characters but line break and tab, and without half characters. */
export function cleanText(text: string): string {
  let clean = '';
  for (const character of text.normalize('NFC')) {
    const code = character.codePointAt(0) ?? 0;
    const isControl = code < 0x20 && code !== 0x0a && code !== 0x09;
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    if (!isControl && !isHalf && code !== 0x7f) clean += character;
  }
  return clean;
}
