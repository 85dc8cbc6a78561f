import { spawnSync } from 'node:child_process';

/** Runs a command of the built program on a store; its output, parsed when it is JSON. Throws with what it said when it failed. */
export function gotovo(data: string, ...args: string[]): Record<string, unknown> {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/server/main.js', ...args, '--data', data], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`gotovo ${args.join(' ')}: ${status}\n${stderr}`);
  return /^[[{]/.test(stdout) ? JSON.parse(stdout) : { said: stdout };
}
