import { sha256 } from '@noble/hashes/sha2.js';
import type { Form } from '../../../core/form/form.ts';
import { effectiveForm, overlayOf } from '../../../core/form/overlay.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { DocumentSettings } from '../../../documents/paper.ts';
import type { MunicipalReport } from '../../../reports/municipal/municipal-input.ts';
import { municipalReport } from '../../../reports/municipal/municipal-report.ts';
import type { ReportDocument } from '../../../reports/report-document.ts';
import type { ComparedReport } from '../../../reports/versions/compare-reports.ts';
import { type FrozenEntry, freezeVersion } from '../../../reports/versions/freeze-version.ts';
import { documentSettingsOf, withSignatures } from '../../../reports/versions/paper-document.ts';
import { paperSettingsOf } from '../../../reports/versions/paper-settings.ts';
import { readVersionBySteps, type VersionProblem } from '../../../reports/versions/read-version.ts';
import { hashOfValue, nextVersionNumber, type Version } from '../../../reports/versions/version.ts';
import type { Office } from '../../office/office.ts';
import type { ReportState } from './report-state.ts';

/** An old version made again; `isProved`: the same document came out. */
export type OpenedVersion = ComparedReport & {
  version: Version;
  report: MunicipalReport;
  isProved: boolean;
  /** as it is printed, and how it looked then */
  document: ReportDocument;
  settings: DocumentSettings;
};

/** longest the reading may keep keys waiting */
const sliceInMs = 40;
const pause = () => new Promise<void>((done) => setTimeout(done));

/** RE5: a version as it was, from what this device has of it, a slice at a time. `form`: as published. */
export async function openVersion(
  office: Office,
  version: Version,
  form: Form,
): Promise<Result<OpenedVersion, VersionProblem>> {
  const steps = readVersionBySteps({
    version,
    formOf: (registers) => effectiveForm(form, overlayOf([registers], version.campaign.id)),
    officeRevisions: office.revisionsOf(office.officeHistory),
    publicRevisions: office.revisionsOf(office.publicHistory),
    revisionsOf: office.revisionsOf,
    sha256,
  });
  let [step, began] = [steps.next(), performance.now()];
  while (!step.done) {
    if (performance.now() - began > sliceInMs) {
      await pause();
      began = performance.now();
    }
    step = steps.next();
  }
  const read = step.value;
  if (!read.ok) return read;
  await pause();
  const report = municipalReport(read.value.input);
  await pause();
  const isProved = hashOfValue(report.document, sha256) === version.hash;
  const { input, officeRegisters } = read.value;
  const document = withSignatures(report.document, paperSettingsOf(officeRegisters));
  return ok({ version, input, report, isProved, document, settings: documentSettingsOf(officeRegisters) });
}

/** RE4: writes what freezes the report as it stands; the number of the version, or null when not all of it could be written. */
export async function freezeReport(
  office: Office,
  state: ReportState,
  onProgress: (done: number, of: number) => void,
): Promise<number | null> {
  const [input, report] = [state.input.peek(), state.report.peek()];
  if (!input || !report) return null;
  const number = nextVersionNumber(state.versions.peek());
  const registersById = new Map(office.schools.peek().map(({ place, standing }) => [place.id, standing.registers]));
  const entries: readonly FrozenEntry[] = freezeVersion({
    number,
    input,
    document: report.document,
    registersOf: (placeId) => registersById.get(placeId) ?? new Map(),
    publicRegisters: office.registersOf(office.publicHistory).peek(),
    officeRegisters: office.registersOf(office.officeHistory).peek(),
    sha256,
  });
  for (const [at, { path, value }] of entries.entries()) {
    onProgress(at, entries.length);
    if (!(await office.write(office.officeHistory, path, value))) return null;
  }
  return number;
}
