import { describe, expect, it } from 'vitest';
import { longTable } from '../../tests/fixtures/a-report-document.ts';
import type { Block, Section } from '../reports/report-document.ts';
import { fitSection, tableSize } from './fit-section.ts';
import { columnWidths, leastWidth, lettersIn, linesOf, type Table } from './measure.ts';
import { lookOf, paper } from './paper.ts';

const sizeOf = (rowCount: number, fit: Section['fit'] = 'one-page'): number => {
  const [section] = longTable(rowCount, fit).sections;
  return section ? fitSection(section, 'landscape').text : 0;
};
const tableOf = (columns: Table['columns'], ...rows: string[][]): Table => ({ kind: 'table', columns, rows });

describe('fitSection', () => {
  it('[DC5] sets a one-page section as large as its page allows', () => {
    expect(sizeOf(1)).toBe(11);
    expect(sizeOf(35)).toBeLessThan(11);
    expect(sizeOf(45)).toBeLessThan(sizeOf(35));
    expect(sizeOf(500)).toBe(7);
  });

  it('[DC5] leaves a section that flows at its size', () => {
    expect(sizeOf(500, 'flow')).toBe(paper.flow.size);
  });

  it.each<Block>([
    { kind: 'heading', text: 'x' },
    { kind: 'paragraph', text: 'x' },
    { kind: 'facts', items: [['x', 'y']] },
    { kind: 'list', items: ['x'] },
    { kind: 'write-in', labels: ['x'] },
    { kind: 'signatures', rows: [{ who: 'x', fields: ['y'] }] },
    { kind: 'box', blocks: [{ kind: 'paragraph', text: 'x' }] },
    { kind: 'side-by-side', left: [{ kind: 'paragraph', text: 'x' }], right: [] },
  ])('[DC5] counts the height of a $kind', (block) => {
    const section: Section = {
      title: '',
      fit: 'one-page',
      footer: { left: '', right: '' },
      blocks: Array(120).fill(block),
    };
    expect(fitSection(section, 'portrait').text).toBe(7);
  });
});

describe('tables', () => {
  it('[DC6] get smaller letters before a word is torn', () => {
    const wide = tableOf(Array.from({ length: 14 }, () => ({ title: 'Педагогов' })));
    const look = lookOf(12, 'flow');
    expect(tableSize(wide, 700, look)).toBeLessThan(look.table);
    expect(leastWidth(wide)).toBeLessThanOrEqual(lettersIn(700, tableSize(wide, 700, look)));
    expect(tableSize(tableOf([{ title: 'А' }]), 700, look)).toBe(look.table);
  });

  it('[DC6] keep the widths a report gives, if words fit into them', () => {
    expect(
      columnWidths(
        tableOf([
          { title: 'а', width: 60 },
          { title: 'б', width: 40 },
        ]),
        100,
      ),
    ).toEqual([60, 40]);
    const [narrow = 0, rest = 0] = columnWidths(tableOf([{ title: 'Показатель', width: 5 }, { title: 'б' }]), 100);
    expect(narrow).toBeGreaterThan(10);
    expect(narrow + rest).toBeCloseTo(100);
  });

  it('[DC6] never break a line that is to be kept', () => {
    const [kept = 0] = columnWidths(
      tableOf([{ title: '', keep: true }, { title: '' }], ['не представлено', 'слово '.repeat(50)]),
      60,
    );
    expect(linesOf('не представлено', kept)).toBe(1);
  });

  it('[DC6] break lines at words, and words only when they are wider than the line', () => {
    expect(linesOf('раз два три', 8)).toBe(2);
    expect(linesOf('раз\nдва', 80)).toBe(2);
    expect(linesOf('н'.repeat(4000), 40)).toBeGreaterThan(99);
  });
});
