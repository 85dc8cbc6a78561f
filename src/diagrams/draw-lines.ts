import type { DiagramLines } from '../reports/diagram.ts';
import { diagramTexts } from '../texts/diagrams.ts';
import { pathOf, picture, shape, widthOf, words } from './svg.ts';

const topRoom = 14;
const plotHeight = 240;
const axisRoom = 24;
const legendHeight = 22;
const gap = 8;

/** DG3: every school a thin grey line, the mean bold with points, lowest and highest dashed, the target dotted; what each means stands below. */
export function drawLines(diagram: DiagramLines, width: number): string {
  const { title, alt, columns, series, mean, lowest, highest, from, to, target } = diagram;
  const steps = Array.from({ length: 5 }, (_, at) => from + ((to - from) * at) / 4);
  const figure = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');
  const left = Math.max(...steps.map((step) => widthOf(figure(step)))) + gap;
  const right = width - widthOf(columns.at(-1) ?? '') / 2 - gap;
  const bottom = topRoom + plotHeight;
  const xOf = (at: number): number => left + ((right - left) * (at + 0.5)) / Math.max(1, columns.length);
  const yOf = (value: number): number =>
    bottom - (plotHeight * (Math.min(to, Math.max(from, value)) - from)) / (to - from || 1);
  const line = (values: readonly (number | null)[], looks: Readonly<Record<string, string | number>>): string => {
    const points = values.map((value, at) => (value === null ? null : ([xOf(at), yOf(value)] as const)));
    return shape('path', { d: pathOf(points), fill: 'none', 'stroke-linejoin': 'round', ...looks });
  };
  const grid = steps.map(
    (step) =>
      shape('path', { d: `M${left} ${yOf(step)}H${right}`, stroke: '#ccc' }) +
      words(figure(step), { x: left - gap / 2, y: yOf(step) + 4, 'text-anchor': 'end', 'font-size': 12 }),
  );
  const sparse = Math.max(1, Math.ceil((columns.length * widthOf('сен 16__', 12)) / Math.max(1, right - left)));
  const names = columns.map((name, at) =>
    at % sparse === 0 ? words(name, { x: xOf(at), y: bottom + 16, 'text-anchor': 'middle', 'font-size': 12 }) : '',
  );
  const dots = mean.map((value, at) =>
    value === null ? '' : shape('circle', { cx: xOf(at), cy: yOf(value), r: 3, fill: '#000' }),
  );
  const looks = {
    school: { stroke: '#aaa', 'stroke-width': 1 },
    mean: { stroke: '#000', 'stroke-width': 3 },
    lowest: { stroke: '#000', 'stroke-width': 1.4, 'stroke-dasharray': '7 4' },
    highest: { stroke: '#000', 'stroke-width': 1.4, 'stroke-dasharray': '12 3 2 3' },
    target: { stroke: '#000', 'stroke-width': 1.4, 'stroke-dasharray': '2 3' },
  };
  const plot = [
    ...grid,
    ...series.map(({ values }) => line(values, looks.school)),
    target === undefined ? '' : shape('path', { d: `M${left} ${yOf(target)}H${right}`, ...looks.target }),
    line(lowest, looks.lowest),
    line(highest, looks.highest),
    line(mean, looks.mean),
    ...dots,
    ...names,
  ];
  const legend: [string, Readonly<Record<string, string | number>>][] = [
    [diagramTexts.mean, looks.mean],
    [diagramTexts.highest, looks.highest],
    [diagramTexts.lowest, looks.lowest],
    [diagramTexts.school, looks.school],
    ...(target === undefined ? [] : [[diagramTexts.target, looks.target] as [string, typeof looks.target]]),
  ];
  const perRow = Math.max(1, Math.floor(width / 200));
  const keys = legend.map(([text, look], at) => {
    const x = left + (at % perRow) * 200;
    const y = bottom + axisRoom + legendHeight * Math.floor(at / perRow) + 10;
    return shape('path', { d: `M${x} ${y - 4}H${x + 32}`, ...look }) + words(text, { x: x + 40, y, 'font-size': 12 });
  });
  const height = bottom + axisRoom + legendHeight * Math.ceil(legend.length / perRow) + 4;
  return picture({ title, alt, width, height }, [...plot, ...keys].join(''));
}
