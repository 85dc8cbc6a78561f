// Bundles the long runs into dist/soak and runs them: docs/reliability.md.
import { build } from 'esbuild';

await build({
  entryPoints: ['tests/soak/soak.ts'],
  outdir: 'dist/soak',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
await import('../dist/soak/soak.js');
