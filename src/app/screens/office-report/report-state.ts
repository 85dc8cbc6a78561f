import { sha256 } from '@noble/hashes/sha2.js';
import { computed, type ReadonlySignal } from '@preact/signals';
import type { Campaign } from '../../../core/submission/campaigns.ts';
import type { Registers } from '../../../core/submission/registers.ts';
import type {
  Edit,
  MunicipalInput,
  MunicipalReport,
  ReportedSchool,
  Sentence,
} from '../../../reports/municipal/municipal-input.ts';
import { municipalReport } from '../../../reports/municipal/municipal-report.ts';
import { sentencePathOf } from '../../../reports/municipal/stored-report.ts';
import { isSettled } from '../../../reports/versions/freeze-version.ts';
import {
  editsIn,
  editValueOf,
  reportSettingsPathOf,
  type SettledReport,
  settledInput,
  settledReportOf,
  settledValueOf,
} from '../../../reports/versions/report-registers.ts';
import { hashOfValue, type Version, versionsOf } from '../../../reports/versions/version.ts';
import type { Office } from '../../office/office.ts';
import { oneAfterAnother } from '../../office/one-after-another.ts';
import { createReportedSchools } from '../../office/reported-schools.ts';

/** What stands against signing the report. */
export type Undecided = {
  /** edited sentences whose figure changed */
  stale: readonly string[];
  /** sentences with several texts of several devices */
  torn: readonly string[];
  /** deadlines before the report date, settled or in an edited sentence */
  passed: number;
};

/** The report of the campaign on screen, from everything on the device, and what an officer does to it. */
export type ReportState = {
  campaign: ReadonlySignal<Campaign | null>;
  input: ReadonlySignal<MunicipalInput | null>;
  report: ReadonlySignal<MunicipalReport | null>;
  settled: ReadonlySignal<SettledReport>;
  versions: ReadonlySignal<readonly Version[]>;
  /** hash of the report as it stands */
  hash: ReadonlySignal<string | null>;
  undecided: ReadonlySignal<Undecided>;
  /** all texts of an edited sentence, the one that counts first */
  textsOf: (sentenceId: string) => readonly Edit[];
  headsOf: (sentenceId: string) => readonly string[];
  /** RE1: null takes the officer's words back */
  edit: (sentence: Pick<Sentence, 'id'>, edit: Edit | null, seen?: readonly string[]) => Promise<boolean>;
  /** RE2: what is changed in the settings as they stand by then */
  settle: (changes: (now: SettledReport) => Partial<SettledReport>) => Promise<boolean>;
};

export function createReportState(office: Office): ReportState {
  const { campaign, form, officeHistory, place, write } = office;
  const registers = office.registersOf(officeHistory);
  // a frozen version or a call in the same history changes nothing of the report
  const concerning = createConcerning(registers, () => campaign.value?.id ?? '');
  const schools = createWholeSchools(office);
  const input = computed(() =>
    campaign.value === null || schools.value === null
      ? null
      : settledInput({
          form: form.value,
          campaign: campaign.value,
          municipality: place,
          schools: schools.value,
          officeRegisters: concerning.value,
        }),
  );
  const report = computed(() => input.value && municipalReport(input.value));
  const campaignId = () => campaign.value?.id ?? '';
  const inTurn = oneAfterAnother();
  const headsOf = (id: string) => registers.value.get(sentencePathOf(campaignId(), id)) ?? [];
  return {
    campaign,
    input,
    report,
    settled: computed(() => settledReportOf(concerning.value, campaignId())),
    versions: computed(() => versionsOf(registers.value, campaignId())),
    hash: computed(() => report.value && hashOfValue(report.value.document, sha256)),
    undecided: computed(() => undecidedOf(report.value, (id) => editsIn(headsOf(id)).length)),
    textsOf: (id) => editsIn(headsOf(id)),
    headsOf: (id) => headsOf(id).map((head) => head.id),
    edit: ({ id }, edit, seen) =>
      write(officeHistory, sentencePathOf(campaignId(), id), edit === null ? null : editValueOf(edit), seen),
    settle: (changes) => {
      const id = campaignId();
      return inTurn(() => {
        const now = settledReportOf(registers.peek(), id);
        return write(officeHistory, reportSettingsPathOf(id), settledValueOf({ ...now, ...changes(now) }));
      });
    },
  };
}

/** The schools when all of them are computed; while some are computed anew, as they were before, so that no figure jumps. Null: not yet. */
function createWholeSchools(office: Office): ReadonlySignal<readonly ReportedSchool[] | null> {
  const reported = createReportedSchools(office);
  let [last, of] = [null as readonly ReportedSchool[] | null, ''];
  return computed(() => {
    const campaignId = office.campaign.value?.id ?? '';
    if (office.progress.value === null) [last, of] = [reported(), campaignId];
    return of === campaignId ? last : null;
  });
}

/** The registers a report is made from; they change only when one of them does. */
function createConcerning(registers: ReadonlySignal<Registers>, campaignId: () => string): ReadonlySignal<Registers> {
  let last: Registers = new Map();
  return computed(() => {
    const found = new Map([...registers.value].filter(([path]) => isSettled(path, campaignId())));
    const isSame = found.size === last.size && [...found].every(([path, heads]) => last.get(path) === heads);
    if (!isSame) last = found;
    return last;
  });
}

function undecidedOf(report: MunicipalReport | null, textsOf: (id: string) => number): Undecided {
  const sentences = report?.sentences ?? [];
  return {
    stale: sentences.filter(({ isStale }) => isStale).map(({ id }) => id),
    torn: sentences.filter(({ id, edit }) => edit !== null && textsOf(id) > 1).map(({ id }) => id),
    passed: (report?.problems ?? []).filter(({ code }) => code !== 'figure-changed').length,
  };
}

/** RE3: nothing is left to decide, so the report may be printed as it will be signed. */
export const isDecided = ({ stale, torn, passed }: Undecided): boolean =>
  stale.length === 0 && torn.length === 0 && passed === 0;
