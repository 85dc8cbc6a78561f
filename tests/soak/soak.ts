import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parts } from './parts.ts';
import { runPart, type SoakResult } from './soak-part.ts';
import { addResults, formatResults } from './soak-table.ts';

const names = parts.map(({ name }) => name);
const usage = `usage: npm run soak -- [--only ${names.join('|')}] [--times N] [--minutes N] [--seed N] [--out FILE.json]`;

type Options = {
  only: string | undefined;
  times: number | null;
  minutes: number;
  seed: number;
  out: string | undefined;
};

/** What was asked for; null: it cannot be understood. */
function readOptions(): Options | null {
  try {
    const option = { type: 'string' } as const;
    const { values } = parseArgs({
      options: { only: option, times: option, minutes: option, seed: option, out: option },
    });
    const numbers = [values.times ?? '1', values.minutes ?? '1', values.seed ?? '1'].map(Number);
    if (!numbers.every((number) => number > 0)) return null;
    if (values.only !== undefined && !names.includes(values.only)) return null;
    return {
      only: values.only,
      times: values.times === undefined ? null : Number(values.times),
      minutes: values.minutes === undefined ? Number.POSITIVE_INFINITY : Number(values.minutes),
      seed: Number(values.seed ?? 1),
      out: values.out,
    };
  } catch {
    return null;
  }
}

/** What earlier runs reached: figures in the file add up from run to run. */
function readResults(out: string | undefined): Map<string, SoakResult> {
  if (out === undefined || !existsSync(out)) return new Map();
  const kept = JSON.parse(readFileSync(out, 'utf8')) as SoakResult[];
  return new Map(kept.map((result) => [result.name, result]));
}

async function run(): Promise<void> {
  const options = readOptions();
  if (!options) {
    console.error(usage);
    process.exit(2);
  }
  const { only, times, minutes, seed, out } = options;
  const results = readResults(out);
  for (const part of parts.filter(({ name }) => only === undefined || only === name)) {
    const before = results.get(part.name);
    const result = await runPart(part, {
      times: times ?? part.goal,
      firstSeed: seed + (before?.attempts ?? 0),
      deadline: Date.now() + minutes * 60_000,
    });
    results.set(part.name, before ? addResults(before, result) : result);
    console.error(`${part.name}: ${result.attempts} times, ${result.lost.length} lost, ${result.seconds} s`);
    for (const line of result.lost) console.error(`  ${line}`);
    if (out !== undefined) writeFileSync(out, `${JSON.stringify([...results.values()], null, 2)}\n`);
  }
  const ordered = parts.flatMap(({ name }) => results.get(name) ?? []);
  console.log(formatResults(ordered));
  process.exitCode = ordered.some(({ lost }) => lost.length > 0) ? 1 : 0;
}

await run();
