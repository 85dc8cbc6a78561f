import { base64url } from '../../core/submission/revision.ts';

const key = 'gotovo-pin';
const rounds = 600_000;
const longestWaitInS = 300;

/** What is kept of a PIN, or of an officer's passphrase: enough to check it, and how often it was mistaken. */
export type KeptPin = {
  salt: string;
  hash: string;
  /** LK5: of a passphrase, the hashes of its recovery codes that were not used yet; a PIN has none */
  recovery?: string[];
  wrong: number;
  /** milliseconds; no try before */
  waitUntil: number;
};

export type PinOutcome = { code: 'right' } | { code: 'wrong' | 'wait'; seconds: number };

/** Four to six digits. */
export const isPin = (text: string): boolean => /^\d{4,6}$/.test(text);

/** Whether this browser can keep a PIN at all: over plain http it cannot. */
export const canKeepPin = (): boolean => Boolean(globalThis.crypto?.subtle);

export function readPin(): KeptPin | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
    return typeof kept?.salt === 'string' && typeof kept.hash === 'string' ? kept : null;
  } catch {
    return null; // blocked, or not ours
  }
}

export const removePin = (): void => localStorage.removeItem(key);

/** `codes`: the recovery codes of a passphrase. */
export async function setPin(pin: string, codes?: readonly string[]): Promise<void> {
  const salt = base64url(crypto.getRandomValues(new Uint8Array(16)));
  const recovery = codes && (await Promise.all(codes.map((code) => hashOf(code, salt))));
  keep({ salt, hash: await hashOf(pin, salt), wrong: 0, waitUntil: 0, ...(recovery && { recovery }) });
}

/** LK4: whether an officer's passphrase stands in place of the PIN. */
export const hasPassphrase = (): boolean => readPin()?.recovery !== undefined;

/** LK2: after a wrong one the next try waits 1, 2, 4 … 300 seconds, also across starts and tabs. */
export async function checkPin(pin: string, now: () => number): Promise<PinOutcome> {
  const kept = readPin();
  if (!kept) return { code: 'right' };
  const left = Math.min(kept.waitUntil - now(), longestWaitInS * 1000); // a clock set back must not lock for ever
  if (left > 0) return { code: 'wait', seconds: Math.ceil(left / 1000) };
  const hash = await hashOf(pin, kept.salt);
  if (hash === kept.hash || kept.recovery?.includes(hash)) {
    const recovery = kept.recovery?.filter((one) => one !== hash); // LK5: each opens once
    keep({ ...kept, wrong: 0, waitUntil: 0, ...(recovery && { recovery }) });
    return { code: 'right' };
  }
  const seconds = Math.min(longestWaitInS, 2 ** kept.wrong);
  keep({ ...kept, wrong: kept.wrong + 1, waitUntil: now() + seconds * 1000 });
  return { code: 'wrong', seconds };
}

const keep = (pin: KeptPin): void => localStorage.setItem(key, JSON.stringify(pin));

async function hashOf(pin: string, salt: string): Promise<string> {
  const text = new TextEncoder();
  const material = await crypto.subtle.importKey('raw', text.encode(pin), 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: text.encode(salt), iterations: rounds };
  return base64url(new Uint8Array(await crypto.subtle.deriveBits(how, material, 256)));
}
