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
