import { nextChain } from '../../core/sync/chain.ts';
import { DamagedRow, type Reader } from './engine.ts';
import { readHistory, sha256 } from './histories.ts';

export type HistoryCheck = {
  history: string;
  rows: number;
  chain: string;
  fault: 'hole' | 'chain' | 'row' | 'ids' | null;
};

/** ES4: every row of every history is read, its id and chain value computed anew and compared with what stands there. */
export async function verifyStore(reader: Reader): Promise<HistoryCheck[]> {
  const histories = await reader.selectFrom('histories').select('history').orderBy('history').execute();
  const checks: HistoryCheck[] = [];
  for (const { history } of histories) checks.push(await verifyHistory(reader, history));
  return checks;
}

async function verifyHistory(reader: Reader, history: string): Promise<HistoryCheck> {
  const table = await readHistory(reader, history);
  const head = table?.head ?? { seq: 0, chain: '' };
  const found = (fault: HistoryCheck['fault']) => ({ history, rows: head.seq, chain: head.chain, fault });
  let chain = (await table?.chainAt(0)) ?? '';
  for (let first = 1; table && first <= head.seq; first += 256) {
    const last = Math.min(head.seq, first + 255);
    try {
      const rows = await table.rows(first, last);
      if (rows.length !== last - first + 1) return found('hole');
      const seqs = await table.seqsOf(rows.map(({ revision }) => revision.id));
      for (const { seq, revision } of rows) {
        if (seqs.get(revision.id) !== seq) return found('ids');
        chain = nextChain(chain, revision.id, sha256);
      }
      if ((await table.chainAt(last)) !== chain) return found('chain');
    } catch (error) {
      if (error instanceof DamagedRow) return found('row');
      throw error;
    }
  }
  return found(chain === head.chain ? null : 'chain');
}
