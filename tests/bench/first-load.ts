import { launchDevice, startServer } from '../support/browser.ts';
import { aProfile } from '../support/device.ts';
import type { Row, Unit } from './bench-report.ts';
import { startCountingProxy } from './counting-proxy.ts';
import { installClock } from './page-clock.ts';

/** 400 kbit/s: slow enough that what is asked for later also comes later. */
const bytesPerMs = 50;

/** What an empty browser takes over the wire before the frame is painted and before an answer is saved; the service worker's own copies are left out. */
export async function firstLoad(): Promise<Row[]> {
  const server = await startServer();
  const proxy = await startCountingProxy(server.address, bytesPerMs);
  const device = await launchDevice(aProfile(), { serviceWorkers: 'block' });
  await installClock(device);
  const page = await device.newPage();
  await page.goto(`${proxy.address}/criterion/K1`, { waitUntil: 'commit' });
  const moments = await page.evaluate(async () => {
    const now = () => pageClock.afterPaint().then((time) => performance.timeOrigin + time);
    await pageClock.until('header a');
    const painted = await now();
    await pageClock.until('#K1-01 label.opt');
    const readable = await now();
    document.querySelector<HTMLInputElement>('#K1-01 label.opt input')?.click();
    await pageClock.until('.state b', /^Сохранено на этом устройстве/);
    return { painted, readable, saved: await now() };
  });
  await device.close();
  proxy.stop();
  await server.stop();
  const painted = proxy.carriedBy(moments.painted);
  const saved = proxy.carriedBy(moments.saved);
  const row = (title: string, unit: Unit, measured: number, most: number | null): Row => ({
    suite: 'first-load',
    title: `first load: ${title}`,
    unit,
    measured,
    reference: null,
    budget: most === null ? null : { of: 'measured', most },
  });
  return [
    row('bytes until painted and clickable', 'bytes', painted.bytes, 30_000),
    row('bytes until the indicators can be read', 'bytes', proxy.carriedBy(moments.readable).bytes, null),
    row('bytes until an answer is saved', 'bytes', saved.bytes, 60_000),
    row('requests until painted and clickable', 'count', painted.requests, 6),
    row('requests until an answer is saved', 'count', saved.requests, null),
  ];
}
