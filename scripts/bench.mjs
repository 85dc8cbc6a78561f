// Bundles the measurements into dist/bench and runs them: docs/bench.md.
import { build } from 'esbuild';

await build({
  entryPoints: ['bench', 'evening-client', 'plain-json-server', 'read-form-once', 'report-usage'].map(
    (name) => `tests/bench/${name}.ts`,
  ),
  outdir: 'dist/bench',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
await import('../dist/bench/bench.js');
