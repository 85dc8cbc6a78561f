import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { formatTable, type Row, toJson } from './bench-report.ts';
import { deadlineEvening } from './deadline-evening.ts';
import { endpointCost } from './endpoint-cost.ts';
import { firstLoad } from './first-load.ts';
import { firstSync } from './first-sync.ts';
import { formSheets } from './form-sheets.ts';
import { installed } from './installed.ts';
import { manySchools } from './many-schools.ts';
import { officerDevice } from './officer-device.ts';
import { oneAnswer } from './one-answer.ts';
import { regionDevice } from './region-device.ts';
import { warmStart } from './warm-start.ts';

type Suite = (options: { quick: boolean }) => Promise<Row[]>;

const suites: Record<string, Suite> = {
  'first-load': firstLoad,
  installed,
  'one-answer': oneAnswer,
  'warm-start': warmStart,
  'first-sync': firstSync,
  'endpoint-cost': endpointCost,
  'many-schools': manySchools,
  'deadline-evening': deadlineEvening,
  'officer-device': officerDevice,
  'form-sheets': formSheets,
  'region-device': regionDevice,
};

/** What was asked for; null: it cannot be understood. */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: { out: { type: 'string' }, only: { type: 'string' }, quick: { type: 'boolean', default: false } },
    });
    return values.only === undefined || Object.hasOwn(suites, values.only) ? values : null;
  } catch {
    return null;
  }
}

async function run(): Promise<void> {
  const options = readOptions();
  if (!options) {
    console.error(`usage: npm run bench -- [--out FILE] [--quick] [--only ${Object.keys(suites).join('|')}]`);
    process.exit(2);
  }
  const { quick, only, out } = options;
  const rows: Row[] = [];
  for (const [name, suite] of Object.entries(suites)) {
    if (only !== undefined && only !== name) continue;
    const began = performance.now();
    rows.push(...(await suite({ quick })));
    console.error(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  console.log(formatTable(rows));
  const facts = { quick, node: process.version, processors: cpus().length, measuredAt: new Date().toISOString() };
  if (out !== undefined) writeFileSync(out, toJson(rows, facts));
}

await run();
