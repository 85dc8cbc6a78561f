import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { commandTexts } from '../texts/command-line.ts';
import { say } from './say.ts';

/** A drawn picture in so many dots across, in the typefaces of this machine; where it has none, that is said once. */
export const toPng = async (svg: string, width: number): Promise<Uint8Array> => {
  sayWhenNoTypeface();
  return new Uint8Array(new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng());
};

/** DG6: whether words in a picture would be seen: without a typeface they are left out, and nothing else tells of it. */
export function drawsWords(options: ResvgRenderOptions = {}): boolean {
  const word =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text y="30" font-size="30">Ж</text></svg>';
  return new Resvg(word, options).render().pixels.some((part) => part > 0);
}

let isLookedAt = false;

function sayWhenNoTypeface(): void {
  if (!isLookedAt && !drawsWords()) say(commandTexts.noTypeface);
  isLookedAt = true;
}
