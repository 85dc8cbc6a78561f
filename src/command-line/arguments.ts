import { type ParseArgsConfig, parseArgs } from 'node:util';
import { commandTexts } from '../texts/command-line.ts';
import { UsageError } from './usage-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** CL1: flags and words of a command; unknown flags and a wrong number of words end with one clear line. */
export function readArguments<Flags extends Options>(
  command: string,
  args: string[],
  options: Flags,
  words: string[] = [],
) {
  let read: ReturnType<typeof parseArgs<{ options: Flags; allowPositionals: true; args: string[] }>>;
  try {
    read = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(flagWords(command, error, options));
  }
  if (read.positionals.length < words.length)
    throw new UsageError(commandTexts.needed(`${command} ${words.join(' ')}`));
  if (read.positionals.length > words.length)
    throw new UsageError(commandTexts.tooMuch(command, read.positionals[words.length] ?? ''));
  return { flags: read.values, words: read.positionals };
}

/** Node says in English which flag it stumbled over; the flag is the first thing it quotes. */
function flagWords(command: string, error: unknown, options: Options): string {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const flag = /'(-[^'\s,]*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return commandTexts.unknownFlag(command, flag);
  return options[flag.replace(/^--/, '')]?.type === 'boolean'
    ? commandTexts.flagTakesNothing(command, flag)
    : commandTexts.flagWithoutValue(command, flag);
}

/** A flag that must be there; blanks around its value are a slip of the hand. */
export function required(command: string, name: string, value: string | undefined): string {
  const typed = value?.trim();
  if (!typed) throw new UsageError(commandTexts.flagNeeded(command, `--${name}`));
  return typed;
}
