// All that CI runs: types, lint, dead code, build, unit and contract tests, a real browser. Stops at the first failure.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const results = mkdtempSync(join(tmpdir(), 'gotovo-check-'));
const steps = [
  ['types', 'npm run --silent typecheck'],
  ['lint and dead code', 'npm run --silent lint'],
  ['build', 'npm run --silent build'],
  [
    'unit tests',
    `npx vitest run --project unit --project postgres --reporter=dot --reporter=json --outputFile.json=${results}/unit.json`,
  ],
  [
    'browser tests',
    `npx vitest run --project e2e --reporter=verbose --reporter=json --outputFile.json=${results}/e2e.json`,
  ],
];
for (const [title, command] of steps) {
  const began = Date.now();
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`${title}: failed`);
    process.exit(status ?? 1);
  }
  console.log(`${title}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
const reports = ['unit', 'e2e'].map((name) => JSON.parse(readFileSync(`${results}/${name}.json`, 'utf8')));
const sum = (key) => reports.reduce((total, report) => total + report[key], 0);
console.log(`${sum('numPassedTests')} passed, ${sum('numFailedTests')} failed`);
