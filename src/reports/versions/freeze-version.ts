import type { Json } from '../../core/json.ts';
import type { Place } from '../../core/places/place.ts';
import type { Registers } from '../../core/submission/registers.ts';
import type { Sha256 } from '../../core/submission/revision.ts';
import { isSubmitted, packIds } from '../../core/submission/snapshot.ts';
import { isBesideAnswers } from '../../core/verification/verification-paths.ts';
import type { MunicipalInput, ReportedSchool } from '../municipal/municipal-input.ts';
import { sentencePathOf } from '../municipal/stored-report.ts';
import type { ReportDocument } from '../report-document.ts';
import { frozenSchoolPathOf, hashOfValue, versionPathOf } from './version.ts';

export type FrozenEntry = { path: string; value: Json };

type Given = {
  number: number;
  input: MunicipalInput;
  document: ReportDocument;
  /** of every school that sent its answers, as its standing has them */
  registersOf: (placeId: string) => Registers;
  publicRegisters: Registers;
  officeRegisters: Registers;
  sha256: Sha256;
};

/**
 * RE4: what is written to freeze a report: first every school with the heads its figures come from, then the version itself, so
 * a version that is there is there whole. All values are small (RV4): the places by value, everything else by ids.
 */
export function freezeVersion(given: Given): FrozenEntry[] {
  const { number, input, document, sha256, publicRegisters, officeRegisters } = given;
  const { campaign, form, schools } = input;
  const hash = hashOfValue(document, sha256);
  const frozenSchools = schools.map((school, at) => ({
    path: frozenSchoolPathOf(campaign.id, number, school.place.id),
    value: schoolValueOf(school, at, hash, given),
  }));
  const version: Json = {
    hash,
    reportDate: input.reportDate,
    campaign: plainCampaign(campaign),
    municipality: plainPlace(input.municipality),
    region: input.region ? plainPlace(input.region) : null,
    expected: schools.length,
    submitted: schools.filter(({ facts }) => facts !== null).length,
    form: { id: form.id, hash: hashOfValue(form, sha256) },
    overlay: packIds(idsUnder(publicRegisters, (path) => isOverlayOf(path, campaign.id))),
    office: packIds(idsUnder(officeRegisters, (path) => isSettled(path, campaign.id))),
  };
  return [...frozenSchools, { path: versionPathOf(campaign.id, number), value: version }];
}

function schoolValueOf(school: ReportedSchool, at: number, hash: string, { input, registersOf }: Given): Json {
  const { place, previous, facts } = school;
  const { campaign, form } = input;
  const { forms } = school;
  const used = (path: string): boolean => isUsed(path, campaign.id, form.id, forms ?? []);
  return {
    of: hash,
    at,
    place: plainPlace(place),
    previous: previous ? { SITE: { ...previous.SITE }, findings: [...previous.findings] } : null,
    // the hash of a submission is over all the forms it covers (MS1)
    ...(forms ? { forms } : {}),
    heads: facts ? packIds(idsUnder(registersOf(place.id), used)) : null,
  };
}

/** What of a school's history its figures in a report come from: what it submitted, and what the officer judged. */
const isUsed = (path: string, campaignId: string, formId: string, forms: readonly string[]): boolean =>
  isSubmitted(path, campaignId, [formId, ...forms]) ||
  (path.startsWith(`${campaignId}/${formId}/`) && isBesideAnswers(path) && !/#(return|talk:[^/]*)$/.test(path));

const isOverlayOf = (path: string, campaignId: string): boolean => path.startsWith(`-/campaign:${campaignId}#overlay`);

/** Sentences and settings of a campaign's report, and what its documents look like. */
export const isSettled = (path: string, campaignId: string): boolean =>
  path.startsWith(sentencePathOf(campaignId, '')) ||
  path === `${campaignId}/report/settings` ||
  /^-\/paper\b/.test(path);

const idsUnder = (registers: Registers, isMeant: (path: string) => boolean): string[] =>
  [...registers].flatMap(([path, heads]) => (isMeant(path) ? heads.map(({ id }) => id) : []));

const plainPlace = ({ id, kind, parent, name, shortName, address }: Place): Json => ({
  id,
  kind,
  parent,
  name,
  shortName,
  address,
});

/** The campaign as far as a report reads it: the letter to the schools and the list of places stay out. */
function plainCampaign({ id, schoolYear, asOf, ...campaign }: MunicipalInput['campaign']): Json {
  const { due, basis, methodology, period, deadlines, forms, formHash } = campaign;
  const ofPublishedForm = formHash === undefined ? {} : { forms, formHash };
  const known = { id, schoolYear, asOf, due, basis, methodology, period, deadlines, ...ofPublishedForm };
  return JSON.parse(JSON.stringify(known)) as Json;
}
