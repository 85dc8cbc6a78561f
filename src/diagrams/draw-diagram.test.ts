import { Window } from 'happy-dom';
import { expect, it } from 'vitest';
import { elementsOf, fileOf, openPackage } from '../../tests/support/read-package.ts';
import { writeDocx } from '../documents/write-docx.ts';
import type { Diagram } from '../reports/diagram.ts';
import { drawDiagram, sizeOfSvg } from './draw-diagram.ts';

const words = { title: 'Готовность <школ>', alt: 'Две школы из трёх' };
const bars: Diagram = {
  kind: 'bars',
  ...words,
  max: 100,
  target: 80,
  rows: [
    { name: 'СОШ № 1', value: 50, words: '50 %' },
    { name: 'СОШ № 2', value: null, words: 'не сдано' },
    { name: 'СОШ № 3', value: 100, words: '100 %', mark: 'blocked' },
  ],
};
const lines: Diagram = {
  kind: 'lines',
  ...words,
  columns: ['сен', 'окт', 'ноя'],
  series: Array.from({ length: 50 }, (_, index) => ({ name: `Ш${index}`, values: [index, null, index] })),
  mean: [24, 25, 26],
  lowest: [0, 1, 2],
  highest: [49, 50, 51],
  from: 0,
  to: 100,
};
const steps: Diagram = {
  kind: 'steps',
  ...words,
  of: 4,
  due: '2017-07-10',
  days: [
    { day: '2017-06-30', count: 1 },
    { day: '2017-07-05', count: 3 },
  ],
};

const drawn = (diagram: Diagram) => {
  const { document } = new Window();
  document.body.innerHTML = drawDiagram(diagram, { width: 600 });
  return document;
};

it.each([bars, lines, steps])('[DG1] $kind has title, alternative text and no style', (diagram) => {
  const page = drawn(diagram);
  expect(page.querySelector('svg[role=img] title')?.textContent).toBe(words.title);
  expect(page.querySelector('desc')?.textContent).toBe(words.alt);
  expect(page.querySelectorAll('[style],style,script').length).toBe(0);
});

it('[DG2] puts values at the ends of bars and draws none where nothing was measured', () => {
  const texts = [...drawn(bars).querySelectorAll('g text')];
  const at = (text: string) => Number(texts.find((each) => each.textContent === text)?.getAttribute('x'));
  expect(at('100 %')).toBeGreaterThan(at('50 %'));
  expect(at('50 %')).toBeGreaterThan(at('не сдано'));
  expect(drawn(bars).querySelectorAll('g rect').length).toBe(2);
});

it('[DG3] leaves gaps and names only what stands out', () => {
  const page = drawn(lines);
  expect(page.body.textContent).not.toContain('Ш49');
  expect(page.querySelectorAll('g polyline[stroke="#8c8c8c"]').length).toBe(101);
});

it('[DG4] says when the last day is', () => {
  expect(drawn(steps).body.textContent).toContain('срок 10.07.2017');
});

it('[DG5] becomes a picture with alternative text in a docx', async () => {
  const footer = { left: '', right: '' };
  const section = {
    title: 'Отчёт',
    fit: 'flow' as const,
    footer,
    blocks: [{ kind: 'diagram' as const, diagram: bars }],
  };
  const report = { title: 'Отчёт', page: 'portrait' as const, sections: [section] };
  const widths: number[] = [];
  const files = openPackage(
    await writeDocx(report, async (svg, width) => {
      widths.push(width / sizeOfSvg(svg).width);
      return new Uint8Array([137, 80, 78, 71]);
    }),
  );
  const [picture] = elementsOf(fileOf(files, 'word/document.xml'), 'wp:docPr');
  expect(picture?.getAttribute('descr')).toBe(words.alt);
  expect(widths).toEqual([2]);
  expect(fileOf(openPackage(await writeDocx(report)), 'word/document.xml')).toContain(words.alt);
});
