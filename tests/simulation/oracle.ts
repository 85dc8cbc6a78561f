import { headsOf } from '../../src/core/submission/registers.ts';
import type { Revision } from '../../src/core/submission/revision.ts';
import { nextChain } from '../../src/core/sync/chain.ts';
import { type Device, publicHistory } from './device.ts';
import { eventOf } from './ledger.ts';
import { forbiddenPath } from './memory-server.ts';
import { paths, type World } from './world.ts';

const places = ['s1', 's2', publicHistory];
const isPublished = ({ path, history }: Revision) => path !== forbiddenPath && !history.startsWith('local:');
const eventsOf = (revisions: Iterable<Revision>) => [...revisions].filter(isPublished).map(eventOf).sort();

/** What must hold once everybody has exchanged everything; one line for each thing that does not. */
export function findFaults(world: World): string[] {
  return [
    ...findLost(world),
    ...findInvented(world),
    ...findDiverged(world),
    ...findHidden(world),
    ...findBrokenHistories(world),
    ...findUnconfirmed(world),
  ];
}

/** Nothing a device held durably is missing, but what a rollback, wipe or restore destroyed with its last holder. */
function findLost(world: World): string[] {
  const { ledger, server, devices } = world;
  const surviving = ledger.surviving();
  const lost = surviving.filter((revision) => isPublished(revision) && !server.holds(revision));
  const lostOnDevice = surviving.filter(
    (revision) => !isPublished(revision) && !devices.some(({ store }) => store.revisions.has(revision.id)),
  );
  return [...lost, ...lostOnDevice, ...devices.flatMap((device) => findNotReissued(device, world))].map(
    (revision) => `lost: ${eventOf(revision)}`,
  );
}

/** RV8: every answer given before the code stands under the place exactly once. */
function findNotReissued({ store, local, place }: Device, { server }: World): Revision[] {
  if (place === null) return [];
  const rows = server.rowsOf(place);
  return [...store.revisions.values()].filter(({ history, value, path }) => {
    if (history !== local || path === forbiddenPath) return false;
    return rows.filter(({ revision }) => revision.value === value).length !== 1;
  });
}

/** Everything the server holds was written by somebody, just so and once. */
function findInvented({ ledger, server }: World): string[] {
  return places.flatMap((history) => {
    const values = new Set<unknown>();
    return server.rowsOf(history).flatMap(({ revision }) => {
      const isTwice = values.has(revision.value);
      values.add(revision.value);
      return isTwice || !ledger.isWritten(revision) ? [`invented: ${eventOf(revision)}`] : [];
    });
  });
}

/** Store and memory of every device hold what the server holds, and show it alike. */
function findDiverged({ devices, server }: World): string[] {
  return devices.flatMap((device) =>
    device.reads.flatMap((history) => {
      const rows = server.rowsOf(history).map(({ revision }) => revision);
      const expected = eventsOf(rows).join('\n');
      const stored = [...device.store.revisions.values()].filter((one) => one.history === history);
      const isEqual = [stored, device.histories.of(history).all()].every(
        (held) => eventsOf(held).join('\n') === expected,
      );
      const isShownAlike = paths.every(
        (path) =>
          idsOf(device.histories.of(history).heads(path)) === idsOf(headsOf(rows.filter((one) => one.path === path))),
      );
      return isEqual && isShownAlike ? [] : [`diverged: ${device.name} in ${history}`];
    }),
  );
}

const idsOf = (revisions: readonly Revision[]) => revisions.map(({ id }) => id).join();

/**
 * Every device knows as confirmed just what the server holds. Its store may know less: another tab has forgotten a history that
 * came back since, and the next start asks for it anew.
 */
function findUnconfirmed({ devices, server }: World): string[] {
  return devices.flatMap(({ name, store, turns, reads }) =>
    reads.flatMap((history) => {
      const rows = server.stored(history)?.ids ?? new Map<string, number>();
      const known = turns.stateOf(history)?.confirmed ?? new Map<string, number>();
      const kept = [...store.confirmed].filter(([, row]) => row.history === history);
      const isRight =
        known.size === rows.size && [...known.keys(), ...kept.map(([id]) => id)].every((id) => rows.has(id));
      return isRight ? [] : [`unconfirmed: ${name} in ${history}`];
    }),
  );
}

/** A value left the screen only because somebody answered it who had it on screen. */
function findHidden({ devices, server, ledger }: World): string[] {
  return devices.flatMap((device) =>
    device.reads.flatMap((history) =>
      paths.flatMap((path) => {
        const known = ledger.knownTo(device.shown(history, path).map(({ value }) => String(value)));
        return server
          .rowsOf(history)
          .filter(({ revision }) => revision.path === path && !known.has(String(revision.value)))
          .map(({ revision }) => `hidden on ${device.name}: ${eventOf(revision)}`);
      }),
    ),
  );
}

/** SY1, SY5: numbers without a hole, every id once, the chain as it must be. */
function findBrokenHistories({ server, sha256 }: World): string[] {
  return places.flatMap((history) => {
    const stored = server.stored(history);
    if (!stored) return [];
    let chain = stored.start;
    const isWhole = stored.rows.every((row, at) => {
      chain = nextChain(chain, row.revision.id, sha256);
      return row.seq === at + 1 && row.chain === chain;
    });
    return isWhole && stored.ids.size === stored.rows.length ? [] : [`the history ${history} is broken`];
  });
}
