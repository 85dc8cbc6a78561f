// Bundles the command line into dist/server and packs the program's files once, so that serving costs nothing.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

await build({
  entryPoints: ['src/command-line/main.ts'],
  outfile: 'dist/server/main.js',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});

for (const name of readdirSync('dist/app', { recursive: true })) {
  const file = join('dist/app', String(name));
  if (!statSync(file).isFile() || !/\.(js|css|html|svg|webmanifest)$/.test(file)) continue;
  writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
}
