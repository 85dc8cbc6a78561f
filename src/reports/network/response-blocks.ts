import { type System, systemTitle } from '../../core/systems/systems.ts';
import { networkTexts as texts } from '../../texts/network-report.ts';
import { dateText } from '../../texts/numbers.ts';
import type { Block, Cell } from '../report-document.ts';
import { byMunicipality, responseOf, systemsOf } from './network-figures.ts';
import { type NetworkInput, type NetworkMember, nameOf } from './network-input.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** How many sites there are, who reported by the due date, late and not at all, and by which systems they work. */
export function responseBlocks(input: NetworkInput): Block[] {
  const { network, inTime, late, undated, silent, sent } = responseOf(input);
  const said: string[] = [
    network === 0 ? texts.noNetwork : texts.network(network, input.hasRegister),
    ...networkSentences(input),
    ...(inTime.percent === null
      ? []
      : [texts.response(inTime.n, inTime.of, inTime.percent, input.due ? dateText(input.due) : '')]),
    ...(late.length > 0 ? [texts.late(namesOf(late), late.length)] : []),
    ...(undated.length > 0 ? [texts.undated(undated.length)] : []),
    ...(silent.length > 0 ? [texts.silent(namesOf(silent), silent.length)] : []),
    ...(input.outsiders.length > 0 ? [texts.outsiders(namesOf(input.outsiders), input.outsiders.length)] : []),
    texts.rounding,
  ];
  return [
    ...said.map((text): Block => ({ kind: 'paragraph', text })),
    ...(network > 0 ? [municipalitiesTable(input)] : []),
    ...(sent.length > 0 ? [systemsTable(input)] : []),
  ];
}

/** NR2: how the network has moved, and by which agreements its sites work, as far as the register tells. */
function networkSentences({ members, movement }: NetworkInput): string[] {
  const by = (agreement: 'three' | 'two') => members.filter(({ site }) => site?.agreement === agreement).length;
  const [three, two] = [by('three'), by('two')];
  return [
    ...(movement ? [texts.movement(movement.before, movement.left, movement.joined, members.length)] : []),
    ...(three + two > 0 ? [texts.byAgreement(three, two)] : []),
  ];
}

const namesOf = (members: readonly NetworkMember[]): string => members.map(nameOf).join(', ');

const number = (value: number): Cell => ({ number: value, digits: 0 });
const percent = (value: number | null): Cell =>
  value === null ? texts.nothing : { number: value, digits: 0, unit: '%' };
const figure = (width: number) => ({ width, align: 'end' }) as const;

function municipalitiesTable(input: NetworkInput): Table {
  const { network, inTime, sent } = responseOf(input);
  return {
    kind: 'table',
    running: texts.tables.municipalities,
    columns: [
      { title: texts.municipality, width: 44 },
      { title: texts.inNetwork, ...figure(14) },
      { title: texts.sentInTime, ...figure(14) },
      { title: texts.shareOfNetwork, ...figure(14) },
      { title: texts.sent, ...figure(14) },
    ],
    rows: byMunicipality(input).map((one) => [
      one.name,
      number(one.inTime.of),
      number(one.inTime.n),
      percent(one.inTime.percent),
      number(one.sent),
    ]),
    total: [texts.total, number(network), number(inTime.n), percent(inTime.percent), number(sent.length)],
  };
}

function systemsTable(input: NetworkInput): Table {
  const systems = systemsOf(input);
  const all = systems.reduce((sum, { count }) => sum + count, 0);
  return {
    kind: 'table',
    running: texts.tables.systems,
    columns: [
      { title: texts.system, width: 56 },
      { title: texts.sitesHead, ...figure(22) },
      { title: texts.shareOfSent, ...figure(22) },
    ],
    rows: systems.map((one) => [systemName(input.systems, one.system), number(one.count), percent(one.percent)]),
    total: [texts.total, number(all), percent(100)],
  };
}

export const systemName = (systems: readonly System[], id: string | null): string =>
  id === null || id === '' ? texts.unknownSystem : systemTitle(systems, id);
