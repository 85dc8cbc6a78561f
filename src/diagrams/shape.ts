/** One element of a drawing: built by the drawers, written as SVG text or shown by the program. */
export type Shape = {
  tag: string;
  attributes: Readonly<Record<string, string | number>>;
  children: readonly (Shape | string)[];
};

export const shape = (tag: string, attributes: Shape['attributes'], ...children: Shape['children']): Shape => ({
  tag,
  attributes,
  children,
});

/** A drawing and its height, both in pixels at 96 to the inch. */
export type Drawing = { shapes: Shape[]; height: number };

export const fontSize = 12;
/** Typefaces differ: a letter is taken for a little wider than in most of them. */
const letterWide = 7.2;
export const wideOf = (text: string): number => text.length * letterWide;

/** A text cut to a width, with a sign that it was. */
export const cutTo = (text: string, width: number): string =>
  wideOf(text) <= width ? text : `${text.slice(0, Math.max(1, Math.floor(width / letterWide) - 1)).trimEnd()}…`;

/** A text in lines no wider than this, broken between words, at most so many; what is left over is cut from the last. */
export function wrapTo(text: string, width: number, most = 2): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = `${last ?? ''} ${word}`;
    if (last !== undefined && (wideOf(longer) <= width || lines.length === most)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => cutTo(line, width));
}

export const ink = '#000000';
export const soft = '#595959';
export const pale = '#bfbfbf';

type WordsLook = { anchor?: 'start' | 'middle' | 'end'; bold?: boolean; halo?: boolean; fill?: string };

/** Words whose middle stands at the height `y`. */
export const words = (text: string, x: number, y: number, look: WordsLook = {}): Shape =>
  shape(
    'text',
    {
      x: rounded(x),
      y: rounded(y + fontSize * 0.36),
      'text-anchor': look.anchor ?? 'start',
      fill: look.fill ?? ink,
      ...(look.halo && { stroke: '#ffffff', 'stroke-width': 4, 'paint-order': 'stroke' }),
      ...(look.bold && { 'font-weight': 700 }),
    },
    text,
  );

type LineLook = { width?: number; dash?: string; colour?: string };

/** A line through points; a single one is a short dash, so that it can be seen. */
export function stroke(points: readonly (readonly [number, number])[], look: LineLook = {}): Shape {
  const [first] = points;
  const seen =
    first && points.length === 1 ? [[first[0] - 3, first[1]] as const, [first[0] + 3, first[1]] as const] : points;
  return shape('polyline', {
    points: seen.map(([x, y]) => `${rounded(x)},${rounded(y)}`).join(' '),
    fill: 'none',
    stroke: look.colour ?? ink,
    'stroke-width': look.width ?? 1,
    ...(look.dash && { 'stroke-dasharray': look.dash }),
  });
}

export const rounded = (value: number): number => Math.round(value * 100) / 100;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');

/** DG1: a shape as SVG text: every word escaped, attributes alone, no style. */
export const svgText = (drawn: Shape): string => {
  const attributes = Object.entries(drawn.attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const inside = drawn.children.map((child) => (typeof child === 'string' ? escaped(child) : svgText(child)));
  return `<${drawn.tag}${attributes.join('')}>${inside.join('')}</${drawn.tag}>`;
};
