import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { durationBounds } from './counters.ts';
import type { Endpoint } from './endpoint.ts';
import { awaitedPlaces, readRestored } from './store/awaited.ts';
import { readSetting } from './store/settings.ts';

type Sample = { value: number; labels?: Readonly<Record<string, string | number>>; ending?: string };

/** Where the loop of this process waited; reset by each reading. */
export function watchLoop(): IntervalHistogram {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return delay;
}

/** OP3: what the process and its store are doing, in the text format of Prometheus; no place, device or address is named. */
export async function readMetrics(endpoint: Endpoint, loop: IntervalHistogram): Promise<string> {
  const families = [...ofProcess(loop), ...ofRequests(endpoint), ...(await ofStore(endpoint))];
  return families.join('');
}

function ofProcess(loop: IntervalHistogram): string[] {
  const { user, system } = process.cpuUsage();
  const began = Date.now() / 1000 - process.uptime();
  const delay = [0.5, 0.99].map((quantile) => ({
    value: loop.percentile(quantile * 100) / 1e9,
    labels: { quantile },
  }));
  const longest = loop.max / 1e9;
  loop.reset();
  return [
    family('process_cpu_seconds_total', 'counter', 'Processor time used.', [{ value: (user + system) / 1e6 }]),
    family('process_resident_memory_bytes', 'gauge', 'Memory held.', [{ value: process.memoryUsage.rss() }]),
    family('process_start_time_seconds', 'gauge', 'When the process began.', [{ value: began }]),
    family('gotovo_loop_delay_seconds', 'gauge', 'Event loop between two readings, 20 ms of it wanted.', delay),
    family('gotovo_loop_delay_longest_seconds', 'gauge', 'The longest of them.', [{ value: longest }]),
  ];
}

function ofRequests({ counters }: Endpoint): string[] {
  const requests = [...counters.requests.values()].map(({ route, status, count }) => ({
    value: count,
    labels: { route, status },
  }));
  const durations = [...counters.durations].flatMap(([route, { within, sumInSeconds }]) => [
    ...within.map((value, at) => ({ value, labels: { route, le: durationBounds[at] ?? '+Inf' }, ending: '_bucket' })),
    { value: sumInSeconds, labels: { route }, ending: '_sum' },
    { value: within.at(-1) ?? 0, labels: { route }, ending: '_count' },
  ]);
  const { turns, diverged, stored, refused } = counters;
  return [
    family('gotovo_requests_total', 'counter', 'Requests answered.', requests),
    family('gotovo_request_seconds', 'histogram', 'Time until a request was answered.', durations),
    family('gotovo_turns_total', 'counter', 'Turns served.', [{ value: turns }]),
    family('gotovo_diverged_total', 'counter', 'Histories whose cursor is not known here.', [{ value: diverged }]),
    family('gotovo_revisions_stored_total', 'counter', 'New revisions devices brought.', [{ value: stored }]),
    family('gotovo_revisions_refused_total', 'counter', 'Revisions refused.', [{ value: refused }]),
  ];
}

async function ofStore({ engine, watch }: Endpoint): Promise<string[]> {
  const { read } = engine;
  const counted = read
    .selectFrom('histories')
    .select(({ fn }) => [fn.countAll().as('histories'), fn.sum('last').as('last')]);
  const { histories, last } = await counted.executeTakeFirstOrThrow();
  const waiting = read.selectFrom('quarantine').select(({ fn }) => fn.countAll().as('files'));
  const { files } = await waiting.executeTakeFirstOrThrow();
  const restored = await readRestored(read);
  const awaited = restored ? (await awaitedPlaces(read)).length : 0;
  const backupAt = engine.file && (await readSetting(read, 'backup-at'));
  const gauge = (name: string, help: string, value: number) => family(`gotovo_${name}`, 'gauge', help, [{ value }]);
  return [
    gauge('store_bytes', 'The store on the disk.', await engine.sizeInBytes()),
    gauge('store_damaged', 'Whether the store was found damaged (1).', watch.isDamaged ? 1 : 0),
    gauge('histories', 'Histories in the store.', Number(histories)),
    gauge('revisions', 'Revisions in the store.', Number(last ?? 0)),
    gauge('quarantined_files', 'Files that wait for a decision.', Number(files)),
    gauge('awaited_places', 'Places awaited since the store was put back.', awaited),
    ...(restored ? [gauge('restored_seconds', 'When the store was put back.', restored.at / 1000)] : []),
    ...(backupAt ? [gauge('last_backup_seconds', 'When the last backup was taken.', Number(backupAt) / 1000)] : []),
  ];
}

function family(
  name: string,
  type: 'counter' | 'gauge' | 'histogram',
  help: string,
  samples: readonly Sample[],
): string {
  const lines = samples.map(({ value, labels = {}, ending = '' }) => {
    const said = Object.entries(labels).map(([label, of]) => `${label}="${of}"`);
    return `${name}${ending}${said.length > 0 ? `{${said.join(',')}}` : ''} ${value}\n`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}
