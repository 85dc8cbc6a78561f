import type { SectionForm } from '../../core/form/section-form.ts';
import type { Place } from '../../core/places/place.ts';
import { movementCounts } from '../../core/reconciliation/network-movement.ts';
import {
  isSiteOn,
  movementOf,
  type NetworkSection,
  networkTextsOf,
  type Project,
  type ProjectSite,
  projectOf,
  projectSitesOf,
} from '../../core/site-report/project.ts';
import { type Receipt, type SiteStanding, siteStandingOf } from '../../core/site-report/site-standing.ts';
import { type Campaign, isFor } from '../../core/submission/campaigns.ts';
import type { Registers } from '../../core/submission/registers.ts';
import type { Revision } from '../../core/submission/revision.ts';
import { sectionFormWithSystems } from '../../core/systems/section-form-with-systems.ts';
import { type System, systemsOf } from '../../core/systems/systems.ts';

/** A school of the network. */
export type NetworkMember = SiteStanding & {
  /** the place above it, as reports call it */
  municipality: string;
  /** as the region's register of sites has it; null: it is not there */
  site: ProjectSite | null;
};

/** One that has sent its report. */
export type Reporter = NetworkMember & { receipt: Receipt };

/** What the network report is made of; nothing else enters it. */
export type NetworkInput = {
  /** SD1: the region's dictionary of systems */
  systems: readonly System[];
  form: SectionForm;
  region: Pick<Place, 'name'>;
  campaign: Campaign;
  /** the last day, where it is one for all */
  due: string | null;
  /** YYYY-MM-DD */
  reportDate: string;
  /** in the order of the list */
  members: readonly NetworkMember[];
  /** sent a report and are not in the register of sites */
  outsiders: readonly NetworkMember[];
  /** the network is the region's register of sites, not the schools that are asked */
  hasRegister: boolean;
  /** since the school year began; null: there is no register, or nothing moved */
  movement: { before: number; left: number; joined: number } | null;
  project: Project;
  texts: Record<NetworkSection, string>;
};

type Given = {
  form: SectionForm;
  region: Pick<Place, 'name'>;
  /** every school of the region, in the order of the list, with the campaign that asks it; null: none does */
  schools: readonly {
    place: Place;
    municipality: string;
    campaign: Campaign | null;
    revisions: readonly Revision[];
  }[];
  /** the region's own, else one of a municipality */
  campaign: Campaign;
  publicRegisters: Registers;
  officeRegisters: Registers;
  reportDate?: string;
  /** remembers what has not changed; absent: everything is computed */
  standingOf?: typeof siteStandingOf;
};

/** Whether a campaign asks a school for this form. */
const asks = ({ id, version }: SectionForm, campaign: Campaign, schoolId: string): boolean =>
  (campaign.forms ?? []).includes(`${id}@${version}`) && isFor(campaign, schoolId);

/**
 * NR1: the network are the sites of the region's register on the campaign's as-of day; where the region keeps none, the schools that
 * a campaign of this id asks for the report. A school that sent one without being in the register is told apart and not counted.
 */
export function networkInputOf(given: Given): NetworkInput {
  const { form, region, campaign, publicRegisters, officeRegisters, reportDate, standingOf = siteStandingOf } = given;
  const sites = projectSitesOf(publicRegisters);
  const hasRegister = sites.size > 0;
  const known = given.schools.map((school) => {
    const asked = school.campaign !== null && asks(form, school.campaign, school.place.id);
    const site = sites.get(school.place.id) ?? null;
    return { ...school, asked, site, isSite: site !== null && isSiteOn(site, campaign.asOf) };
  });
  const memberOf = ({ place, municipality, asked, site, revisions, ...one }: (typeof known)[number]): NetworkMember => {
    const standing = standingOf({ form, campaign: one.campaign ?? campaign, place, revisions });
    return { ...standing, receipt: asked ? standing.receipt : null, municipality, site };
  };
  const members = known.filter(({ asked, isSite }) => (hasRegister ? isSite : asked)).map(memberOf);
  const others = hasRegister ? known.filter(({ asked, isSite }) => asked && !isSite).map(memberOf) : [];
  const systems = systemsOf([publicRegisters]);
  const named = new Set(members.flatMap(({ answers }) => answers.flatMap(({ ticked }) => ticked.map(({ id }) => id))));
  const dues = new Set(members.flatMap(({ due }) => due ?? []));
  const [only = null] = dues;
  return {
    form: sectionFormWithSystems(form, systems, (itemId) => named.has(itemId)),
    region,
    campaign,
    due: campaign.due ?? (dues.size === 1 ? only : null),
    reportDate: reportDate ?? campaign.reportDate ?? campaign.asOf,
    members,
    outsiders: others.filter(hasReported),
    hasRegister,
    movement: moved(
      known.flatMap(({ site }) => site ?? []),
      campaign,
    ),
    systems,
    project: projectOf(officeRegisters),
    texts: networkTextsOf(officeRegisters, campaign.id),
  };
}

function moved(sites: readonly ProjectSite[], { schoolYear, asOf }: Campaign): NetworkInput['movement'] {
  const { before, left, joined } = movementCounts(movementOf(sites, `${schoolYear.slice(0, 4)}-09-01`, asOf));
  return left + joined > 0 ? { before, left, joined } : null;
}

const hasReported = (member: NetworkMember): member is Reporter => member.receipt !== null;

/** Those of the network that have sent their report, late ones too. */
export const reportersOf = ({ members }: Pick<NetworkInput, 'members'>): readonly Reporter[] =>
  members.filter(hasReported);

/** A school as lists name it; a number is not parted from its sign. */
export const nameOf = ({ place }: NetworkMember): string => place.shortName.replaceAll('№ ', '№\u00a0');
