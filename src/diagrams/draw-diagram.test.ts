import { Resvg } from '@resvg/resvg-js';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import type { Diagram } from '../reports/diagram.ts';
import { drawDiagram, shapeOf } from './draw-diagram.ts';

const bars: Diagram = {
  kind: 'bars',
  title: 'Диаграмма 1. Итоги',
  alt: 'Первая школа: 76,20 %; «Вторая» & третья: нет данных',
  unit: '%',
  max: 100,
  rows: [
    { name: 'Первая школа', value: 76.2, words: '76,20 %', mark: 'blocked' },
    { name: '«Вторая» & <третья>', value: null, words: 'не закончена' },
    { name: 'Гимназия', value: 100, words: '100,00 %', mark: 'good' },
  ],
  mean: { name: 'Среднее', value: 88.1, words: '88,10 %' },
  target: 70,
};
const lines: Diagram = {
  kind: 'lines',
  title: 'Диаграмма 3. Журналы',
  alt: 'среднее: сентябрь 97,20',
  columns: ['сен 16', 'окт 16', 'ноя 16'],
  series: [{ name: 'Первая школа', values: [97, null, 99] }],
  mean: [97, 98, 99],
  lowest: [90, 91, 92],
  highest: [99, 99, 100],
  from: 90,
  to: 100,
  target: 98,
};
const steps: Diagram = {
  kind: 'steps',
  title: 'Сдали по дням',
  alt: 'к 5 июля четыре из шести',
  days: [
    { day: '2026-06-26', count: 1 },
    { day: '2026-07-05', count: 4 },
  ],
  of: 6,
  due: '2026-07-10',
};
const stacked: Diagram = {
  kind: 'stacked',
  title: 'Уровни',
  alt: 'готовы 3, не готова 1',
  rows: [
    {
      name: 'В этом году',
      parts: [
        { words: 'готова', value: 3, shade: 0 },
        { words: 'не готова', value: 1, shade: 3 },
      ],
    },
  ],
};

const parsed = (diagram: Diagram) =>
  new new Window().DOMParser().parseFromString(drawDiagram(diagram, { width: 600 }), 'image/svg+xml');
const all = (diagram: Diagram, name: string) => [...parsed(diagram).querySelectorAll(name)];
const textsIn = (diagram: Diagram) => all(diagram, 'text').map((one) => one.textContent);
const numberOf = (element: { getAttribute: (name: string) => string | null } | undefined, name: string): number =>
  Number(element?.getAttribute(name));

describe.each([bars, lines, steps, stacked])('a diagram of $kind', (diagram) => {
  it('[DG1] is a picture of greys with its words, and nothing a strict policy forbids', () => {
    const svg = drawDiagram(diagram, { width: 600 });
    expect(all(diagram, 'title')[0]?.textContent).toBe(diagram.title);
    expect(all(diagram, 'desc')[0]?.textContent).toBe(diagram.alt);
    expect(svg).not.toMatch(/style|script|href|url\((?!#hatch)/);
    const greys = [...svg.matchAll(/(?:fill|stroke)="#(\w+)"/g)].map(([, grey = '']) => grey);
    expect(greys.length).toBeGreaterThan(3);
    expect(greys.filter((grey) => !/^(.)\1+$/.test(grey))).toEqual([]);
    expect(drawDiagram(diagram, { width: 600 })).toBe(svg);
  });

  it('[DG1] is drawn as it says by a program that draws such pictures', () => {
    const svg = drawDiagram(diagram, { width: 600 });
    const picture = new Resvg(svg).render();
    expect(picture.width).toBe(600);
    expect(Math.abs(picture.height - 600 * shapeOf(svg))).toBeLessThanOrEqual(1);
  });

  it('[DG1] holds everything inside its edges', () => {
    const [, , width = 0, height = 0] = (all(diagram, 'svg')[0]?.getAttribute('viewBox') ?? '').split(' ').map(Number);
    for (const text of all(diagram, 'text')) {
      expect(numberOf(text, 'x')).toBeLessThanOrEqual(width);
      expect(numberOf(text, 'y')).toBeLessThanOrEqual(height);
    }
  });
});

it('[DG2] has names on the left, words at the ends of bars and no bar where nothing was measured', () => {
  const drawn = all(bars, 'rect').filter((rect) => rect.getAttribute('height') === '15');
  expect(drawn).toHaveLength(3);
  const [first, , mean] = drawn;
  expect(first?.getAttribute('fill')).toBe('url(#hatch)');
  expect(mean?.getAttribute('fill')).toBe('#fff');
  const words = all(bars, 'text').find((text) => text.textContent === '76,20 %');
  expect(numberOf(words, 'x')).toBeCloseTo(numberOf(first, 'x') + numberOf(first, 'width') + 8, 1);
  const names = all(bars, 'text').filter((text) => text.getAttribute('text-anchor') === 'end');
  expect(names.map((name) => name.textContent)).toEqual(['Первая школа', '«Вторая» & <третья>', 'Гимназия', 'Среднее']);
  expect(names.every((name) => numberOf(name, 'x') < numberOf(first, 'x'))).toBe(true);
  expect(textsIn(bars)).toContain('70\u00a0%');
});

it('[DG2] cuts a name that would push the bars aside, and says so', () => {
  const long = 'Муниципальное бюджетное общеобразовательное учреждение «Школа № 1»';
  const [name] = textsIn({ ...bars, rows: [{ name: long, value: 1, words: '1' }] }).filter((text) =>
    text.endsWith('…'),
  );
  expect(long.startsWith((name ?? '').slice(0, -1))).toBe(true);
});

it('[DG3] leaves a gap where a month was not told, and says what each line means', () => {
  const grey = all(lines, 'path').filter((path) => path.getAttribute('stroke') === '#aaa');
  expect(grey[0]?.getAttribute('d')?.match(/M/g)).toHaveLength(2);
  expect(grey[0]?.getAttribute('d')).not.toContain('L');
  expect(textsIn(lines)).toEqual(expect.arrayContaining(['среднее', 'наименьшее', 'наибольшее', 'цель', 'сен 16']));
});

it('[DG4] climbs to the number delivered last and shows the last day', () => {
  expect(textsIn(steps)).toEqual(expect.arrayContaining(['6', '4', '26.06', '10.07']));
});

it('[DG5] draws parts by their share, each with its number and meaning', () => {
  const [ready, not] = all(stacked, 'rect').filter((rect) => rect.getAttribute('height') === '20');
  expect(numberOf(ready, 'width')).toBeCloseTo(3 * numberOf(not, 'width'), 1);
  expect(textsIn(stacked)).toEqual(expect.arrayContaining(['3', '1', 'готова', 'не готова']));
});
