import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../../support/command-line.ts';
import { aFolder } from '../../support/endpoint.ts';
import { emptied, type SqliteServed, serveSqlite } from '../served-stores.ts';
import type { SoakPart } from '../soak-part.ts';
import { runWireSchedule, type Served } from '../wire-world.ts';

const mustSee = [
  'server restored',
  'answer lost by a restore and brought back',
  'history diverged',
  'profile cloned',
  'profile rolled back',
];

/** S8: `gotovo backup` and `gotovo restore` beside devices that go on; some are cloned or rolled back themselves. */
export const restoredEndpoint: SoakPart = {
  name: 'restored-endpoint',
  title: 'endpoint restored from a copy or replaced by an empty one; devices cloned and rolled back',
  goal: 300,
  mustSee,
  open: async () => {
    const [folder, backups] = [aFolder(), aFolder()];
    const served = await serveSqlite({ folder });
    return {
      attempt: async (seed) => {
        await emptied(served.engine());
        const attempt = await runWireSchedule(
          seed,
          { ...served, copies: copiesOf(served, folder, backups) },
          { tells: mustSee, faultShare: 0.2 },
        );
        for (const name of readdirSync(backups)) rmSync(join(backups, name));
        for (const name of readdirSync(folder)) if (name.includes('before-restore')) rmSync(join(folder, name));
        return attempt;
      },
      close: async () => {
        await served.close();
        rmSync(backups, { recursive: true });
      },
    };
  },
};

function copiesOf(served: SqliteServed, folder: string, backups: string): NonNullable<Served['copies']> {
  let taken = 0;
  return {
    take: async () => {
      taken += 1;
      const file = join(backups, `${taken}.sqlite`);
      await done(['backup', file, '--data', folder]);
      return file;
    },
    putBack: (file) => served.whileStopped(() => done(['restore', file, '--data', folder])),
  };
}

async function done(args: readonly string[]): Promise<void> {
  const { code, stderr } = await command(args);
  if (code !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
}
