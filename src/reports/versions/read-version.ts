import type { Form } from '../../core/form/form.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { propertiesOf } from '../../core/submission/answer.ts';
import { headsOf, type Registers } from '../../core/submission/registers.ts';
import type { Revision, Sha256 } from '../../core/submission/revision.ts';
import { headIdsOf, isAmong, shortHash, submissionHash, unpackIds } from '../../core/submission/snapshot.ts';
import { verify } from '../../core/verification/standing.ts';
import type { MunicipalInput, ReportedSchool } from '../municipal/municipal-input.ts';
import { sentSchoolOf } from '../municipal/reported-school.ts';
import { editsOf, settingsOf } from '../municipal/stored-report.ts';
import { hashOfValue, isPlace, type Version, versionPathOf } from './version.ts';

export type VersionProblem =
  /** revisions of it have not come to this device yet; `places`: whose */
  | { code: 'version-incomplete'; places: readonly string[] }
  /** this release of the program words the form otherwise */
  | { code: 'version-other-form'; formId: string };

export type VersionSources = {
  version: Version;
  /** the effective form, by the overlay as it stood: registers of the public history, those of the overlay alone */
  formOf: (publicRegisters: Registers) => Form;
  officeRevisions: readonly Revision[];
  publicRevisions: readonly Revision[];
  /** all revisions of a school this device has */
  revisionsOf: (placeId: string) => readonly Revision[];
  sha256: Sha256;
};

export type FrozenReport = {
  input: MunicipalInput;
  /** what the officer had settled then, the look of documents among it */
  officeRegisters: Registers;
};

/**
 * RE5: what the report of a version was made of, out of the revisions it names and nothing else: later answers, checks, sentences
 * and settings change nothing of it. The same ReportDocument comes out, which its hash proves.
 */
export function readVersion(sources: VersionSources): Result<FrozenReport, VersionProblem> {
  const steps = readVersionBySteps(sources);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same school by school, for a page that must not keep keys waiting. */
export function* readVersionBySteps(
  sources: VersionSources,
): Generator<undefined, Result<FrozenReport, VersionProblem>, undefined> {
  const { version, sha256 } = sources;
  const missing: string[] = [];
  const among = (revisions: readonly Revision[], heads: ReadonlySet<string>, whose: string): Registers => {
    const found = revisions.filter((one) => isAmong(heads, one));
    if (found.length < heads.size) missing.push(whose);
    return registersOfHeads(found);
  };
  const publicRegisters = among(sources.publicRevisions, version.overlay, version.municipality.id);
  const officeRegisters = among(sources.officeRevisions, version.office, version.municipality.id);
  const form = sources.formOf(publicRegisters);
  const schools: ReportedSchool[] = [];
  for (const school of frozenSchools(version, sources.officeRevisions)) {
    const { place, heads } = school;
    const registers = heads ? among(sources.revisionsOf(place.id), heads, place.id) : null;
    schools.push(reportedSchool(school, registers, version, form, sha256));
    yield;
  }
  if (schools.length < version.expected) missing.push(version.municipality.id);
  if (missing.length > 0) return fail({ code: 'version-incomplete', places: [...new Set(missing)] });
  if (form.id !== version.form.id || hashOfValue(form, sha256) !== version.form.hash)
    return fail({ code: 'version-other-form', formId: version.form.id });
  return ok({
    input: {
      form,
      campaign: version.campaign,
      municipality: version.municipality,
      ...(version.region ? { region: version.region } : {}),
      reportDate: version.reportDate,
      schools,
      edits: editsOf(officeRegisters, version.campaign.id),
      settings: settingsOf(officeRegisters, version.campaign.id),
    },
    officeRegisters,
  });
}

/** The registers of exactly these heads. */
function registersOfHeads(heads: readonly Revision[]): Registers {
  const byPath = new Map<string, Revision[]>();
  for (const head of heads) byPath.set(head.path, [...(byPath.get(head.path) ?? []), head]);
  return new Map([...byPath].map(([path, own]) => [path, headsOf(own)]));
}

type FrozenSchool = Pick<ReportedSchool, 'place' | 'previous'> & {
  at: number;
  /** ids of the forms its submission covers; undefined: the scored one */
  forms: readonly string[] | undefined;
  /** null: it had sent nothing */
  heads: ReadonlySet<string> | null;
};

/** The schools a version names, in the order of its list; a register of another version of the same number is not of it. */
function frozenSchools(version: Version, officeRevisions: readonly Revision[]): FrozenSchool[] {
  const prefix = `${versionPathOf(version.campaign.id, version.number)}/`;
  return officeRevisions
    .filter(({ path }) => path.startsWith(prefix))
    .flatMap(({ value }) => readSchool(value, version.hash) ?? [])
    .sort((a, b) => a.at - b.at)
    .filter(({ at }, place, all) => all[place - 1]?.at !== at);
}

function readSchool(value: Revision['value'], hash: string): FrozenSchool | null {
  const { of, at, place, previous, forms, heads } = propertiesOf(value);
  if (of !== hash || typeof at !== 'number' || !isPlace(place)) return null;
  return {
    at,
    place,
    // written by `freezeVersion`
    previous: (previous ?? null) as ReportedSchool['previous'],
    forms: Array.isArray(forms) ? forms.map(String) : undefined,
    heads: heads === null ? null : unpackIds(heads),
  };
}

function reportedSchool(
  { place, previous, forms }: FrozenSchool,
  registers: Registers | null,
  { campaign }: Version,
  form: Form,
  sha256: Sha256,
): ReportedSchool {
  if (!registers) return { place, previous, facts: null, assessment: null, selfAssessed: null, hash: '' };
  const hash = shortHash(submissionHash(headIdsOf(registers, campaign.id, forms ?? [form.id]), sha256));
  return sentSchoolOf({ place, previous }, verify(form, campaign, registers), hash, forms);
}
