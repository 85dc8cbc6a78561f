import { smallestTable } from './fit-section.ts';
import { paper } from './paper.ts';

/** Every half point from the smallest table to the largest text. */
const sizes = Array.from(
  { length: 2 * (paper.flow.size - smallestTable) + 1 },
  (_, index) => smallestTable + index / 2,
);
/** The class of a section or table whose text has this size in points: 8.5 → `pt85`. */
export const sizeClass = (size: number): string => `pt${size * 10}`;

const margins = ({ top, right, bottom, left }: typeof paper.flow.margin): string =>
  `${top}mm ${right}mm ${bottom}mm ${left}mm`;
const pageRule = (name: string, size: string, margin: string): string =>
  `@page ${name}{size:${size};margin:${margin};@bottom-right{content:counter(page);font:8pt serif}}`;

/** The only style of a written page. Its hash stands beside it, so a change shows as a failing test that tells the new hash. */
export const htmlStyle = [
  `body{margin:0;background:#fff;color:#000;font-family:"${paper.font}","Liberation Serif",serif;line-height:1.2}`,
  'section{box-sizing:border-box;max-width:210mm;margin:0 auto;padding:10mm 13mm;overflow-wrap:anywhere}',
  'section.landscape,section.a3{max-width:297mm}section.landscape.a3{max-width:420mm}',
  ...sizes.map((size) => `.${sizeClass(size)}{font-size:${size}pt}`),
  'h1{font-size:1.3em;text-align:center;margin:0 0 .5em}h2{font-size:1.1em;margin:.6em 0 .25em;break-after:avoid}',
  'p{margin:0 0 .35em;white-space:pre-line}.large{font-size:1.17em;font-weight:700}',
  'table{width:100%;border-collapse:collapse;table-layout:fixed;margin:0 0 .5em}',
  `th,td{border:1px solid #000;padding:.1em .35em;text-align:left;vertical-align:top;white-space:pre-line}thead th{background:#${paper.shade}}`,
  'thead th{text-align:center;vertical-align:middle}thead .running{text-align:left;font-size:1.09em}thead .numbers td{text-align:center}.turned span{display:inline-block;writing-mode:vertical-rl;transform:rotate(180deg);max-height:12em;text-align:left}.end{text-align:right}.keep{white-space:nowrap}',
  `.across th{background:#${paper.shade}}.across{break-after:avoid}tr,.box,.sign{break-inside:avoid}.total td{font-weight:700}.by-hand td{box-sizing:border-box;height:8mm}`,
  `svg{display:block;width:100%;height:.7em}.track{fill:#fff;stroke:#000}.bar{fill:#${paper.bar}}svg.diagram{max-width:100%;height:auto;margin:.4em 0;break-inside:avoid}caption{text-align:right;margin:.4em 0 .2em;break-after:avoid}`,
  'dl{display:grid;grid-template-columns:minmax(35%,min-content) minmax(0,1fr);column-gap:.5em;margin:0 0 .5em}dt{overflow-wrap:break-word}dd{margin:0;font-weight:700;white-space:pre-line}',
  '.box{box-sizing:border-box;margin:0 0 .5em;padding:.4em .6em;border:2px solid #000}ul{margin:0 0 .5em;padding-left:1.2em}li{white-space:pre-line}',
  '.sides{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1em}',
  '.tick{display:inline-block}.square{display:inline-block;width:.7em;height:.7em;border:1px solid #000;margin-right:.3em}',
  '.line{display:inline-block;min-width:6em;border-bottom:1px solid #000}',
  '.write{display:flex;gap:1em;margin:.8em 0 .4em}.write span{flex:1;display:flex;gap:.4em}.write i{flex:1;border-bottom:1px solid #000}',
  '.sign{display:flex;gap:1em;margin:1em 0 .4em;align-items:baseline}.sign b{flex:0 0 28%;font-weight:400}',
  '.sign i{flex:1;border-top:1px solid #000;margin-top:1.2em;text-align:center;font-size:.8em;font-style:normal}',
  'footer{display:flex;justify-content:space-between;gap:2em;margin-top:1em;padding-top:.2em;border-top:1px solid #000;font-size:.8em}footer b,footer span+span{white-space:nowrap}',
  '@media print{section{max-width:none;margin:0;padding:0}section+section{break-before:page}',
  ...(['portrait', 'landscape'] as const).flatMap((page) => [
    `.${page}.flow{page:${page}}.${page}.one-page{page:${page}-one}.${page}.a3{page:${page}-a3}`,
  ]),
  '}',
  ...(['portrait', 'landscape'] as const).flatMap((page) => [
    pageRule(page, `A4 ${page}`, margins(paper.flow.margin)),
    pageRule(`${page}-one`, `A4 ${page}`, margins(paper.onePage.margin)),
    pageRule(`${page}-a3`, `A3 ${page}`, margins(paper.flow.margin)),
  ]),
].join('\n');

/** SHA-256 of the style, as a policy writes it. */
export const htmlStyleHash = 'sha256-nAutguhvKrlb7t1VZqHDsjIYpbA/2S2X9kbd+CEPEwo=';
