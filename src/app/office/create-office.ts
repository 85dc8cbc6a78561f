import { sha256 } from '@noble/hashes/sha2.js';
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { publicHistoryOf } from '../../core/access/access.ts';
import { createCampaignForms } from '../../core/form/campaign-form.ts';
import type { Form } from '../../core/form/form.ts';
import { overlayOf } from '../../core/form/overlay.ts';
import { publishedFormsOf } from '../../core/form/published-form.ts';
import type { Place } from '../../core/places/place.ts';
import { placeOfEntry } from '../../core/places/place-entry.ts';
import { placeTreeOf, subtreeOf } from '../../core/places/place-tree.ts';
import { type Campaign, campaignsOf } from '../../core/submission/campaigns.ts';
import type { Registers } from '../../core/submission/registers.ts';
import { campaignOfDay } from '../../core/submission/school-year.ts';
import { statusPathOf } from '../../core/submission/status.ts';
import { previousOf } from '../../core/verification/carry-over.ts';
import { type Standing, standingOf } from '../../core/verification/standing.ts';
import { computedView } from '../computed-view.ts';
import type { Histories } from '../histories.ts';
import { countedMonitoring } from '../monitoring/monitoring-form.ts';
import type { KnownPlaces } from '../school-files/known-places.ts';
import type { OfficerPlaces } from '../school-files/officer-places.ts';
import { countedSiteReport } from '../site-report/site-report-form.ts';
import type { Enrolment } from '../sync/enrolment.ts';
import { localDay } from '../time.ts';
import type { Below } from './below.ts';
import { contactOf } from './contact-of.ts';
import type { Office, OfficeSchool } from './office.ts';
import { createStandings } from './standings.ts';
import { createBringing, createWriting, createWritingAll, type WritingParts } from './write-signed.ts';

export type OfficeParts = WritingParts & {
  form: ReadonlySignal<Form>;
  histories: Histories;
  /** as it was when the office was opened */
  enrolment: Enrolment;
  below: Below;
  places: OfficerPlaces;
  chosen: { read: () => string | null; write: (id: string) => void };
  syncNow: () => void;
  /** whether the endpoint has shown a revision back */
  isConfirmed: (id: string) => boolean;
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
  const places = computedView(() => {
    const known = parts.places.known.value;
    const brought = listedIn(registersOf(publicHistory).value, known, parts.isConfirmed);
    const under = subtreeOf(placeTreeOf([...(known?.places ?? []), ...brought]), place.id);
    return under.length > 0 ? under : [place];
  });
  const published = computed(() => enrolment.histories.map((history) => registersOf(history).value));
  const publishedForms = computedView(() => publishedFormsOf(published.value));
  const campaigns = computedView(() => campaignsOf(published.value));
  const choice = signal(parts.chosen.read());
  const campaign = computedView(
    () => campaigns.value.find(({ id }) => id === choice.value) ?? campaigns.value[0] ?? null,
  );
  const forms = createCampaignForms(() => parts.form.value, sha256);
  const overlay = computedView(() => overlayOf(published.value, campaign.value?.id ?? ''));
  const form = computed(() => forms.effective(published.value, campaign.value ?? { id: '' }));
  const judgedBy = computed<{ form: Form; campaign: Campaign }>(() => ({
    form: form.value,
    campaign: campaign.value ?? campaignOfDay(localDay(parts.now())),
  }));
  const listed = computed(() => places.value.filter(({ id, kind }) => kind === 'school' && takesPart(id)));
  const takesPart = (id: string) => {
    const { schools } = judgedBy.value.campaign;
    return schools === undefined || schools.includes(id);
  };
  const standings = createStandings({
    compute: (history) =>
      standingOf({
        ...judgedBy.peek(),
        revisions: revisionsOf(history),
        sha256,
        others: [countedMonitoring, countedSiteReport],
      }),
    isReady: below.isLoaded,
    clock: () => performance.now(),
  });
  const followers = new Set<(changed: ReadonlySet<string>) => void>([standings.doubt]);
  histories.onChange((changed) => {
    for (const history of changed) versionOf(history).value += 1;
    for (const tell of followers) tell(changed);
  });
  effect(() => {
    void judgedBy.value;
    standings.want(listed.value.map(({ id }) => id));
  });
  effect(() => {
    void [below.loading.value, below.toldAt.value];
    standings.doubt([]);
  });
  const lastOnes = new Map<string, OfficeSchool & { known: KnownPlaces | null }>();
  const schools = computed(() => {
    const known = parts.places.known.value;
    return listed.value.flatMap((school): OfficeSchool[] => {
      const standing = standings.all.value.get(school.id);
      return standing ? [schoolOf(school, standing, known)] : [];
    });
  });
  /** The same as long as nothing of it has changed: a list of schools draws only the others anew. */
  const schoolOf = (school: Place, standing: Standing, known: KnownPlaces | null): OfficeSchool => {
    const last = lastOnes.get(school.id);
    if (last?.place === school && last.standing === standing && last.known === known) return last;
    const said = histories.of(school.id).historyOf(statusPathOf(judgedBy.value.campaign.id));
    const viaOf = (id: string) => (histories.isPulled(id) ? below.viaOf(id) : null);
    const one = { place: school, standing, known, contact: contactOf(school.id, { known, said, viaOf }) };
    lastOnes.set(school.id, one);
    return one;
  };
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
    forms: {
      published: (one) => forms.published(published.value, one),
      effective: (one) => forms.effective(published.value, one),
      all: publishedForms,
    },
    overlay,
    schools,
    progress: computed(() => standings.progress.value ?? below.loading.value),
    registersOf,
    revisionsOf,
    onChange: (tell) => {
      followers.add(tell);
      return () => followers.delete(tell);
    },
    isHere: (history) => below.isLoaded(history) || below.loading.value === null,
    write: createWriting(parts),
    writeAll: createWritingAll(parts),
    bring: createBringing(parts),
    publicHistory,
    officeHistory: enrolment.own,
    previousOf: (placeId) => {
      const judged = campaign.value;
      if (judged === null) return null;
      return previousOf({
        formOf: (one) => forms.effective(published.value, one),
        campaign: judged,
        known: campaigns.value,
        published: published.value,
        registers: registersOf(placeId).value,
        placeId,
      });
    },
    toldAt: below.toldAt,
    refresh: () => {
      parts.syncNow();
      void parts.places.renew(true);
    },
  };
}

/** PL5: places of the list the endpoint has not told of yet; what it has told since counts more. */
function listedIn(registers: Registers, known: KnownPlaces | null, isConfirmed: (id: string) => boolean): Place[] {
  return [...registers.values()].flatMap(([entry]) => {
    const place = entry ? placeOfEntry(entry) : null;
    if (!entry || !place) return [];
    const isNewer = !known || Date.parse(entry.at) > Date.parse(known.toldAt) || !isConfirmed(entry.id);
    return isNewer || !known.places.some(({ id }) => id === place.id) ? [place] : [];
  });
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
