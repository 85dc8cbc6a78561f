import type { Json } from '../../core/json.ts';
import { propertiesOf } from '../../core/submission/answer.ts';
import type { Registers } from '../../core/submission/registers.ts';

export const paperPath = '-/paper';
export const letterheadPath = '-/paper#letterhead';

export const paperFonts = ['Times New Roman', 'PT Astra Serif', 'Liberation Serif', 'Arial', 'Calibri'] as const;
type PaperFont = (typeof paperFonts)[number];
export const marginSides = ['top', 'right', 'bottom', 'left'] as const;
type MarginSide = (typeof marginSides)[number];

/** What the documents of a municipality look like; what is absent is as the program has it. */
export type PaperSettings = {
  font?: PaperFont;
  /** points */
  size?: number;
  /** millimetres */
  margins?: Partial<Record<MarginSide, number>>;
  /** lines under the letterhead's picture */
  letterhead?: string;
  /** lines above the signature: who signs, one a line */
  signature?: string;
};

/** The picture of a letterhead, scaled down before it was stored. */
export type LetterheadPicture = {
  type: 'image/png' | 'image/jpeg';
  /** pixels */
  width: number;
  height: number;
  base64: string;
};

/** RE9: least and most of every figure: what still prints and reads. */
export const paperLimits = { size: [10, 16], margins: [5, 40] } as const;

/** RE9: what was set; a font, size or margin outside of what prints is left out. */
export function paperSettingsOf(officeRegisters: Registers): PaperSettings {
  const { font, size, margins, letterhead, signature } = propertiesOf(
    officeRegisters.get(paperPath)?.[0]?.value ?? null,
  );
  const known = paperFonts.find((one) => one === font);
  const sides = marginSides.flatMap((side): [MarginSide, number][] => {
    const margin = within(propertiesOf(margins ?? null)[side], paperLimits.margins);
    return margin === null ? [] : [[side, margin]];
  });
  const points = within(size, paperLimits.size);
  return {
    ...(known ? { font: known } : {}),
    ...(points === null ? {} : { size: points }),
    margins: Object.fromEntries(sides),
    ...(typeof letterhead === 'string' && letterhead !== '' ? { letterhead } : {}),
    ...(typeof signature === 'string' && signature !== '' ? { signature } : {}),
  };
}

const within = (value: Json | undefined, [least, most]: readonly [number, number]): number | null =>
  typeof value === 'number' && value >= least && value <= most ? value : null;

/** What the register of these settings holds. */
export const paperValueOf = ({ margins = {}, ...settings }: PaperSettings): Json => ({
  ...settings,
  margins: { ...margins },
});

/** so long may one text of a value be (RV4) */
const textLength = 4000;

/** RE9: a picture as a value holds it: in texts short enough for a revision. */
export function letterheadValueOf({ base64, ...picture }: LetterheadPicture): Json {
  const parts: string[] = [];
  for (let at = 0; at < base64.length; at += textLength) parts.push(base64.slice(at, at + textLength));
  return { ...picture, parts };
}

/** The same read back; null: there is none, or it is not whole. */
export function letterheadOf(officeRegisters: Registers): LetterheadPicture | null {
  const { type, width, height, parts } = propertiesOf(officeRegisters.get(letterheadPath)?.[0]?.value ?? null);
  if (type !== 'image/png' && type !== 'image/jpeg') return null;
  if (typeof width !== 'number' || typeof height !== 'number' || !Array.isArray(parts)) return null;
  const texts: readonly Json[] = parts;
  const base64 = texts.filter((part) => typeof part === 'string').join('');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(base64) ? { type, width, height, base64 } : null;
}
