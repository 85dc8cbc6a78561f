import type { MunicipalInput, MunicipalReport, Part, ReportedSchool } from '../municipal/municipal-input.ts';
import type { LevelName } from '../picture/picture-school.ts';

export type ComparedReport = { input: MunicipalInput; report: MunicipalReport };

type SchoolFigures = { total: number | null; level: LevelName };

/** One difference between two versions of a report. */
export type ReportChange =
  | { kind: 'date'; was: string; now: string }
  | { kind: 'school'; name: string; was: SchoolFigures | null; now: SchoolFigures | null }
  | { kind: 'sentence'; id: string; part: Part; was: string | null; now: string | null };

/** RE7: what differs: the date, the schools whose answers or checks are others (null: not in the list), and the sentences. */
export function compareReports(before: ComparedReport, after: ComparedReport): ReportChange[] {
  const { input: was } = before;
  const { input: now } = after;
  const date: ReportChange[] =
    was.reportDate === now.reportDate ? [] : [{ kind: 'date', was: was.reportDate, now: now.reportDate }];
  return [...date, ...schoolChanges(was.schools, now.schools), ...sentenceChanges(before.report, after.report)];
}

function schoolChanges(was: readonly ReportedSchool[], now: readonly ReportedSchool[]): ReportChange[] {
  const places = new Map([...was, ...now].map(({ place }) => [place.id, place.shortName]));
  return [...places].flatMap(([id, name]): ReportChange[] => {
    const [before, after] = [was, now].map((schools) => schools.find(({ place }) => place.id === id));
    const same = fingerprintOf(before) === fingerprintOf(after);
    return same ? [] : [{ kind: 'school', name, was: figuresOf(before), now: figuresOf(after) }];
  });
}

/** Its answers by their hash, and what the officer made of them. */
const fingerprintOf = (school: ReportedSchool | undefined): string =>
  school === undefined ? '' : JSON.stringify([school.hash, school.assessment?.criteria ?? null]);

const figuresOf = (school: ReportedSchool | undefined): SchoolFigures | null =>
  school === undefined
    ? null
    : {
        total: school.assessment?.total ?? null,
        level: school.assessment === null ? 'notSent' : (school.assessment.level ?? 'unfinished'),
      };

function sentenceChanges(before: MunicipalReport, after: MunicipalReport): ReportChange[] {
  const texts = (report: MunicipalReport) => new Map(report.sentences.map((one) => [one.id, one]));
  const [was, now] = [texts(before), texts(after)];
  return [...new Set([...now.keys(), ...was.keys()])].flatMap((id): ReportChange[] => {
    const [old, fresh] = [was.get(id), now.get(id)];
    const part = (fresh ?? old)?.part ?? 'grounds';
    return old?.text === fresh?.text
      ? []
      : [{ kind: 'sentence', id, part, was: old?.text ?? null, now: fresh?.text ?? null }];
  });
}
