import { sha256 } from '@noble/hashes/sha2.js';
import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import type { Campaign } from '../../../core/submission/campaigns.ts';
import { standingOf } from '../../../core/verification/standing.ts';
import type { Shown } from '../../../reports/picture/heat-table.ts';
import { filterSchools, type PictureFilter, type PictureSchool } from '../../../reports/picture/picture-school.ts';
import type { Office } from '../../office/office.ts';
import { createReportedSchools } from '../../office/reported-schools.ts';

export type PictureState = {
  /** all schools of the campaign, in the order of the list */
  all: ReadonlySignal<readonly PictureSchool[]>;
  /** those the filter leaves */
  schools: ReadonlySignal<readonly PictureSchool[]>;
  filter: Signal<PictureFilter>;
  shown: Signal<Shown>;
  /** ends what computes beside the page */
  stop: () => void;
};

/** What a picture shows of the office, narrowed as the officer chose. */
export function createPictureState(office: Office): PictureState {
  const filter = signal<PictureFilter>({});
  const shown = signal<Shown>('verified');
  const reported = createReportedSchools(office);
  const totals = createPreviousTotals(office);
  const all = computed(() => {
    const schools = reported();
    return office.schools.value.map(({ place, standing }, at): PictureSchool => {
      const school = schools[at] ?? {
        place,
        previous: null,
        facts: null,
        assessment: null,
        selfAssessed: null,
        hash: '',
      };
      return { ...school, state: standing.state, previousTotal: totals.known.value.get(place.id) ?? null };
    });
  });
  return { all, schools: computed(() => filterSchools(all.value, filter.value)), filter, shown, stop: totals.stop };
}

const sliceInMs = 40;

/** AY4: the totals of the campaign before, computed a slice at a time, so that no key waits. */
function createPreviousTotals(office: Office) {
  const known = signal<ReadonlyMap<string, number>>(new Map());
  let [run, isStopped] = [0, false];
  const end = effect(() => {
    const before = office.campaigns.value.find(({ id }) => id === office.campaign.value?.previous);
    const places = office.schools.value.map(({ place }) => place.id);
    run += 1;
    if (before) void compute(before, places, run);
  });

  async function compute(campaign: Campaign, places: string[], own: number) {
    const found = new Map<string, number>();
    const form = untracked(() => office.forms.effective(campaign)); // as it was judged by then
    let began = performance.now();
    for (const id of places) {
      if (isStopped || own !== run) return;
      const standing = standingOf({ form, campaign, revisions: office.revisionsOf(id), sha256 });
      const { total } = standing.verified ?? standing.assessment;
      if (total !== null && !['neverOpened', 'filling'].includes(standing.state)) found.set(id, total);
      if (performance.now() - began < sliceInMs) continue;
      await new Promise((done) => setTimeout(done));
      began = performance.now();
    }
    known.value = found;
  }

  return {
    known,
    stop: () => {
      isStopped = true;
      end();
    },
  };
}
