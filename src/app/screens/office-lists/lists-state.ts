import { sha256 } from '@noble/hashes/sha2.js';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Place } from '../../../core/places/place.ts';
import {
  type BroughtList,
  broughtListsOf,
  type KeptList,
  lineDecisionsOf,
  linePathOf,
  lineValueOf,
  listEntriesOf,
  listPathOf,
} from '../../../core/reconciliation/brought-list.ts';
import { createReconciler } from '../../../core/reconciliation/reconcile-list.ts';
import type { Registers } from '../../../core/submission/registers.ts';
import type { ReconciledList } from '../../../reports/reconciliation/differences-report.ts';
import { useOffice } from '../../office/office.ts';
import { inSlices } from '../../slices.ts';

/** RC1–RC5: the lists this office keeps, each beside its schools, and what is written of them. */
export function useLists() {
  const { places, place, registersOf, officeHistory, bring, write } = useOffice();
  const known = places.value;
  const registers = registersOf(officeHistory).value;
  const network = useMemo(() => known.filter(({ kind }) => kind === 'school'), [known]);
  const kept = useMemo(() => broughtListsOf(registers), [registers]);
  const { lists, isReading } = useReconciled(kept, registers, known, network);
  return {
    place,
    places: known,
    network,
    kept,
    /** those that are beside the schools by now; what stood there before stays until then */
    lists,
    isReading,
    saveList: (list: BroughtList) => bring('import', officeHistory, listEntriesOf(list, sha256)),
    bringBack: ({ id, head }: KeptList) => write(officeHistory, listPathOf(id), head),
    removeList: (id: string) => write(officeHistory, listPathOf(id), null),
    /** undefined takes a decision back */
    decide: (listId: string, lineKey: string, school: string | null | undefined) =>
      write(
        officeHistory,
        linePathOf(listId, lineKey, sha256),
        school === undefined ? null : lineValueOf(lineKey, school),
      ),
  };
}

export type Lists = ReturnType<typeof useLists>;

/** OF3: lines are met with schools a slice at a time. */
function useReconciled(
  kept: readonly KeptList[],
  registers: Registers,
  places: readonly Place[],
  network: readonly Place[],
): { lists: readonly ReconciledList[]; isReading: boolean } {
  const reconciler = useMemo(() => createReconciler(places, network), [places, network]);
  const [done, setDone] = useState<{ of: readonly KeptList[]; lists: readonly ReconciledList[] }>({
    of: [],
    lists: [],
  });
  useEffect(() => {
    let isStale = false;
    const rows = kept.flatMap((list) => list.rows);
    void inSlices(rows, reconciler.meet, () => isStale).then((isMet) => {
      if (!isMet) return;
      const reconciled = (list: KeptList): ReconciledList => ({
        list,
        reconciliation: reconciler.reconcile(list.rows, lineDecisionsOf(registers, list.id)),
      });
      setDone({ of: kept, lists: kept.map(reconciled) });
    });
    return () => {
      isStale = true;
    };
  }, [kept, reconciler]);
  return { lists: done.lists, isReading: done.of !== kept };
}
