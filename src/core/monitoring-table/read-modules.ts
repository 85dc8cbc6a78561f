import type { Json } from '../json.ts';

/** CX7: modules written in one cell, «турникет (ООО «Вход») – 5 классов; столовая – 3»: one a line, or between semicolons or commas. */
export function readModules(text: string): Json[] {
  const lines = text.split(/\n|;/).filter((line) => line.trim() !== '');
  const parts = lines.length > 1 ? lines : text.split(/,(?![^(]*\))|;/);
  return parts.flatMap((part): Json[] => {
    const [, beside = ''] = /\(([^)]*)\)/.exec(part) ?? [];
    const vendor = /^[\d\s]*(кл\S*)?$/i.test(beside.trim()) ? '' : beside.trim();
    const classes =
      /(?:^|[\s(:–—])(\d{1,9})\s*(?:кл[\p{L}.]*)?[\s)]*$/u.exec(part)?.[1] ?? /(\d{1,9})\s*кл/u.exec(part)?.[1];
    const name = (part.split(/\(|:|\s[-–—]|[-–—]\s|\s\d+\s*(?:кл|$)/)[0] ?? '').trim();
    if (!/\p{L}{2}/u.test(name)) return [];
    return [
      { name, ...(vendor === '' ? {} : { vendor }), ...(classes === undefined ? {} : { classes: Number(classes) }) },
    ];
  });
}

/** CX7: the modules named beside a figure in its own cell, «5 (турникет, столовая)», «5: турникет»; none: only a figure with a word to it. */
export function modulesBeside(text: string): Json[] {
  const [, inside] = /^\D{0,12}\d[\d\s]*(?:кл[\p{L}.]*)?\s*\(([^)]*)\)\s*$/u.exec(text.trim()) ?? [];
  if (inside !== undefined) return readModules(inside);
  const [, after] = /^\s*\d[\d\s]*(?:кл[\p{L}.]*)?\s*[-–—:;,\n]\s*([\s\S]*)$/u.exec(text) ?? [];
  if (after !== undefined) return readModules(after);
  return /\p{L}{3,}[^\n;,]*[-–—:]\s*\d/u.test(text) ? readModules(text) : [];
}
