import type { Form } from '../../../core/form/form.ts';
import type { Place } from '../../../core/places/place.ts';
import { type Facts, factsOf } from '../../../core/submission/facts.ts';
import type { Registers } from '../../../core/submission/registers.ts';
import { type SiteScore, siteScoreOf } from '../../../core/verification/site-grid.ts';
import type { Office } from '../../office/office.ts';

type ReadSite = { facts: Facts; score: SiteScore };
export type KnownSites = WeakMap<Registers, ReadSite>;

/** One school of the grid. */
export type SchoolSite = ReadSite & {
  place: Place;
  /** states of the last campaign by check id */
  last: { readonly [checkId: string]: string };
};

/** The schools with their states as they stand now; `known` keeps what was read of a school until its registers change. */
export function sitesOf(office: Office, campaignId: string, known: KnownSites): SchoolSite[] {
  const form = office.form.value;
  return office.schools.value.map(({ place }) => {
    const registers = office.registersOf(place.id).value;
    const read = known.get(registers) ?? readSite(form, registers, campaignId);
    known.set(registers, read);
    return { place, ...read, last: office.previousOf(place.id)?.SITE ?? {} };
  });
}

function readSite({ id, site }: Form, registers: Registers, campaignId: string): ReadSite {
  const facts = factsOf(registers, campaignId, id);
  return { facts, score: siteScoreOf(site, facts) };
}
