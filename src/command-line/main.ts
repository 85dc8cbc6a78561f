import { programVersion } from '../core/program-version.ts';
import { commandTexts } from '../texts/command-line.ts';
import { answers } from './answers.ts';
import { awaited } from './awaited.ts';
import { codes } from './codes.ts';
import { devices } from './devices.ts';
import { envelope } from './envelope.ts';
import { errorWords } from './error-words.ts';
import { form } from './form.ts';
import { backup, restore, verify } from './keep.ts';
import { monitoring } from './monitoring.ts';
import { move } from './move.ts';
import { places } from './places.ts';
import { privateValues } from './private.ts';
import { report } from './report.ts';
import { samples } from './samples.ts';
import { answer } from './say.ts';
import { serve } from './serve.ts';
import { UsageError } from './usage-error.ts';

const commands: Record<string, (args: string[]) => Promise<void>> = {
  serve,
  places,
  codes,
  devices,
  answers,
  monitoring,
  form,
  report,
  samples,
  envelope,
  move,
  backup,
  restore,
  awaited,
  verify,
  private: privateValues,
};

/** CL1: `gotovo COMMAND`: one clear line and exit code 2 for what cannot be understood, 1 for what failed. */
async function run([name, ...args]: string[]): Promise<void> {
  if (name === undefined) throw new UsageError(commandTexts.help);
  if (['help', '--help', '-h'].includes(name) || args.includes('--help') || args.includes('-h'))
    return answer(commandTexts.help);
  if (['version', '--version'].includes(name)) return answer(programVersion);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(commandTexts.unknownCommand(name, Object.keys(commands).join(', ')));
  await command(args);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const words = errorWords(error);
  process.stderr.write(words === commandTexts.help ? `${words}\n` : `gotovo: ${words}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
