import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { cleanedText, everyBlock, longTable } from '../../tests/fixtures/a-report-document.ts';
import { docxWords, elementsOf, fileOf, openPackage, sheetCells } from '../../tests/support/read-package.ts';
import { cleanDocument } from './clean-document.ts';
import { type DocumentFormat, documents } from './documents.ts';

const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** Every line of text anywhere in a document. */
function linesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n').map(plain).filter(Boolean);
  if (Array.isArray(value)) return value.flatMap(linesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    ['kind', 'fit', 'page', 'align'].includes(name) ? [] : linesIn(part),
  );
}

async function bytesOf(format: DocumentFormat): Promise<Uint8Array> {
  const written = await documents[format].write(everyBlock);
  return typeof written === 'string' ? new TextEncoder().encode(written) : written;
}

const wordsIn: Record<DocumentFormat, (bytes: Uint8Array) => string> = {
  docx: docxWords,
  xlsx: (bytes) => {
    const cells = [1, 2].flatMap((index) => sheetCells(bytes, index).map((cell) => cell.shown));
    const title = elementsOf(fileOf(openPackage(bytes), 'docProps/core.xml'), 'dc:title')[0]?.textContent ?? '';
    return [title, ...cells].join('\n');
  },
  html: (bytes) => {
    const { document } = new Window();
    document.write(new TextDecoder().decode(bytes));
    return `${document.title}\n${document.body.textContent}`;
  },
};

describe.each(Object.keys(documents) as DocumentFormat[])('%s', (format) => {
  it('[DC8] carries every word of the report', async () => {
    const words = plain(wordsIn[format](await bytesOf(format)));
    const lines = linesIn(cleanDocument(everyBlock));
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.filter((line) => !words.includes(line))).toEqual([]);
  });

  it('[DC1] carries no character that cannot be printed', async () => {
    const words = wordsIn[format](await bytesOf(format));
    expect(plain(words)).toContain(cleanedText);
    expect(words).not.toMatch(/(?![\n\t])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u);
  });

  it('[DC8] writes a report without sections, rows or words', async () => {
    const empty = {
      title: '',
      page: 'portrait' as const,
      sections: [
        {
          title: '',
          fit: 'flow' as const,
          footer: { left: '', right: '' },
          blocks: [{ kind: 'table' as const, columns: [], rows: [] }],
        },
      ],
    };
    expect((await documents[format].write(empty)).length).toBeGreaterThan(100);
  });
});

describe.each(['docx', 'xlsx'] as const)('the %s package', (format) => {
  it('[DC8] points to nothing outside itself', async () => {
    const files = openPackage(await bytesOf(format));
    const relations = [...files]
      .filter(([path]) => path.endsWith('.rels'))
      .flatMap(([, xml]) => elementsOf(xml, 'Relationship'));
    expect(relations.length).toBeGreaterThan(2);
    expect(relations.filter((relation) => relation.getAttribute('TargetMode') === 'External')).toEqual([]);
    expect(relations.filter((relation) => /^[a-z]+:/i.test(relation.getAttribute('Target') ?? ''))).toEqual([]);
    expect([...files.keys()].filter((path) => /vba|macro|embed|activeX|\.bin/i.test(path))).toEqual([]);
  });

  it('[DC1] is well-formed in every part', async () => {
    const files = [...openPackage(await bytesOf(format))].filter(([path]) => /\.(xml|rels)$/.test(path));
    for (const [, xml] of files) expect(elementsOf(xml, '*').length).toBeGreaterThan(0);
  });
});

it('[DC8] writes a table of a thousand rows in every format', async () => {
  for (const { write } of Object.values(documents))
    expect((await write(longTable(1000))).length).toBeGreaterThan(10_000);
});
