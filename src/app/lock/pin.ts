import { base64url } from '../../core/submission/revision.ts';

const key = 'gotovo-pin';
const rounds = 600_000;
const longestWaitInS = 300;

/** What is kept of a PIN: enough to check it, and how often it was mistaken. */
export type KeptPin = {
  salt: string;
  hash: string;
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

export async function setPin(pin: string): Promise<void> {
  const salt = base64url(crypto.getRandomValues(new Uint8Array(16)));
  keep({ salt, hash: await hashOf(pin, salt), wrong: 0, waitUntil: 0 });
}

/** LK2: after a wrong one the next try waits 1, 2, 4 … 300 seconds, also across starts and tabs. */
export async function checkPin(pin: string, now: () => number): Promise<PinOutcome> {
  const kept = readPin();
  if (!kept) return { code: 'right' };
  const left = Math.min(kept.waitUntil - now(), longestWaitInS * 1000); // a clock set back must not lock for ever
  if (left > 0) return { code: 'wait', seconds: Math.ceil(left / 1000) };
  if ((await hashOf(pin, kept.salt)) === kept.hash) {
    keep({ ...kept, wrong: 0, waitUntil: 0 });
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
