import { type Form, type Indicator, indicatorsOf, isScored } from '../../core/form/form.ts';
import type { Campaign } from '../../core/submission/campaigns.ts';
import { scoredFormId } from '../../core/submission/collected-forms.ts';
import { legalActs } from '../../forms/legal-acts.ts';
import { letterTexts as texts } from '../../texts/campaign-letter.ts';
import { dateText, shownId } from '../../texts/numbers.ts';
import type { Block, ReportDocument, Section, Text } from '../report-document.ts';
import { markedId } from '../report-words.ts';

type Given = {
  campaign: Campaign;
  /** the effective form of indicators: weights as the campaign sets them; null: the campaign collects none */
  form: Form | null;
  /** titles of the other forms it collects */
  others: readonly string[];
  municipality: string;
  /** where the program is opened; empty: not known */
  address: string;
};

/**
 * CN6: the letter to the schools: on what it rests, what is asked, by when and how it is delivered by network or stick; as its
 * appendix every indicator of the campaign's form, if it collects one, with what shows it, its points, the critical mark and the acts
 * behind it.
 */
export function campaignLetter(given: Given): ReportDocument {
  const { campaign, form, others } = given;
  const own = form?.id === scoredFormId ? texts.title : texts.otherTitle;
  const title = campaign.title ?? own;
  const right = form ? texts.formVersion(form.title, form.version) : others.map((one) => `«${one}»`).join(', ');
  const section = (heading: string, blocks: readonly Block[]): Section => ({
    title: heading,
    fit: 'flow',
    blocks,
    footer: { left: title, right },
  });
  return {
    title,
    page: 'portrait',
    sections: [section(own, letterBlocks(given)), ...(form ? [section(texts.appendix, explanations(form))] : [])],
  };
}

function letterBlocks(given: Given): Block[] {
  const { campaign, form, municipality, address } = given;
  const { letter, basis, period, due, asOf, methodology, title, schoolYear } = campaign;
  const facts: [string, Text][] = [
    [texts.facts.campaign, title ?? ''],
    [texts.facts.schoolYear, schoolYear],
    [texts.facts.basis, basis ?? ''],
    [texts.facts.methodology, methodology ?? ''],
    [texts.facts.asOf, dateText(asOf)],
    [texts.facts.period, period ? texts.period(dateText(period.from), dateText(period.to)) : ''],
    [texts.facts.due, due ? [{ bold: texts.due(dateText(due)) }] : ''],
  ];
  const paragraphs = (letter?.text ?? '').split(/\n+/).filter((line) => line.trim() !== '');
  return [
    { kind: 'paragraph', text: [{ bold: municipality }, `\n${requisites(letter)}`] },
    { kind: 'paragraph', text: texts.addressees },
    ...paragraphs.map((text): Block => ({ kind: 'paragraph', text })),
    { kind: 'facts', items: facts.filter(([, text]) => text !== '') },
    { kind: 'heading', text: texts.what },
    { kind: 'list', items: stepsOf(given) },
    { kind: 'heading', text: texts.how },
    { kind: 'list', items: [texts.network(address), texts.stick, ...(form ? [texts.paper] : [])] },
    { kind: 'paragraph', text: texts.contact },
    { kind: 'signatures', rows: [{ who: letter?.signer ?? texts.signer, fields: texts.signFields }] },
  ];
}

function stepsOf({ form, others }: Given): string[] {
  const count = form ? indicatorsOf(form).length : 0;
  const isAssessment = form?.id === scoredFormId;
  return [
    ...(form ? [isAssessment ? texts.assess(count) : texts.answer(form.title, count)] : []),
    ...others.map(texts.fillIn),
    ...(form ? [texts.documents] : []),
    isAssessment ? texts.submitSheet : texts.submit,
    texts.noNames,
  ];
}

const requisites = (letter: Campaign['letter']): string =>
  texts.requisites(letter?.number ?? '', letter?.on ? dateText(letter.on) : '');

function explanations(form: Form): Block[] {
  const isWeighed = isScored(form);
  const lead = [
    ...(indicatorsOf(form).some(({ critical }) => critical) ? [texts.critical] : []),
    ...(isWeighed ? [texts.weights] : []),
  ];
  return [
    ...(lead.length > 0 ? [{ kind: 'paragraph' as const, text: lead.join(' ') }] : []),
    ...form.criteria.flatMap((criterion, at): Block[] => [
      {
        kind: 'heading',
        text: isWeighed
          ? texts.criterion(at + 1, criterion.title, criterion.weight)
          : texts.section(at + 1, criterion.title),
      },
      {
        kind: 'table',
        columns: [
          { title: texts.head.id, width: 11, keep: true },
          { title: texts.head.question, width: isWeighed ? 53 : 62 },
          ...(isWeighed ? [{ title: texts.head.points, width: 9, align: 'end' as const, keep: true }] : []),
          { title: texts.head.laws, width: 27 },
        ],
        rows: criterion.indicators.map((indicator) => [
          [{ bold: markedId(indicator.id, indicator.critical) }],
          [
            { bold: indicator.question },
            ...[indicator.evidence, conditionOf(indicator)].filter(Boolean).map((line) => `\n${line}`),
          ],
          ...(isWeighed ? [String(indicator.points).replace('.', ',')] : []),
          lawsOf(indicator),
        ]),
      },
    ]),
  ];
}

const conditionOf = ({ showIf, relevant }: Indicator): string => {
  if (showIf) return texts.onlyIf(shownId(showIf.indicator));
  return relevant === undefined ? '' : texts.notAlways;
};

const lawsOf = ({ law }: Indicator): string =>
  law
    .flatMap((code) => legalActs.find((act) => act.code === code)?.short ?? [])
    .join('; ')
    .replaceAll('№ ', '№\u00a0');
