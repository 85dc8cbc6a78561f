import type { Form, Indicator } from '../../core/form/form.ts';
import type { Campaign } from '../../core/submission/campaigns.ts';
import { legalActs } from '../../forms/legal-acts.ts';
import { letterTexts as texts } from '../../texts/campaign-letter.ts';
import { dateText, shownId } from '../../texts/numbers.ts';
import type { Block, ReportDocument, Section, Text } from '../report-document.ts';
import { markedId } from '../report-words.ts';

type Given = {
  campaign: Campaign;
  /** the effective form: weights as the campaign sets them */
  form: Form;
  municipality: string;
  /** where the program is opened; empty: not known */
  address: string;
};

/**
 * CN6: the letter to the schools: on what it rests, what is asked, by when and how it is delivered by network or stick; as its
 * appendix every indicator of the campaign's form with what shows it, its points, the critical mark and the acts behind it.
 */
export function campaignLetter(given: Given): ReportDocument {
  const { campaign, form } = given;
  const title = campaign.title ?? texts.title;
  const footer: Section['footer'] = { left: title, right: texts.formVersion(form.title, form.version) };
  return {
    title,
    page: 'portrait',
    sections: [
      { title: texts.title, fit: 'flow', blocks: letterBlocks(given), footer },
      { title: texts.appendix, fit: 'flow', blocks: explanations(form), footer },
    ],
  };
}

function letterBlocks({ campaign, form, municipality, address }: Given): Block[] {
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
    { kind: 'list', items: texts.steps(form.criteria.flatMap(({ indicators }) => indicators).length) },
    { kind: 'heading', text: texts.how },
    { kind: 'list', items: [texts.network(address), texts.stick, texts.paper] },
    { kind: 'paragraph', text: texts.contact },
    { kind: 'signatures', rows: [{ who: letter?.signer ?? texts.signer, fields: texts.signFields }] },
  ];
}

const requisites = (letter: Campaign['letter']): string =>
  texts.requisites(letter?.number ?? '', letter?.on ? dateText(letter.on) : '');

function explanations(form: Form): Block[] {
  return [
    { kind: 'paragraph', text: texts.appendixLead },
    ...form.criteria.flatMap((criterion, at): Block[] => [
      { kind: 'heading', text: texts.criterion(at + 1, criterion.title, criterion.weight) },
      {
        kind: 'table',
        columns: [
          { title: texts.head.id, width: 11, keep: true },
          { title: texts.head.question, width: 53 },
          { title: texts.head.points, width: 9, align: 'end', keep: true },
          { title: texts.head.laws, width: 27 },
        ],
        rows: criterion.indicators.map((indicator) => [
          [{ bold: markedId(indicator.id, indicator.critical) }],
          [{ bold: indicator.question }, `\n${indicator.evidence}${conditionOf(indicator)}`],
          String(indicator.points).replace('.', ','),
          lawsOf(indicator),
        ]),
      },
    ]),
  ];
}

const conditionOf = ({ showIf }: Indicator): string => (showIf ? `\n${texts.onlyIf(shownId(showIf.indicator))}` : '');

const lawsOf = ({ law }: Indicator): string =>
  law
    .flatMap((code) => legalActs.find((act) => act.code === code)?.short ?? [])
    .join('; ')
    .replaceAll('№ ', '№\u00a0');
