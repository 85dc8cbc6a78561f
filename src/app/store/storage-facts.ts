/** Asks the browser to keep the data when the disk gets full; "unknown" where it cannot be asked. */
export async function askPersistence(): Promise<'granted' | 'denied' | 'unknown'> {
  if (!navigator.storage?.persist) return 'unknown';
  return (await navigator.storage.persist()) ? 'granted' : 'denied';
}

/** What was granted before, without asking. */
export async function readPersistence(): Promise<'granted' | 'denied' | 'unknown'> {
  if (!navigator.storage?.persisted) return 'unknown';
  return (await navigator.storage.persisted()) ? 'granted' : 'denied';
}

/** What a browser is asked to guess whether its window is private. */
export type PrivacySigns = {
  /** what the origin may store; null: not told */
  quotaInBytes: number | null;
  /** Chromium: the most its script memory may grow to; null elsewhere */
  heapLimitInBytes: number | null;
  /** Firefox refuses its private file system in a private window */
  privateFilesRefused: boolean;
};

/** Chromium keeps a private window's data in memory, so its quota is of the size of memory, not of the disk. */
export const seemPrivate = ({ quotaInBytes, heapLimitInBytes, privateFilesRefused }: PrivacySigns): boolean =>
  privateFilesRefused || (quotaInBytes !== null && heapLimitInBytes !== null && quotaInBytes < 2 * heapLimitInBytes);

/** A guess whether everything here disappears with the window; a hint to save a file, never a reason to refuse. */
export async function looksPrivate(): Promise<boolean> {
  const { memory } = performance as { memory?: { jsHeapSizeLimit: number } };
  const estimate = await navigator.storage?.estimate?.().catch(() => null);
  const refusal = await navigator.storage?.getDirectory?.().then(
    () => null,
    (error: unknown) => error,
  );
  return seemPrivate({
    quotaInBytes: estimate?.quota ?? null,
    heapLimitInBytes: memory?.jsHeapSizeLimit ?? null,
    privateFilesRefused: refusal instanceof DOMException && refusal.name === 'SecurityError',
  });
}
