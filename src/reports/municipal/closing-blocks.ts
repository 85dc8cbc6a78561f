import { municipalTexts as texts } from '../../texts/municipal-report.ts';
import { dateText, shownId } from '../../texts/numbers.ts';
import { reportTexts } from '../../texts/reports.ts';
import type { Block, Section } from '../report-document.ts';
import type { MunicipalInput } from './municipal-input.ts';
import { expectedOf, idsOf, mayName, namesOf, submittedOf } from './population.ts';
import type { Say } from './wording.ts';

/** MR1: who sent nothing stands by name and is never taken for «нет». */
export function missingBlocks(input: MunicipalInput, say: Say): Block[] {
  const expected = expectedOf(input);
  const missing = expected.filter((school) => school.facts === null || school.assessment === null);
  const places = missing.map(({ place }) => place);
  if (missing.length === 0) return [];
  const text = texts.missing(missing.length, expected.length, namesOf(places));
  const figures = texts.outOf(missing.length, expected.length);
  return [
    {
      kind: 'paragraph',
      text: say({ id: 'missing', part: 'missing', text, figures, sources: [], schools: idsOf(places) }),
    },
  ];
}

/** Findings of the last campaign that are there again, by school. */
export function carriedOverBlocks(input: MunicipalInput, say: Say): Block[] {
  const compared = submittedOf(input).filter((school) => (school.previous?.findings.length ?? 0) > 0);
  const found = compared.flatMap(({ place, previous, assessment }) => {
    const again = assessment.findings
      .map((one) => one.indicatorId)
      .filter((id) => previous?.findings.includes(id) && mayName(input, id));
    return again.length > 0 ? [{ place, again: again.sort() }] : [];
  });
  if (found.length === 0) return [];
  const items = found.map(({ place, again }) => `${place.shortName} (${again.map(shownId).join(', ')})`).join('; ');
  const sentence = say({
    id: 'carried-over',
    part: 'criteria',
    text: texts.carriedOver(found.length, compared.length, items),
    figures: texts.outOf(found.length, compared.length),
    sources: [...new Set(found.flatMap(({ again }) => again))].sort(),
    schools: idsOf(found.map(({ place }) => place)),
  });
  return [{ kind: 'paragraph', text: sentence }];
}

export function signatureBlock({ settings }: MunicipalInput): Block {
  const { position, name } = settings.signer ?? {};
  const [signature = '', surname = '', day = ''] = texts.signFields;
  return { kind: 'signatures', rows: [{ who: position ?? texts.signer, fields: [signature, name ?? surname, day] }] };
}

export function footerOf(input: MunicipalInput): Section['footer'] {
  const { form, reportDate } = input;
  return {
    left: texts.snapshot(submittedOf(input).length, expectedOf(input).length, dateText(reportDate)),
    right: reportTexts.formVersion(form.title, form.version),
  };
}

/** The frozen list the report was made from: every expected school with the hash of what it sent. */
export function appendixSection(input: MunicipalInput): Section {
  const [no = '', school = '', hash = '', findings = ''] = texts.appendixHead;
  const [number = '', check = '', question = ''] = texts.siteChecksHead;
  const { checks } = input.form.site;
  const siteChecksHeading: Block = { kind: 'heading', text: texts.siteChecks };
  const siteChecksTable: Block = {
    kind: 'table',
    columns: [
      { title: number, width: 8, align: 'end', keep: true },
      { title: check, width: 14, keep: true },
      { title: question, width: 78 },
    ],
    rows: checks.map((one, at) => [String(at + 1), shownId(one.id), one.question]),
  };
  return {
    title: `${texts.appendix}. ${texts.appendixTitle}`,
    fit: 'flow',
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: no, width: 8, align: 'end', keep: true },
          { title: school, width: 44 },
          { title: hash, width: 30, keep: true },
          { title: findings, width: 18, align: 'end' },
        ],
        rows: expectedOf(input).map((one, at) => [
          String(at + 1),
          one.place.shortName,
          one.assessment ? one.hash.replaceAll('-', '\u2011') : texts.notSent,
          one.assessment ? String(one.assessment.findings.length) : texts.nothing,
        ]),
      },
      ...(checks.length === 0 ? [] : [siteChecksHeading, siteChecksTable]),
    ],
    footer: footerOf(input),
  };
}
