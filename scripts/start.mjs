// Runs `gotovo`, building first when there is no build or a source is newer than it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const built = join(root, 'dist/server/main.js');
const sources = ['src', 'public', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, String(name))),
);
const inputs = [...sources, join(root, 'index.html'), join(root, 'vite.config.ts'), join(root, 'package.json')];
const isStale =
  !existsSync(built) ||
  inputs.some((file) => statSync(file).isFile() && statSync(file).mtimeMs > statSync(built).mtimeMs);
if (isStale) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
}
process.argv = [process.argv[0], built, ...process.argv.slice(2)];
await import(built);
