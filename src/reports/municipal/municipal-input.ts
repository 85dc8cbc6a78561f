import type { Form } from '../../core/form/form.ts';
import type { Place } from '../../core/places/place.ts';
import type { Assessment } from '../../core/scoring/assessment.ts';
import type { Campaign } from '../../core/submission/campaigns.ts';
import type { Facts } from '../../core/submission/facts.ts';
import type { ReportDocument } from '../report-document.ts';

/** One school the campaign expects. */
export type ReportedSchool = {
  place: Place;
  level?: string;
  /** what was submitted, with the officer's values in place of disputed ones; null: it sent nothing */
  facts: Facts | null;
  /** of `facts`; null: it sent nothing */
  assessment: Assessment | null;
  /** of the school's own answers; null: it sent nothing */
  selfAssessed: Assessment | null;
  /** what the last campaign found: site checks by id, findings by indicator id */
  previous: { SITE: Record<string, string>; findings: readonly string[] } | null;
  /** beginning of the submission's hash; empty: it sent nothing */
  hash: string;
  /** ids of the forms that hash is over; absent: the scored one alone */
  forms?: readonly string[];
};

/** A school that sent its answers. */
export type SubmittedSchool = ReportedSchool & { facts: Facts; assessment: Assessment };

/** The officer's own words for one sentence, with what stood there when they were written. */
export type Edit = { text: string; generated: string; figures: string };

export type Part =
  | 'grounds'
  | 'criteria'
  | 'recommendations'
  | 'readiness'
  | 'site'
  | 'journal'
  | 'exams'
  | 'year'
  | 'conclusions'
  | 'proposals'
  | 'missing';

export type ReportSettings = {
  /** YYYY-MM-DD, as an officer set it; the input's own `reportDate` is what counts */
  reportDate?: string;
  /** absent: room to write on */
  signer?: { position?: string; name?: string };
  /** free paragraphs, each at the end of its part */
  notes?: Partial<Record<Part, string>>;
};

export type MunicipalInput = {
  /** the effective form */
  form: Form;
  campaign: Campaign;
  municipality: Place;
  region?: Place;
  /** YYYY-MM-DD, printed; deadlines are counted from it */
  reportDate: string;
  /** all expected schools, in the order of the municipality's list */
  schools: readonly ReportedSchool[];
  /** by sentence id */
  edits: ReadonlyMap<string, Edit>;
  settings: ReportSettings;
};

/** A sentence as the figures give it. */
export type Draft = {
  /** stays the same while the figures change */
  id: string;
  part: Part;
  text: string;
  /** «2 из 4»; empty: no figure is behind it */
  figures: string;
  /** ids of indicators and checks */
  sources: readonly string[];
  /** ids of the places behind the figure */
  schools: readonly string[];
};

export type Sentence = Omit<Draft, 'text'> & {
  generated: string;
  /** as it is printed */
  text: string;
  edit: Edit | null;
  /** what stands behind the edited text has changed since */
  isStale: boolean;
};

/** What principals are told to do; the next campaign makes tasks of them. */
export type Proposal = {
  /** «1.8», the number of its rule; numbers in print follow each other */
  id: string;
  /** as printed */
  text: string;
  /** null: principals of all schools; else place ids */
  responsible: readonly string[] | null;
  /** YYYY-MM-DD; null: it stands all the time, or the day that was set has passed */
  deadline: string | null;
  /** true: no day ends it */
  isStanding: boolean;
  sources: readonly string[];
};

export type DeadlineKind = 'acts' | 'yearEnd';

export type MunicipalProblem =
  | { code: 'deadline-passed'; deadline: DeadlineKind; day: string; reportDate: string }
  | { code: 'edited-deadline-passed'; sentenceId: string; day: string; reportDate: string }
  | { code: 'figure-changed'; sentenceId: string; was: string; now: string };

export type MunicipalReport = {
  document: ReportDocument;
  /** every sentence, in print order */
  sentences: readonly Sentence[];
  proposals: readonly Proposal[];
  problems: readonly MunicipalProblem[];
};
