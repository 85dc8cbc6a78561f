import { h, type VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Shape } from '../../diagrams/shape.ts';
import type { Diagram } from '../../reports/diagram.ts';

/** DG1: a diagram as elements of the page, so nothing is parsed; its drawer is loaded only where a report has one. `width`: in its own units. */
export function DiagramView({ diagram, width = 680 }: { diagram: Diagram; width?: number }) {
  const [drawn, setDrawn] = useState<Shape | null>(null);
  useEffect(() => {
    let isGone = false;
    void import('../../diagrams/draw-diagram.ts').then(({ diagramShape }) => {
      if (!isGone) setDrawn(diagramShape(diagram, { width }));
    });
    return () => {
      isGone = true;
    };
  }, [diagram, width]);
  return drawn ? elementOf(drawn) : <p>{diagram.alt}</p>;
}

const elementOf = ({ tag, attributes, children }: Shape): VNode =>
  h(tag, attributes, ...children.map((child) => (typeof child === 'string' ? child : elementOf(child))));
