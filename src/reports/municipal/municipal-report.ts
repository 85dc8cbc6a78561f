import { municipalTexts as texts } from '../../texts/municipal-report.ts';
import type { Block } from '../report-document.ts';
import { appendixSection, carriedOverBlocks, footerOf, missingBlocks, signatureBlock } from './closing-blocks.ts';
import { conclusionsOf } from './conclusions.ts';
import { criteriaTable } from './criterion-findings.ts';
import { deadlineProblems } from './deadlines.ts';
import { examsBlocks } from './exams-blocks.ts';
import { journalBlocks } from './journal-blocks.ts';
import type { MunicipalInput, MunicipalReport, Part, Proposal } from './municipal-input.ts';
import { openingBlocks } from './opening-blocks.ts';
import { proposalsOf, proposalsTable } from './proposals.ts';
import { readinessBlocks } from './readiness-blocks.ts';
import { siteBlocks } from './site-blocks.ts';
import { createCaptions, createWording } from './wording.ts';
import { yearClosingBlocks } from './year-closing-blocks.ts';

/**
 * The municipality's report («справка»), from what schools submitted and an officer verified, alone: the same input gives the
 * same document. `problems`: a deadline before the report date, and figures that changed under an edited sentence; the report
 * is whole all the same, with room to write in place of such a deadline. A part about a table the form does not have is left out.
 * Rules MR1–MR14, MR16.
 */
export function municipalReport(input: MunicipalInput): MunicipalReport {
  const { form } = input;
  const { say, sentences, problems } = createWording(input.edits, input.reportDate);
  const captions = createCaptions();
  let proposals: Proposal[] = [];
  const part = (name: keyof typeof texts.headings & Part, blocks: readonly Block[]): Block[] => {
    const note = input.settings.notes?.[name]?.trim();
    const all: Block[] = note ? [...blocks, { kind: 'paragraph', text: note }] : [...blocks];
    return all.length === 0 ? [] : [{ kind: 'heading', text: texts.headings[name] }, ...all];
  };
  const propose = (): Block[] => {
    proposals = proposalsOf(input, say);
    return [{ kind: 'paragraph', text: texts.toPrincipals }, proposalsTable(input, proposals)];
  };
  const conclude = (): Block[] => conclusionsOf(input).map((draft): Block => ({ kind: 'paragraph', text: say(draft) }));
  const blocks: Block[] = [
    ...part('grounds', openingBlocks(input, say)),
    ...part('criteria', [criteriaTable(input, captions, say), ...carriedOverBlocks(input, say)]),
    ...part('readiness', readinessBlocks(input, captions, say)),
    ...part('site', form.site.checks.length > 0 ? siteBlocks(input, captions, say) : []),
    ...part('journal', form.journalFill.months.length > 0 ? journalBlocks(input, captions, say) : []),
    ...part('exams', form.exams.kinds.length > 0 ? examsBlocks(input, captions, say) : []),
    ...part('year', yearClosingBlocks(input, say)),
    ...part('conclusions', conclude()),
    ...part('proposals', propose()),
    ...part('missing', missingBlocks(input, say)),
    signatureBlock(input),
  ];
  const title = texts.title(input.municipality.name, input.campaign.schoolYear);
  const section = { title, fit: 'flow' as const, blocks, footer: footerOf(input) };
  return {
    document: { title, page: 'portrait', sheets: 'tables', sections: [section, appendixSection(input)] },
    sentences,
    proposals,
    problems: [...deadlineProblems(input), ...problems],
  };
}
