import { sha256 } from '@noble/hashes/sha2.js';
import { useMemo } from 'preact/hooks';
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
import type { ReconciledList } from '../../../reports/reconciliation/differences-report.ts';
import { useOffice } from '../../office/office.ts';

/** RC1–RC5: the lists this office keeps, each beside its schools, and what is written of them. */
export function useLists() {
  const { places, place, registersOf, officeHistory, bring, write } = useOffice();
  const known = places.value;
  const registers = registersOf(officeHistory).value;
  const network = useMemo(() => known.filter(({ kind }) => kind === 'school'), [known]);
  const reconcile = useMemo(() => createReconciler(known, network), [known, network]);
  const lists = useMemo(
    () =>
      broughtListsOf(registers).map(
        (list): ReconciledList => ({ list, reconciliation: reconcile(list.rows, lineDecisionsOf(registers, list.id)) }),
      ),
    [registers, reconcile],
  );
  return {
    place,
    places: known,
    network,
    lists,
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
