import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { publicHistoryOf } from '../../../core/access/access.ts';
import type { SectionForm } from '../../../core/form/section-form.ts';
import type { Place } from '../../../core/places/place.ts';
import {
  type NetworkSection,
  networkSectionPathOf,
  networkTextsOf,
  type Project,
  type ProjectField,
  type ProjectSite,
  projectOf,
  projectPath,
  projectSitesOf,
  sitePathOf,
  siteValueOf,
} from '../../../core/site-report/project.ts';
import { type SiteStanding, siteStandingOf } from '../../../core/site-report/site-standing.ts';
import { type Campaign, campaignPathOf, campaignsOf, readCampaign } from '../../../core/submission/campaigns.ts';
import type { Registers } from '../../../core/submission/registers.ts';
import { type NetworkInput, networkInputOf } from '../../../reports/network/network-input.ts';
import type { Office } from '../../office/office.ts';
import { oneAfterAnother } from '../../office/one-after-another.ts';
import { isSiteReportCollected } from '../../site-report/is-collected.ts';
import { inSlices } from '../../slices.ts';

/** The network of a region on its officer's device: what is typed, what is kept, and the report made of it. */
export type NetworkState = {
  /** those that collect the report, of the region and of its municipalities, the latest first; one of each id */
  campaigns: ReadonlySignal<readonly Campaign[]>;
  campaign: ReadonlySignal<Campaign | null>;
  choose: (id: string) => void;
  /** the schools are being looked at, so that the report follows at once */
  isMaking: ReadonlySignal<boolean>;
  /** null: there is no campaign */
  input: ReadonlySignal<NetworkInput | null>;
  project: ReadonlySignal<Project>;
  texts: ReadonlySignal<Record<NetworkSection, string>>;
  /** the register, in the order of the list of schools; what is of no school of the list comes last */
  sites: ReadonlySignal<readonly { school: Place | null; site: ProjectSite }[]>;
  schools: ReadonlySignal<readonly Place[]>;
  saveProject: (field: ProjectField, text: string) => Promise<boolean>;
  saveText: (campaignId: string, section: NetworkSection, text: string) => Promise<boolean>;
  /** changes of a site, or a new one; null takes the school out of the register */
  saveSite: (schoolId: string, changes: Partial<ProjectSite> | null) => Promise<boolean>;
};

export function createNetworkState(office: Office, form: SectionForm): NetworkState {
  const { officeHistory, publicHistory, registersOf, revisionsOf, places, place, write } = office;
  const [kept, known] = [registersOf(officeHistory), registersOf(publicHistory)];
  const announcers = computed(() => places.value.filter(({ kind }) => kind === 'region' || kind === 'municipality'));
  const announced = computed(() => announcers.value.map(({ id }) => registersOf(publicHistoryOf(id)).value));
  const campaigns = computed(() => campaignsOf(announced.value).filter(isSiteReportCollected));
  const choice = signal('');
  const campaign = computed(() => campaigns.value.find(({ id }) => id === choice.value) ?? campaigns.value[0] ?? null);
  const schools = computed(() => places.value.filter(({ kind }) => kind === 'school'));
  /** of the chosen id, by who announced it */
  const asking = computed(() => {
    const path = campaignPathOf(campaign.value?.id ?? '');
    return new Map(
      announcers.value.flatMap(({ id }): [string, Campaign][] => {
        const found = readCampaign(registersOf(publicHistoryOf(id)).value.get(path)?.[0]?.value ?? null);
        return found ? [[id, found]] : [];
      }),
    );
  });
  const standingOf = remembered((school) => registersOf(school.id).value);
  const isMaking = signal(false);
  let run = 0;
  /** NR7, OF3: every school once, a slice at a time; what is remembered costs nothing afterwards. */
  async function lookAtSchools(): Promise<void> {
    const chosen = campaign.peek();
    if (chosen === null) return;
    run += 1;
    const own = run;
    isMaking.value = true;
    const asked = asking.peek();
    const look = (school: Place) => {
      const standing = { form, place: school, revisions: revisionsOf(school.id) };
      standingOf({ ...standing, campaign: askedOf(asked, school) ?? chosen });
    };
    await inSlices(schools.peek(), look, () => run !== own);
    if (run === own) isMaking.value = false;
  }
  const askedOf = (asked: ReadonlyMap<string, Campaign>, school: Place): Campaign | null =>
    asked.get(school.parent ?? '') ?? asked.get(place.id) ?? null;
  const input = computed((): NetworkInput | null => {
    if (campaign.value === null || isMaking.value) return null;
    const asked = asking.value;
    return networkInputOf({
      form,
      region: place,
      campaign: asked.get(place.id) ?? campaign.value,
      schools: schools.value.map((school) => {
        void registersOf(school.id).value; // its revisions are no signal
        return {
          place: school,
          municipality: places.value.find(({ id }) => id === school.parent)?.shortName ?? '',
          campaign: askedOf(asked, school),
          revisions: revisionsOf(school.id),
        };
      }),
      publicRegisters: known.value,
      officeRegisters: kept.value,
      standingOf,
    });
  });
  void lookAtSchools();
  const inTurn = oneAfterAnother();
  const texts = computed(() => networkTextsOf(kept.value, campaign.value?.id ?? ''));
  return {
    campaigns,
    campaign,
    choose: (id) => {
      choice.value = id;
      void lookAtSchools();
    },
    isMaking,
    input,
    project: computed(() => projectOf(kept.value)),
    texts,
    sites: computed(() => inOrder(projectSitesOf(known.value), schools.value)),
    schools,
    saveProject: (field, text) =>
      inTurn(() => write(officeHistory, projectPath, { ...projectOf(kept.peek()), [field]: text.trim() })),
    saveText: (campaignId, section, text) =>
      write(officeHistory, networkSectionPathOf(campaignId, section), text.trim() || null),
    saveSite: (schoolId, changes) =>
      inTurn(() => {
        const site = projectSitesOf(known.peek()).get(schoolId) ?? emptySite(schoolId);
        return write(publicHistory, sitePathOf(schoolId), changes && siteValueOf({ ...site, ...changes }));
      }),
  };
}

/** A school is looked at anew only when its history or what it is asked has changed. */
function remembered(registersOf: (school: Place) => Registers): typeof siteStandingOf {
  const last = new Map<string, { registers: Registers; asked: string; standing: SiteStanding }>();
  return (given) => {
    const { place, campaign } = given;
    const [registers, asked] = [registersOf(place), JSON.stringify([place, campaign])];
    const known = last.get(place.id);
    if (known?.registers === registers && known.asked === asked) return known.standing;
    const standing = siteStandingOf(given);
    last.set(place.id, { registers, asked, standing });
    return standing;
  };
}

const emptySite = (schoolId: string): ProjectSite => ({
  schoolId,
  agreement: null,
  assignment: '',
  from: '',
  to: '',
  joined: '',
  left: '',
});

function inOrder(sites: ReadonlyMap<string, ProjectSite>, schools: readonly Place[]) {
  const listed = schools.flatMap((school) => {
    const site = sites.get(school.id);
    return site ? [{ school, site }] : [];
  });
  const lost = [...sites.values()].filter(({ schoolId }) => !schools.some(({ id }) => id === schoolId));
  return [...listed, ...lost.map((site) => ({ school: null, site }))];
}
