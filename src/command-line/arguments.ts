import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Flags and words of a command; unknown flags and a wrong number of words end with one clear line. */
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
    throw new UsageError(`${command}: ${error instanceof Error ? error.message.split('. ')[0] : String(error)}`);
  }
  if (read.positionals.length !== words.length)
    throw new UsageError(
      words.length === 0
        ? `${command}: лишнее «${read.positionals[0]}»`
        : `нужно: gotovo ${command} ${words.join(' ')}`,
    );
  return { flags: read.values, words: read.positionals };
}

/** A flag that must be there. */
export function required(command: string, name: string, value: string | undefined): string {
  if (!value) throw new UsageError(`${command}: нужен флаг --${name}`);
  return value;
}
