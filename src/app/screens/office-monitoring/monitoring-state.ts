import { sha256 } from '@noble/hashes/sha2.js';
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { historyPlace, officeHistoryOf, publicHistoryOf } from '../../../core/access/access.ts';
import type { FileCampaign } from '../../../core/answers-file/file-campaign.ts';
import type { ColumnForm } from '../../../core/form/column-form.ts';
import { checkContextOf } from '../../../core/monitoring/check-context.ts';
import { type CheckedSchool, checkSchool } from '../../../core/monitoring/check-school.ts';
import { type CollectedSchool, collectSchool } from '../../../core/monitoring/collect-school.ts';
import {
  changedAfter,
  type PassedOn,
  passedOnPathOf,
  readPassedOn,
  rowsHash,
} from '../../../core/monitoring/passed-on.ts';
import {
  type Collected,
  type CollectionPlan,
  collectedOf,
  planCollection,
} from '../../../core/monitoring/plan-collection.ts';
import type { Place } from '../../../core/places/place.ts';
import { isWithin, placeTreeOf } from '../../../core/places/place-tree.ts';
import { campaignsOf } from '../../../core/submission/campaigns.ts';
import type { Registers } from '../../../core/submission/registers.ts';
import { RevisionIndex } from '../../../core/submission/revision-index.ts';
import { statusOf, statusPathOf } from '../../../core/submission/status.ts';
import { type RegionFigures, regionFigures } from '../../../reports/region/region-figures.ts';
import { computedView } from '../../computed-view.ts';
import { monitoringGiven } from '../../monitoring/monitoring-form.ts';
import type { Office } from '../../office/office.ts';
import { publishedAbove } from '../../office/published-above.ts';
import { createStandings } from '../../office/standings.ts';

type SchoolState = 'neverOpened' | 'filling' | 'submitted' | 'returned' | 'accepted';

export type SchoolLine = CheckedSchool & {
  place: Place;
  state: SchoolState;
  errors: number;
  warnings: number;
  hash: string;
};

/** RG5: what the figures of the campaign are made of, and the figures. */
export type Totals = { collected: Collected; previous: Collected | null; figures: RegionFigures };

export type MonitoringState = {
  /** PN3: the rows of the schools below a place as they stand on this device; null: not all of them are computed yet */
  linesBelow: (placeId: string) => SchoolLine[] | null;
  /** null: not everything is computed yet, or nobody announced the campaign */
  totals: ReadonlySignal<Totals | null>;
  /** while schools are computed; null: all are */
  progress: ReadonlySignal<{ done: number; of: number } | null>;
  stop: () => void;
};

type Known = { line: SchoolLine; collected: ReadonlyMap<string, CollectedSchool> };

/** RG13: rows and figures of a campaign on this device: a school is computed only when it has changed, a slice at a time (OF3). `published`: of the officer's own place and above. */
export function createMonitoringState(
  office: Office,
  published: ReadonlySignal<readonly Registers[]>,
  form: ColumnForm,
  campaign: FileCampaign,
): MonitoringState {
  const campaignId = campaign.id;
  const plan = computedView(() => planHere(office, form, campaignId));
  const schools = computedView(() => {
    const chosen = office.campaigns.value.find(({ id }) => id === campaignId)?.schools;
    return office.places.value.filter(({ id, kind }) => kind === 'school' && (chosen?.includes(id) ?? true));
  });
  const byId = computed(
    () => new Map([...(plan.value?.schools ?? []), ...schools.value].map((school) => [school.id, school])),
  );
  const known = createStandings<Known | null>({
    compute: (id) => {
      const school = byId.peek().get(id);
      return school ? schoolHere({ office, published: published.peek(), form, campaign }, school, plan.peek()) : null;
    },
    isReady: office.isHere,
    clock: () => performance.now(),
  });
  const stops = [
    // what a region or a municipality says of checks and sites counts for every school below it
    office.onChange((changed) =>
      known.doubt(
        [...changed].some((history) => historyPlace(history).kind === 'public') ? byId.peek().keys() : changed,
      ),
    ),
    effect(() => known.want([...byId.value.keys()])),
    effect(() => {
      void plan.value; // other years may count now
      known.doubt(byId.peek().keys());
    }),
    effect(() => {
      void office.progress.value;
      known.doubt([]); // what was not here before may be
    }),
  ];
  return {
    linesBelow: (placeId) => {
      const all = known.all.value;
      const tree = placeTreeOf(office.places.value);
      const below = schools.value.filter(({ id }) => isWithin(tree, id, placeId));
      const lines = below.flatMap(({ id }) => all.get(id)?.line ?? []);
      return lines.length === below.length ? lines : null;
    },
    totals: computed(() => (plan.value ? totalsOf(plan.value, known.all.value) : null)),
    progress: known.progress,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

function totalsOf(plan: CollectionPlan, all: ReadonlyMap<string, Known | null>): Totals | null {
  const isWhole = (known: Known | null): boolean =>
    known === null || plan.campaigns.every(({ campaign }) => known.collected.has(campaign.id));
  if (!plan.schools.every(({ id }) => all.has(id) && isWhole(all.get(id) ?? null))) return null;
  const read = (place: Place, id: string): CollectedSchool =>
    all.get(place.id)?.collected.get(id) ?? { place, state: null, sent: null };
  const { collected, previous } = collectedOf(plan, read);
  return { collected, previous, figures: regionFigures(collected, previous) };
}

/** RG4 on an officer's device: whose campaigns count; null: nobody announced it. */
function planHere(office: Office, form: ColumnForm, campaignId: string): CollectionPlan | null {
  const places = office.places.value;
  const place = places.find(({ id }) => id === office.place.id) ?? office.place;
  const announcing = [
    ...places.filter(({ kind }) => kind === 'region' || kind === 'municipality').map(({ id }) => id),
    ...(place.parent ? [place.parent] : []),
  ];
  const announced = new Map(
    announcing.map((id) => [id, campaignsOf([office.registersOf(publicHistoryOf(id)).value])] as const),
  );
  return planCollection(form, placeTreeOf(places), place, campaignId, announced);
}

type Here = { office: Office; published: readonly Registers[]; form: ColumnForm; campaign: FileCampaign };

function schoolHere({ office, published, form, campaign }: Here, school: Place, plan: CollectionPlan | null): Known {
  const { id: campaignId, asOf } = campaign;
  const history = new RevisionIndex();
  history.add(office.revisionsOf(school.id));
  const registers = history.registers();
  const above = publishedAbove(office, school, published);
  const asked = campaignsOf(above).find(({ id }) => id === campaignId) ?? { id: campaignId, asOf };
  const context = checkContextOf({ form, campaign: asked, registers, published: above, schoolId: school.id });
  const checked = checkSchool(form, registers, campaignId, { ...monitoringGiven, context });
  const said = statusOf(registers.get(statusPathOf(campaignId)) ?? [])?.state;
  const wrong = checked.messages.filter(({ level }) => level === 'error').length;
  const ids = new Set(plan?.campaigns.map(({ campaign }) => campaign.id) ?? []);
  return {
    line: {
      ...checked,
      place: school,
      state: said === undefined || said === 'draft' ? (checked.isBegun ? 'filling' : 'neverOpened') : said,
      errors: wrong + checked.twins.length,
      warnings: checked.messages.length - wrong,
      hash: rowsHash(registers, campaignId, form.id, sha256),
    },
    collected: new Map([...ids].map((id) => [id, collectSchool(form, id, school, history)])),
  };
}

/** What a municipality has passed on last, and which schools are not as they were then; null: nothing yet. */
export function passedOnBy(
  office: Office,
  municipalityId: string,
  campaignId: string,
  lines: readonly SchoolLine[],
): (PassedOn & { changed: readonly string[] }) | null {
  const registers = office.registersOf(officeHistoryOf(municipalityId)).value;
  const passed = readPassedOn(registers.get(passedOnPathOf(campaignId))?.[0]?.value ?? null);
  return (
    passed && { ...passed, changed: changedAfter(passed, new Map(lines.map(({ place, hash }) => [place.id, hash]))) }
  );
}

export const hasSubmitted = ({ state }: SchoolLine): boolean => state === 'submitted' || state === 'accepted';
