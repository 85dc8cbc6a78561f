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
import { type Campaign, campaignPathOf, campaignsOf, readCampaign } from '../../../core/submission/campaigns.ts';
import { type NetworkInput, networkInputOf } from '../../../reports/network/network-input.ts';
import type { Office } from '../../office/office.ts';
import { isSiteReportCollected } from '../../site-report/is-collected.ts';

/** The network of a region on its officer's device: what is typed, what is kept, and the report made of it. */
export type NetworkState = {
  /** those that collect the report, of the region and of its municipalities, the latest first; one of each id */
  campaigns: ReadonlySignal<readonly Campaign[]>;
  campaign: ReadonlySignal<Campaign | null>;
  choose: (id: string) => void;
  /** null: there is no campaign */
  input: ReadonlySignal<NetworkInput | null>;
  project: ReadonlySignal<Project>;
  texts: ReadonlySignal<Record<NetworkSection, string>>;
  /** the register, in the order of the list of schools; what is of no school of the list comes last */
  sites: ReadonlySignal<readonly { school: Place | null; site: ProjectSite }[]>;
  schools: ReadonlySignal<readonly Place[]>;
  saveProject: (field: ProjectField, text: string) => Promise<boolean>;
  saveText: (section: NetworkSection, text: string) => Promise<boolean>;
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
  const campaignAbove = (school: Place, id: string): Campaign | null => {
    for (const above of [school.parent ?? '', place.id]) {
      const registers = registersOf(publicHistoryOf(above)).value;
      const found = readCampaign(registers.get(campaignPathOf(id))?.[0]?.value ?? null);
      if (found) return found;
    }
    return null;
  };
  const input = computed((): NetworkInput | null => {
    const chosen = campaign.value;
    if (chosen === null) return null;
    return networkInputOf({
      form,
      region: place,
      campaign: campaignAbove(place, chosen.id) ?? chosen,
      schools: schools.value.map((school) => {
        void registersOf(school.id).value; // its revisions are no signal
        return {
          place: school,
          municipality: places.value.find(({ id }) => id === school.parent)?.shortName ?? '',
          campaign: campaignAbove(school, chosen.id),
          revisions: revisionsOf(school.id),
        };
      }),
      publicRegisters: known.value,
      officeRegisters: kept.value,
    });
  });
  const texts = computed(() => networkTextsOf(kept.value, campaign.value?.id ?? ''));
  return {
    campaigns,
    campaign,
    choose: (id) => {
      choice.value = id;
    },
    input,
    project: computed(() => projectOf(kept.value)),
    texts,
    sites: computed(() => inOrder(projectSitesOf(known.value), schools.value)),
    schools,
    saveProject: (field, text) =>
      write(officeHistory, projectPath, { ...projectOf(kept.peek()), [field]: text.trim() }),
    saveText: (section, text) =>
      write(officeHistory, networkSectionPathOf(campaign.peek()?.id ?? '', section), text.trim() || null),
    saveSite: (schoolId, changes) => {
      const site = projectSitesOf(known.peek()).get(schoolId) ?? emptySite(schoolId);
      return write(publicHistory, sitePathOf(schoolId), changes && siteValueOf({ ...site, ...changes }));
    },
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
