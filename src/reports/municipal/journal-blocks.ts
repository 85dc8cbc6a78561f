import type { Form } from '../../core/form/form.ts';
import { round2 } from '../../core/scoring/round.ts';
import { municipalTexts as texts } from '../../texts/municipal-report.ts';
import { dateText, monthText } from '../../texts/numbers.ts';
import type { Block } from '../report-document.ts';
import { type JournalComparison, journalComparison } from './journal-comparison.ts';
import type { MunicipalInput, SubmittedSchool } from './municipal-input.ts';
import { expectedOf, idsOf } from './population.ts';
import type { Captions, Say } from './wording.ts';

/** Diagram C with its table, what it comes to on the day and over the year, and what stands out. */
export function journalBlocks(input: MunicipalInput, captions: Captions, say: Say): Block[] {
  const comparison = journalComparison(input);
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  const tell = (id: string, text: string, schools: readonly SubmittedSchool[], figures: string): Block =>
    paragraph(
      say({
        id: `journal:${id}`,
        part: 'journal',
        text,
        figures,
        sources: ['K4-04'],
        schools: idsOf(schools.map(({ place }) => place)),
      }),
    );
  if (comparison.year === null) return [tell('none', texts.journalNone, [], '')];
  const sentences = sentencesOf(input, comparison).map(({ id, text, schools, figures }) =>
    tell(id, text, schools, figures),
  );
  return [...sentences, diagramOf(input.form, comparison, captions), tableOf(comparison, captions)];
}

type Told = { id: string; text: string; schools: readonly SubmittedSchool[]; figures: string };

/** MR9: the requirement is met when the municipality's figure reaches the target. */
function sentencesOf(input: MunicipalInput, { months, schools, year }: JournalComparison): Told[] {
  const { form, campaign } = input;
  const { target, low } = form.journalFill;
  const [of, expected] = [schools.length, expectedOf(input).length];
  const told: Told[] = [];
  const at = months.reduce((last, { mean }, index) => (mean === null ? last : index), -1);
  const last = months[at];
  if (last && last.mean !== null) {
    const given = schools.filter((one) => (one.months[at] ?? null) !== null);
    const day = dateText(lastDayOf(last.month, campaign.asOf));
    const text = texts.journalMean(day, last.mean, last.given, expected, target);
    told.push({
      id: 'mean',
      text,
      schools: given.map((one) => one.school),
      figures: texts.outOf(last.given, expected),
    });
  }
  const ofYear = schools.filter((one) => one.year !== null);
  const good = ofYear.filter((one) => (one.year ?? 0) >= target);
  if (year !== null)
    told.push({
      id: 'year',
      text: texts.journalYear(year, ofYear.length, expected, good.length),
      schools: good.map((one) => one.school),
      figures: texts.outOf(good.length, ofYear.length),
    });
  const listed = (
    id: string,
    holds: (percent: number | null) => boolean,
    words: (n: number, items: string) => string,
  ) => {
    const found = schools.filter((one) => one.months.some(holds));
    if (found.length === 0) return;
    const items = found.map((one) => `${one.school.place.shortName} (${monthsWhere(one.months, holds)})`).join('; ');
    const figures = texts.outOf(found.length, of);
    told.push({ id, text: words(found.length, items), schools: found.map((one) => one.school), figures });
  };
  const monthsWhere = (percents: readonly (number | null)[], holds: (percent: number | null) => boolean): string =>
    months.flatMap(({ month }, index) => (holds(percents[index] ?? null) ? [monthText(month)] : [])).join(', ');
  listed(
    'low',
    (percent) => percent !== null && percent < low,
    (n, items) => texts.journalLow(low, n, of, items),
  );
  listed(
    'missing',
    (percent) => percent === null,
    (n, items) => texts.journalMissing(n, of, items),
  );
  return told;
}

/** The as-of day when the month has not ended by then. */
function lastDayOf(month: string, asOf: string): string {
  if (asOf.startsWith(month)) return asOf;
  const [year, number] = month.split('-').map(Number);
  const days = [31, (year ?? 0) % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return `${month}-${days[(number ?? 1) - 1]}`;
}

const shortMonth = (month: string): string => `${monthText(month).slice(0, 3)} ${month.slice(2, 4)}`;
const figure = (value: number | null): string =>
  value === null ? texts.nothing : (value < 0 ? value : round2(value)).toFixed(2).replace('.', ',');

function diagramOf(form: Form, { months, schools }: JournalComparison, captions: Captions): Block {
  const all = schools.flatMap((one) => one.months.filter((percent) => percent !== null));
  const from = Math.max(0, Math.floor(Math.min(form.journalFill.low, ...all) / 5) * 5);
  const told = months.flatMap(({ month, mean }) => (mean === null ? [] : [`${monthText(month)} ${figure(mean)}`]));
  return {
    kind: 'diagram',
    diagram: {
      kind: 'lines',
      title: captions.diagram(texts.journalDiagram),
      alt: `${texts.mean}: ${told.join('; ')}`,
      columns: months.map(({ month }) => shortMonth(month)),
      series: schools.map((one) => ({ name: one.school.place.shortName, values: [...one.months] })),
      mean: months.map(({ mean }) => mean),
      lowest: months.map(({ lowest }) => lowest),
      highest: months.map(({ highest }) => highest),
      from,
      to: 100,
      target: form.journalFill.target,
    },
  };
}

/** Schools by months, then the municipality: mean, lowest, highest and the change from the month before. */
function tableOf({ months, schools, year }: JournalComparison, captions: Captions): Block {
  const years = schools.flatMap((one) => one.year ?? []);
  const signed = (value: number | null): string =>
    value !== null && value > 0 ? `+${figure(value)}` : figure(value).replace('-', '−');
  return {
    kind: 'table',
    running: captions.figures(),
    columns: [
      { title: texts.school },
      ...months.map(({ month }) => ({ title: shortMonth(month), align: 'end' as const, keep: true })),
      { title: texts.year, align: 'end', keep: true },
    ],
    rows: [
      ...schools.map((one) => [
        one.school.place.shortName,
        ...one.months.map((percent) => figure(percent)),
        figure(one.year),
      ]),
      [{ bold: texts.mean }, ...months.map(({ mean }) => figure(mean)), figure(year)],
      [{ bold: texts.lowest }, ...months.map(({ lowest }) => figure(lowest)), figure(Math.min(...years))],
      [{ bold: texts.highest }, ...months.map(({ highest }) => figure(highest)), figure(Math.max(...years))],
      [{ bold: texts.change }, ...months.map(({ change }) => signed(change)), ''],
    ].map((row) => row.map((cell) => (typeof cell === 'string' ? cell : [cell]))),
  };
}
