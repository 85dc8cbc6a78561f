import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../src/core/submission/normalize-text.ts';
import { documents } from '../../src/documents/documents.ts';
import { filledForm } from '../../src/reports/filled-form.ts';
import type { ReportDocument } from '../../src/reports/report-document.ts';
import { scoreSheet } from '../../src/reports/score-sheet.ts';
import { inheritedNames, naughtyStrings } from '../fixtures/naughty-strings.ts';
import { aSchool10 } from '../fixtures/school-10.ts';
import { aReportInput } from '../fixtures/school-10-revisions.ts';
import { docxWords, elementsOf, openPackage, sheetCells } from '../support/read-package.ts';
import { aNaughtySchool, aSchoolOfNames } from './naughty-school.ts';

const bytesOf = (written: string | Uint8Array) =>
  typeof written === 'string' ? new TextEncoder().encode(written) : written;
const write = async (format: keyof typeof documents, report: ReportDocument) =>
  bytesOf(await documents[format].write(report));

const pageOf = (bytes: Uint8Array) => {
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } });
  document.write(new TextDecoder().decode(bytes));
  return document;
};
/** The elements of a page with the names of their attributes: what a text must never add to. */
const skeletonOf = (bytes: Uint8Array): string[] =>
  [...pageOf(bytes).querySelectorAll('*')].map((element) =>
    [element.tagName, ...element.getAttributeNames()].join(' '),
  );
const sheetsOf = (bytes: Uint8Array) => {
  const count = [...openPackage(bytes).keys()].filter((path) => /^xl\/worksheets\/sheet\d+\.xml$/.test(path)).length;
  return Array.from({ length: count }, (_, at) => sheetCells(bytes, at + 1)).flat();
};

/** What may go: control characters, marks that turn the direction, non-characters; all else stays word for word. */
const wordsOf = (text: string): string[] =>
  normalizeText(text)
    .replace(/(?!\s)\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
    .split(/[\s\u0085]+/)
    .filter(Boolean);
const missingFrom = (shown: string, words: readonly string[]): string[] =>
  words.filter((word) => !shown.includes(word));

function expectSoundPackage(bytes: Uint8Array): void {
  for (const [path, xml] of openPackage(bytes)) {
    if (!/\.(xml|rels)$/.test(path)) continue;
    expect(xml, path).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
    for (const element of elementsOf(xml, '*')) {
      expect(
        ['f', 'w:hyperlink', 'w:instrText', 'w:fldSimple', 'w:altChunk', 'w:object'].filter(
          (name) => name === element.tagName && !/footer/.test(path),
        ),
      ).toEqual([]);
      if (element.tagName === 'Relationship') expect(element.getAttribute('TargetMode')).not.toBe('External');
    }
  }
}

const reports = { scoreSheet, filledForm };

const long = naughtyStrings.filter((text) => text.length > 500);
const short = naughtyStrings.filter((text) => text.length <= 500);
/** Every text through some registers of every kind; those there is one of get another in each. */
const schools: readonly [string, readonly string[], number][] = [
  ['short texts', short, 0],
  ['short texts, moved on', short, 7],
  ['short texts, moved on again', short, 19],
  ['long texts', long, 0],
];

describe.each(schools)('a school full of %s', (_, texts, first) => {
  const input = aNaughtySchool(texts, first);
  const plain = aNaughtySchool(['слово']);

  it.each(Object.keys(reports) as (keyof typeof reports)[])(
    '[HX10] [DC3] [DC7] stays text in every format of the %s',
    async (name) => {
      const report = reports[name](input);
      const html = await write('html', report);
      if (name === 'filledForm')
        expect(skeletonOf(html)).toEqual(skeletonOf(await write('html', reports[name](plain))));
      expect(pageOf(html).querySelectorAll('script, img, a, iframe, svg [onload]').length).toBe(0);
      const xlsx = await write('xlsx', report);
      for (const bytes of [await write('docx', report), xlsx]) expectSoundPackage(bytes);
      const cells = sheetsOf(xlsx);
      expect(cells.filter(({ hasFormula }) => hasFormula)).toEqual([]);
      expect(cells.filter(({ shown }) => shown.length > 32_767)).toEqual([]);
    },
    60_000,
  );

  it('[HX10] [DC8] [RP7] stands word for word in every format of the filled form', async () => {
    const report = filledForm(input);
    const words = texts.flatMap(wordsOf);
    const html = pageOf(await write('html', report)).body.textContent;
    const docx = docxWords(await write('docx', report));
    const xlsx = sheetsOf(await write('xlsx', report))
      .map(({ shown }) => shown)
      .join('\n');
    expect(words.length).toBeGreaterThan(texts.length - 1);
    expect({ html: missingFrom(html, words), docx: missingFrom(docx, words), xlsx: missingFrom(xlsx, words) }).toEqual({
      html: [],
      docx: [],
      xlsx: [],
    });
  }, 60_000);
});

it('[HX10] [DC8] a register in which many devices disagreed at length goes on in the rows below, and breaks no cell', async () => {
  const words = Array.from({ length: 20 }, (_, at) => `${`${at}_x0041_𠜎`.repeat(360).slice(0, 3990)}конец${at}`);
  const input = aReportInput(aSchool10(), { conflicts: { 'K1-01#comment': words, '-/passport/address': words } });
  const xlsx = await write('xlsx', filledForm(input));
  expectSoundPackage(xlsx);
  const cells = sheetsOf(xlsx).map(({ shown }) => shown);
  expect(cells.filter((shown) => shown.length > 16_000)).toEqual([]);
  const byColumn = new Map<string, string>();
  for (const { address, shown } of sheetsOf(xlsx)) {
    const column = address.replace(/\d+/, '');
    byColumn.set(column, (byColumn.get(column) ?? '') + shown);
  }
  const all = [...byColumn.values()].join('\n');
  expect(missingFrom(all, words)).toEqual([]);
}, 60_000);

/** A report without the hash of what it rests on, and with a name made a word. */
const sameBut = (report: ReportDocument, name: string): string =>
  JSON.stringify(report)
    .replaceAll(new RegExp(name, 'gi'), 'слово')
    .replaceAll(/[\dA-F]{4}([-‑][\dA-F]{4}){2}/g, '');

describe.each(inheritedNames)('the name %s', (name) => {
  it('[HX10] finds no word in any table of words, and is shown as typed', async () => {
    for (const reportOf of [scoreSheet, filledForm]) {
      const report = reportOf(aSchoolOfNames(name));
      expect(sameBut(report, name)).toBe(sameBut(reportOf(aSchoolOfNames('слово')), 'слово'));
      for (const format of ['html', 'docx', 'xlsx'] as const)
        expect((await write(format, report)).length).toBeGreaterThan(1000);
    }
  });
});
