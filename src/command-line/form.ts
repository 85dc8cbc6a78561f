import { commandTexts } from '../texts/command-line.ts';
import { publishFormFile } from './publish-form.ts';
import { UsageError } from './usage-error.ts';

/** `gotovo form ACTION …`: forms of a methodologist (docs/forms-authoring.md). */
export async function form([action = '', ...args]: string[]): Promise<void> {
  if (action === 'publish') return publishFormFile(args);
  throw new UsageError(commandTexts.needed('form publish FILE.json --place ID'));
}
