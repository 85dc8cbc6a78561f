import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';

/** A button → the path of the file the browser saves on a click of it, under the name the program gave it and in a folder of its own. */
export async function savedFile(button: Locator, timeout = 60_000): Promise<string> {
  const [download] = await Promise.all([button.page().waitForEvent('download', { timeout }), button.click()]);
  const file = join(mkdtempSync(join(tmpdir(), 'gotovo-saved-')), download.suggestedFilename());
  await download.saveAs(file);
  return file;
}
