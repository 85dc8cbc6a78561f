import { useMemo } from 'preact/hooks';
import type { Board } from '../../../reports/board/board.ts';
import { deliveriesByDay } from '../../../reports/board/deliveries.ts';
import { DiagramView } from '../../paper/diagram-view.tsx';

const width = 300;

/** BD4: how many schools had submitted by each day, against the last one; the sentence under it says the same. */
export function DeliveriesCard({ board }: { board: Board }) {
  const diagram = useMemo(() => deliveriesByDay(board), [board]);
  if (!diagram) return null;
  return (
    <section class="stack tight" aria-label={diagram.title}>
      <DiagramView diagram={diagram} width={width} />
      <p class="s">{diagram.alt}</p>
    </section>
  );
}
