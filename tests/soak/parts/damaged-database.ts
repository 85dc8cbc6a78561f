import { Random } from '../../simulation/random.ts';
import { launchDevice, startServer } from '../../support/browser.ts';
import {
  copyProfile,
  countRows,
  databaseFiles,
  differences,
  fillProfile,
  harm,
  type KeptProfile,
} from '../kept-profile.ts';
import { openScreen, readMessages, readScreen, removeProfile } from '../person.ts';
import type { Attempt, SoakPart } from '../soak-part.ts';

/** Harm to the files of the browser's database between two starts; the journal has everything, and the person is told. */
export const damagedDatabase: SoakPart = {
  name: 'damaged-database',
  title: 'files of the browser’s database flipped, cut, zeroed or removed between starts',
  goal: 100,
  mustSee: ['came back empty', 'came back older', 'opens no more'],
  open: async () => {
    const server = await startServer();
    const profiles = [
      await fillProfile(server.address, 1),
      await fillProfile(server.address, 3),
      await fillProfile(server.address, 2, true),
    ];
    return {
      attempt: (seed) => tryOne(server.address, profiles, seed),
      close: async () => {
        for (const { folder } of profiles) removeProfile(folder);
        await server.stop();
      },
    };
  },
};

async function tryOne(address: string, profiles: readonly KeptProfile[], seed: number): Promise<Attempt> {
  const random = new Random(seed);
  const kept = random.pick(profiles);
  const copy = copyProfile(kept);
  const files = databaseFiles(copy);
  const logs = files.filter((file) => file.endsWith('.log')); // they hold the last writes: harmed oftener
  const done = [harm(random.pick([...files, ...logs, ...logs]), random)];
  if (random.chance(0.3))
    done.push(...files.filter(() => random.chance(0.5)).flatMap((file) => harmAgain(file, random)));
  const device = await launchDevice(copy);
  try {
    const page = device.pages()[0] ?? (await device.newPage());
    const rows = await countRows(page, address);
    await openScreen(page, address);
    const lost = differences(kept.values, await readScreen(page));
    const said = await readMessages(page);
    const isTold = /Браузер стёр данные|База браузера отстала/.test(said);
    // the very last write may be missing without a word: a kill between the two copies leaves the same
    if (rows !== null && rows < kept.revisions - 1 && !isTold) lost.push(`${rows} of ${kept.revisions} rows, unsaid`);
    if (rows === kept.revisions && isTold) lost.push('all rows are there, and it says otherwise');
    const seen = rows === 0 ? 'came back empty' : rows === kept.revisions ? 'came back whole' : 'came back older';
    return {
      kept: kept.revisions,
      lost: lost.map((line) => `${line} (${done.join(', ')})`),
      seen: [rows === null ? 'opens no more' : seen],
    };
  } finally {
    await device.close();
    removeProfile(copy);
  }
}

/** A file already removed is left alone. */
function harmAgain(file: string, random: Random): string[] {
  try {
    return [harm(file, random)];
  } catch {
    return [];
  }
}
