import { answers } from './answers.ts';
import { codes } from './codes.ts';
import { devices } from './devices.ts';
import { backup, restore, verify } from './keep.ts';
import { places } from './places.ts';
import { report } from './report.ts';
import { serve } from './serve.ts';
import { UsageError } from './usage-error.ts';

const commands: Record<string, (args: string[]) => Promise<void>> = {
  serve,
  places,
  codes,
  devices,
  answers,
  report,
  backup,
  restore,
  verify,
};

/** `gotovo COMMAND`: one clear line and exit code 2 for what cannot be understood, 1 for what failed. */
async function run([name = '', ...args]: string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(`неизвестная команда «${name}». Есть: ${Object.keys(commands).join(', ')}`);
  await command(args);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`gotovo: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
