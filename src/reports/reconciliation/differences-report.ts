import type { Place } from '../../core/places/place.ts';
import type { KeptList, ListRow } from '../../core/reconciliation/brought-list.ts';
import { agreementOf, type LineStanding, type Reconciliation } from '../../core/reconciliation/reconcile-list.ts';
import { broughtListTexts as texts } from '../../texts/brought-lists.ts';
import { dateText } from '../../texts/numbers.ts';
import type { Block, Cell, ReportDocument } from '../report-document.ts';

export type ReconciledList = { list: KeptList; reconciliation: Reconciliation };

type DifferenceClass = keyof typeof texts.kinds;
export type DifferenceLine = {
  of: DifferenceClass;
  row: number | null;
  inList: string;
  inNetwork: string;
  note: string;
};

const lineText = ({ name, address }: ListRow): string => [name, address].filter(Boolean).join(', ');
const schoolText = ({ shortName, address }: Place): string => [shortName, address].filter(Boolean).join(', ');

/** RC7, RC9: every line of a list in the words of its class, and the schools it lacks, of a list that is whole; the same for screen and paper. */
export function differenceLines({ list, reconciliation: { lines, missing } }: ReconciledList): DifferenceLine[] {
  return [
    ...lines.map(wordsOf),
    ...(list.isWhole ? missing : []).map(
      (school): DifferenceLine => ({ of: 'missing', row: null, inList: '', inNetwork: schoolText(school), note: '' }),
    ),
  ];
}

function wordsOf(line: LineStanding): DifferenceLine {
  const stood = { row: line.row.row, inList: lineText(line.row) };
  if (line.kind === 'foreign')
    return { of: 'foreign', ...stood, inNetwork: '', note: line.decided ? texts.saidNone : '' };
  if (line.kind === 'doubtful')
    return { of: 'doubtful', ...stood, inNetwork: line.candidates.map(schoolText).join('; '), note: '' };
  const inNetwork = schoolText(line.school);
  const said = line.decided ? [texts.said] : [];
  if (line.kind === 'twice')
    return { of: 'twice', ...stood, inNetwork, note: [texts.twiceOf(line.first), ...said].join(', ') };
  const notes = [...line.differs.map((part) => texts.differsIn[part]), ...said];
  return { of: line.differs.length > 0 ? 'differs' : 'met', ...stood, inNetwork, note: notes.join(', ') };
}

/** RC5, RC9: a row a municipality, a cell a list, the last row all together; a list that has not come whole is not counted. */
export function agreementRows(
  lists: readonly ReconciledList[],
  network: readonly Place[],
  places: readonly Place[],
): string[][] {
  const names = new Map(places.map(({ id, kind, shortName }) => [id, kind === 'region' ? texts.direct : shortName]));
  const counted = lists.map(({ list, reconciliation }) => (list.isWhole ? agreementOf(reconciliation, network) : null));
  const parents = [...new Set(network.map(({ parent }) => parent))];
  return [
    ...parents.map((parent) => [
      names.get(parent ?? '') ?? texts.direct,
      ...counted.map((one) => (one ? texts.of(one.get(parent)?.found ?? 0, one.get(parent)?.of ?? 0) : texts.notWhole)),
    ]),
    [
      texts.total,
      ...lists.map(({ list, reconciliation: { missing } }) =>
        list.isWhole ? texts.of(network.length - missing.length, network.length) : texts.notWhole,
      ),
    ],
  ];
}

/** RC7: the differences of every list, as a document; an xlsx has a sheet for every table. */
export function differencesReport(
  lists: readonly ReconciledList[],
  network: readonly Place[],
  places: readonly Place[],
): ReportDocument {
  const rows = agreementRows(lists, network, places);
  const footer = { left: texts.footer, right: '' };
  const agreement: Block = {
    kind: 'table',
    running: texts.title,
    columns: [{ title: texts.municipality }, ...lists.map(({ list }) => ({ title: list.title }))],
    rows: rows.slice(0, -1),
    total: rows.at(-1) ?? [],
  };
  return {
    title: texts.title,
    page: 'landscape',
    sections: [
      { title: texts.title, fit: 'flow', blocks: [agreement], footer },
      ...lists.map((one) => ({ title: one.list.title, fit: 'flow' as const, blocks: listBlocks(one), footer })),
    ],
  };
}

function listBlocks(one: ReconciledList): Block[] {
  const { list } = one;
  const { heads, kinds } = texts;
  const cells = ({ of, row, inList, inNetwork, note }: DifferenceLine): Cell[] => [
    kinds[of],
    row === null ? '' : { number: row, digits: 0 },
    inList,
    inNetwork,
    note,
  ];
  const said = [list.from, list.asOf === '' ? '' : dateText(list.asOf)].filter(Boolean).join(', ');
  return [
    ...(said === '' ? [] : [{ kind: 'paragraph' as const, text: said }]),
    ...(list.isWhole ? [] : [{ kind: 'paragraph' as const, text: texts.partly(list.rows.length) }]),
    {
      kind: 'table',
      columns: [
        { title: heads.class, width: 18 },
        { title: heads.row, width: 8, align: 'end' },
        { title: heads.inList, width: 30 },
        { title: heads.inNetwork, width: 30 },
        { title: heads.note, width: 14 },
      ],
      rows: differenceLines(one).map(cells),
    },
  ];
}
