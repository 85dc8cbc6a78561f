import { sha256 } from '@noble/hashes/sha2.js';
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { publicHistoryOf } from '../../core/access/access.ts';
import type { Form } from '../../core/form/form.ts';
import { effectiveForm, parseOverlay } from '../../core/form/overlay.ts';
import type { Place } from '../../core/places/place.ts';
import { placeTreeOf, subtreeOf } from '../../core/places/place-tree.ts';
import { propertiesOf } from '../../core/submission/answer.ts';
import { campaignPathOf, campaignsOf } from '../../core/submission/campaigns.ts';
import type { Registers } from '../../core/submission/registers.ts';
import { campaignOfDay } from '../../core/submission/school-year.ts';
import { statusPathOf } from '../../core/submission/status.ts';
import { standingOf } from '../../core/verification/standing.ts';
import { computedView } from '../computed-view.ts';
import type { Histories } from '../histories.ts';
import type { OfficerPlaces } from '../school-files/officer-places.ts';
import type { Enrolment } from '../sync/enrolment.ts';
import { localDay } from '../time.ts';
import type { Below } from './below.ts';
import { contactOf } from './contact-of.ts';
import type { Office, OfficeSchool, Previous } from './office.ts';
import { createStandings } from './standings.ts';
import { createWriting, type WritingParts } from './write-signed.ts';

export type OfficeParts = WritingParts & {
  form: ReadonlySignal<Form>;
  histories: Histories;
  /** as it was when the office was opened */
  enrolment: Enrolment;
  below: Below;
  places: OfficerPlaces;
  chosen: { read: () => string | null; write: (id: string) => void };
  syncNow: () => void;
};

/** An officer's office over everything that is on his device. */
export function createOffice(parts: OfficeParts): Office {
  const { histories, below, enrolment } = parts;
  const place: Place = { parent: null, address: '', ...enrolment.place, kind: kindOf(enrolment) };
  const publicHistory = publicHistoryOf(place.id);
  const versions = new Map<string, Signal<number>>();
  const versionOf = (history: string) => {
    const version = versions.get(history) ?? signal(0);
    versions.set(history, version);
    return version;
  };
  const registersOf = remembered((history: string) =>
    computed<Registers>(() => {
      void versionOf(history).value;
      return histories.of(history).registers();
    }),
  );
  const revisionsOf = (history: string) => histories.of(history).all();
  const places = computed(() => {
    const known = parts.places.known.value?.places ?? [];
    const under = subtreeOf(placeTreeOf(known), place.id);
    return under.length > 0 ? under : [place];
  });
  const campaigns = computedView(() => campaignsOf(enrolment.histories.map((history) => registersOf(history).value)));
  const choice = signal(parts.chosen.read());
  const campaign = computedView(
    () => campaigns.value.find(({ id }) => id === choice.value) ?? campaigns.value[0] ?? null,
  );
  const overlay = computedView(() => {
    const path = `${campaignPathOf(campaign.value?.id ?? '')}#overlay`;
    const found = enrolment.histories.flatMap((history) => registersOf(history).value.get(path)?.[0] ?? []);
    return parseOverlay(found[0]?.value ?? null);
  });
  const form = computed(() => effectiveForm(parts.form.value, overlay.value));
  const judgedBy = computed(() => ({
    form: form.value,
    campaign: campaign.value ?? campaignOfDay(localDay(parts.now())),
  }));
  const listed = computed(() => places.value.filter(({ id, kind }) => kind === 'school' && takesPart(id)));
  const takesPart = (id: string) => {
    const { schools } = judgedBy.value.campaign as { schools?: readonly string[] };
    return schools === undefined || schools.includes(id);
  };
  const standings = createStandings({
    compute: (history) => standingOf({ ...judgedBy.peek(), revisions: revisionsOf(history), sha256 }),
    isReady: below.isLoaded,
    clock: () => performance.now(),
  });
  histories.onChange((changed) => {
    for (const history of changed) versionOf(history).value += 1;
    standings.doubt(changed);
  });
  effect(() => {
    void judgedBy.value;
    standings.want(listed.value.map(({ id }) => id));
  });
  effect(() => {
    void [below.loading.value, below.toldAt.value];
    standings.doubt([]);
  });
  const schools = computed(() => {
    const known = parts.places.known.value;
    const { campaign: judged } = judgedBy.value;
    return listed.value.flatMap((school): OfficeSchool[] => {
      const standing = standings.all.value.get(school.id);
      if (!standing) return [];
      const said = histories.of(school.id).historyOf(statusPathOf(judged.id));
      return [{ place: school, standing, contact: contactOf(school.id, { known, said, viaOf: below.viaOf }) }];
    });
  });
  const awaited = computed(() => {
    const waiting = (parts.places.known.value?.devices ?? []).filter(({ isAwaited }) => isAwaited);
    return places.value.filter(({ id }) => waiting.some((device) => device.place === id));
  });
  return {
    place,
    places,
    awaited,
    campaigns,
    campaign,
    choose: (id) => {
      choice.value = id;
      parts.chosen.write(id);
    },
    form,
    overlay,
    schools,
    progress: computed(() => standings.progress.value ?? below.loading.value),
    registersOf,
    revisionsOf,
    write: createWriting(parts),
    writeBrought: (brought) => createWriting(parts, brought),
    publicHistory,
    officeHistory: enrolment.own,
    previousOf: (placeId) => {
      const path = `${campaignPathOf(campaign.value?.id ?? '')}#previous:${placeId}`;
      return readPrevious(registersOf(publicHistory).value.get(path)?.[0]?.value);
    },
    toldAt: below.toldAt,
    refresh: () => {
      parts.syncNow();
      void parts.places.renew(true);
    },
  };
}

const kindOf = ({ place }: Enrolment): Place['kind'] => (place.kind === 'region' ? 'region' : 'municipality');

function remembered<Made>(make: (key: string) => Made): (key: string) => Made {
  const made = new Map<string, Made>();
  return (key) => {
    const one = made.get(key) ?? make(key);
    made.set(key, one);
    return one;
  };
}

function readPrevious(value: Parameters<typeof propertiesOf>[0] | undefined): Previous | null {
  if (value === undefined || value === null) return null;
  const { SITE = null, findings } = propertiesOf(value);
  const states = Object.entries(propertiesOf(SITE)).flatMap(([id, said]) => {
    const { state } = propertiesOf(said);
    return typeof state === 'string' ? [[id, state] as const] : [];
  });
  const found = Array.isArray(findings) ? findings.filter((one): one is string => typeof one === 'string') : [];
  return { SITE: Object.fromEntries(states), findings: found };
}
