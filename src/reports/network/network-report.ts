import { projectFields } from '../../core/site-report/project.ts';
import { networkTexts as texts } from '../../texts/network-report.ts';
import { dateText } from '../../texts/numbers.ts';
import { siteReportTexts } from '../../texts/site-report.ts';
import type { Block, ReportDocument, Section, Text } from '../report-document.ts';
import { figureBlocks } from './figure-blocks.ts';
import { listBlocks } from './list-blocks.ts';
import { responseOf } from './network-figures.ts';
import { type NetworkInput, type NetworkMember, nameOf } from './network-input.ts';
import { responseBlocks, systemName } from './response-blocks.ts';

export const networkReportName = 'network-report';

/** NR3: the network report: the passport of the project at its head, the response, the figures, lists, what the region itself says, and the sites one by one. The same input gives the same document. */
export function networkReport(input: NetworkInput): ReportDocument {
  const title = texts.title(input.region.name, input.campaign.schoolYear);
  const { headings } = texts;
  const heading = (text: string): Block => ({ kind: 'heading', text });
  const said = (text: string): Block[] => paragraphsOf(text);
  const blocks: Block[] = [
    heading(headings.project),
    ...projectBlocks(input),
    heading(headings.response),
    ...responseBlocks(input),
    heading(headings.figures),
    ...figureBlocks(input),
    heading(headings.events),
    ...listBlocks(input, 'events'),
    heading(headings.practices),
    ...listBlocks(input, 'practices'),
    heading(headings.publications),
    ...listBlocks(input, 'publications'),
    heading(headings.region),
    ...said(input.texts.events),
    heading(headings.problems),
    ...said(input.texts.problems),
    heading(headings.tasks),
    ...said(input.texts.tasks),
    { kind: 'signatures', rows: [{ who: texts.signer, fields: texts.signFields }] },
  ];
  const section: Section = { title, fit: 'flow', blocks, footer: footerOf(input) };
  const isListed = input.members.length > 0;
  return {
    title,
    page: 'portrait',
    sheets: 'tables',
    sections: isListed ? [section, sitesSection(input)] : [section],
  };
}

function projectBlocks({ project }: NetworkInput): Block[] {
  const items = projectFields.flatMap((field): [string, Text][] => {
    const text = project[field];
    return text === undefined ? [] : [[texts.project[field], text]];
  });
  return items.length > 0 ? [{ kind: 'facts', items }] : [{ kind: 'paragraph', text: texts.noProject }];
}

/** What the region typed, a paragraph a line; nothing typed leaves a dash. */
function paragraphsOf(text: string): Block[] {
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  return (lines.length > 0 ? lines : [texts.nothing]).map((line) => ({ kind: 'paragraph', text: line }));
}

function footerOf(input: NetworkInput): Section['footer'] {
  const { sent, network } = responseOf(input);
  return {
    left: texts.footer(sent.length, network, dateText(input.reportDate)),
    right: texts.form(input.form.version),
  };
}

/** Every site: agreement, system, when its report came. */
function sitesSection(input: NetworkInput): Section {
  return {
    title: texts.appendix,
    fit: 'flow',
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: texts.municipality, width: 24 },
          { title: texts.site, width: 26 },
          { title: texts.agreement, width: 16 },
          { title: texts.system, width: 16 },
          { title: texts.report, width: 18 },
        ],
        rows: input.members.map((member) => [
          member.municipality,
          nameOf(member),
          member.site?.agreement ? siteReportTexts.agreements[member.site.agreement] : texts.nothing,
          systemName(input.systems, member.system),
          receiptText(member),
        ]),
      },
    ],
    footer: footerOf(input),
  };
}

function receiptText({ receipt }: NetworkMember): string {
  if (receipt === null) return texts.notSent;
  const day = receipt.on === null ? '' : dateText(receipt.on);
  return receipt.isOnTime ? texts.inTimeOn(day) : texts.lateOn(day);
}
