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

/** RC7: every line of a list in the words of its class, and the schools it lacks; the same for screen and paper. */
export function differenceLines({ lines, missing }: Reconciliation): DifferenceLine[] {
  return [
    ...lines.map(wordsOf),
    ...missing.map(
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
  if (line.kind === 'twice') return { of: 'twice', ...stood, inNetwork, note: texts.twiceOf(line.first) };
  const notes = [...line.differs.map((part) => texts.differsIn[part]), ...(line.decided ? [texts.said] : [])];
  return { of: line.differs.length > 0 ? 'differs' : 'met', ...stood, inNetwork, note: notes.join(', ') };
}

/** RC5: a row a municipality, a cell a list, the last row all together. */
export function agreementRows(
  lists: readonly ReconciledList[],
  network: readonly Place[],
  places: readonly Place[],
): string[][] {
  const names = new Map(places.map(({ id, kind, shortName }) => [id, kind === 'region' ? texts.direct : shortName]));
  const counted = lists.map(({ reconciliation }) => agreementOf(reconciliation, network));
  const parents = [...new Set(network.map(({ parent }) => parent))];
  const lacking = lists.map(({ reconciliation }) => reconciliation.missing.length);
  return [
    ...parents.map((parent) => [
      names.get(parent ?? '') ?? texts.direct,
      ...counted.map((one) => texts.of(one.get(parent)?.found ?? 0, one.get(parent)?.of ?? 0)),
    ]),
    [texts.total, ...lacking.map((count) => texts.of(network.length - count, network.length))],
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

function listBlocks({ list, reconciliation }: ReconciledList): Block[] {
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
    {
      kind: 'table',
      columns: [
        { title: heads.class, width: 18 },
        { title: heads.row, width: 8, align: 'end' },
        { title: heads.inList, width: 30 },
        { title: heads.inNetwork, width: 30 },
        { title: heads.note, width: 14 },
      ],
      rows: differenceLines(reconciliation).map(cells),
    },
  ];
}
