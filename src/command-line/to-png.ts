import { Resvg } from '@resvg/resvg-js';

/** A drawn picture in so many dots across, in the typefaces of this machine. */
export const toPng = async (svg: string, width: number): Promise<Uint8Array> =>
  new Uint8Array(new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng());
