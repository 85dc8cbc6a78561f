import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killCluster } from './postgres.ts';

/** Before and after all tests: names the folder of the one PostgreSQL of a run, which starts when somebody needs it. */
export default function sharePostgres(): () => void {
  if (process.env.GOTOVO_TEST_POSTGRES) return () => undefined; // another project of this run has one
  const folder = mkdtempSync(join(tmpdir(), 'gotovo-postgres-'));
  chmodSync(folder, 0o755); // whoever runs it has to get inside
  process.env.GOTOVO_TEST_POSTGRES = folder;
  return () => {
    if (existsSync(join(folder, 'port'))) killCluster(join(folder, 'cluster'));
    rmSync(folder, { recursive: true, force: true });
  };
}
