import type { PlaceKind } from '../core/places/place.ts';
import { networkReportName } from '../reports/network/network-report.ts';
import { regionSummary } from '../reports/region/region-summary.ts';
import { reports } from '../reports/reports.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { answersTableContent } from './answers-table-content.ts';
import type { Asked } from './asked.ts';
import { municipalContent } from './municipal-content.ts';
import { networkContent } from './network-content.ts';
import { monitoringTableContent, regionContent } from './region-content.ts';
import { schoolContent } from './school-content.ts';

type NamedReport = {
  name: string;
  /** the places it is of */
  of: readonly PlaceKind[];
  /** id of the form it reads */
  form: string;
  contentOf: (endpoint: Endpoint, asked: Asked) => Promise<string | Uint8Array>;
};

/** Every report, by the name the command line knows it under. */
export const namedReports: readonly NamedReport[] = [
  ...reports.map(
    (report): NamedReport => ({
      name: report.name,
      of: ['school'],
      form: report.formId,
      contentOf: (endpoint, asked) => schoolContent(report, endpoint, asked),
    }),
  ),
  { name: 'municipal-report', of: ['municipality'], form: 'readiness', contentOf: municipalContent },
  { name: 'answers-table', of: ['municipality'], form: 'readiness', contentOf: answersTableContent },
  {
    name: 'monitoring-table',
    of: ['municipality', 'region'],
    form: 'monitoring',
    contentOf: (endpoint, asked) => monitoringTableContent(endpoint, asked),
  },
  {
    name: 'region-summary',
    of: ['municipality', 'region'],
    form: 'monitoring',
    contentOf: (endpoint, asked) => regionContent(regionSummary, endpoint, asked),
  },
  { name: networkReportName, of: ['region'], form: 'site-report', contentOf: networkContent },
];
