const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? '');

export type Attributes = Readonly<Record<string, string | number | undefined>>;

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [` ${name}="${typeof value === 'number' ? shortNumber(value) : escaped(value)}"`],
    )
    .join('');

const shortNumber = (value: number): string => String(Math.round(value * 100) / 100);

/** One element; its looks are attributes, for a strict policy allows no style in it. */
export const shape = (name: string, attributes: Attributes, inside = ''): string =>
  `<${name}${attributesOf(attributes)}${inside === '' ? '/>' : `>${inside}</${name}>`}`;

/** A line of text; `x`, `y` of its baseline. */
export const words = (text: string, attributes: Attributes): string => shape('text', attributes, escaped(text));

/** A path through points; a gap (null) begins it anew. */
export function pathOf(points: readonly (readonly [number, number] | null)[]): string {
  let isDown = false;
  const steps = points.map((point) => {
    const step = point ? `${isDown ? 'L' : 'M'}${shortNumber(point[0])} ${shortNumber(point[1])}` : '';
    isDown = point !== null;
    return step;
  });
  return steps.join('');
}

export const fontSize = 13;
const letter = 0.6;

/** About how wide a text is, in units of the picture: enough room in any typeface. */
export const widthOf = (text: string, size = fontSize): number => text.length * size * letter;

/** A text of at most this width; what is cut ends in «…». */
export function clipped(text: string, width: number): string {
  const letters = Math.max(1, Math.floor(width / (fontSize * letter)));
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}

const hatch = shape(
  'pattern',
  { id: 'hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
  shape('rect', { width: 6, height: 6, fill: '#fff' }) + shape('rect', { width: 3, height: 6, fill: '#000' }),
);

/** A whole picture: white, in a typeface every system has, with its words for those who do not see it. */
export function picture({ title, alt, width, height }: PictureSize, inside: string): string {
  const content =
    shape('title', {}, escaped(title)) +
    shape('desc', {}, escaped(alt)) +
    shape('defs', {}, hatch) +
    shape('rect', { width, height, fill: '#fff' }) +
    inside;
  return shape(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      viewBox: `0 0 ${shortNumber(width)} ${shortNumber(height)}`,
      width,
      height,
      'font-family': 'Arial, Liberation Sans, DejaVu Sans, sans-serif',
      'font-size': fontSize,
      fill: '#000',
    },
    content,
  );
}

type PictureSize = { title: string; alt: string; width: number; height: number };
