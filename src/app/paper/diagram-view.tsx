import { useEffect, useMemo } from 'preact/hooks';
import { drawDiagram } from '../../diagrams/draw-diagram.ts';
import type { Diagram } from '../../reports/diagram.ts';

const widthOnPaper = 600;

/** A diagram as a picture: text of a drawing may enter the page as an image only, for the policy lets nothing be written into it. */
export function DiagramView({ diagram, width = widthOnPaper }: { diagram: Diagram; width?: number }) {
  const address = useMemo(
    () => URL.createObjectURL(new Blob([drawDiagram(diagram, { width })], { type: 'image/svg+xml' })),
    [diagram, width],
  );
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return <img class="diagram" src={address} alt={`${diagram.title}. ${diagram.alt}`} />;
}
