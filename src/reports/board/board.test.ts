import { describe, expect, it } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import { type Answers, aFullSchool, campaign2017, readinessForm } from '../../../tests/fixtures/school-10.ts';
import { revisionsFrom } from '../../../tests/fixtures/school-10-revisions.ts';
import { linesOf } from '../../../tests/support/report-lines.ts';
import type { Json } from '../../core/json.ts';
import type { Revision } from '../../core/submission/revision.ts';
import { RevisionIndex } from '../../core/submission/revision-index.ts';
import { standingOf } from '../../core/verification/standing.ts';
import { type Board, type BoardSchool, boardOf } from './board.ts';
import { callList } from './call-list.ts';
import { type Call, callPathOf, callsOf, notedCalls, phoneOf, phonePathOf } from './calls.ts';
import { deliveriesByDay } from './deliveries.ts';

const campaign = { id: '2016-17', ...campaign2017, due: '2017-07-10' };
const day = { today: '2017-07-06', dayOf: (instant: string) => instant.slice(0, 10) };
const none = new Map<string, []>();

type Given = {
  answers?: Answers;
  /** status values with the instant they were written at, one after the other */
  status?: readonly (readonly [Json, string])[];
  extension?: string;
  contact?: Partial<BoardSchool['contact']>;
};

const submitted = { state: 'submitted', heads: '' };

function aSchool(id: string, { answers = {}, status = [], extension, contact = {} }: Given = {}): BoardSchool {
  const index = new RevisionIndex();
  index.add(revisionsFrom(answers));
  const write = (path: string, value: Json, at: string): Revision => {
    const made = aRevision({ path, value, at, seen: index.heads(path) });
    index.add([made]);
    return made;
  };
  for (const [value, at] of status) write('2016-17/status', value, at);
  if (extension) write('2016-17/extension', { due: extension, reason: 'нет связи' }, '2017-07-01T09:00:00+03:00');
  return {
    place: { id, kind: 'school', parent: 'm', name: `МБОУ «${id}»`, shortName: id, address: 'ул. Мира, 1' },
    standing: standingOf({ form: readinessForm, campaign, revisions: index.all(), sha256 }),
    contact: { lastSeen: '2017-07-06T05:00:00Z', unsent: 0, awaited: false, road: null, devices: 1, ...contact },
  };
}

const handedIn = (on: string, ...later: Json[]): Given => ({
  answers: aFullSchool(),
  status: [[submitted, `${on}T18:00:00+03:00`], ...later.map((one) => [one, '2017-07-06T10:00:00+03:00'] as const)],
});
const boardFor = (...schools: BoardSchool[]): Board => boardOf(schools, campaign, day);
const ids = (board: Board): string[] => board.rows.map(({ school }) => school.place.id);
const callsFor = (board: Board): Call[] => callsOf(board, none, day.today);

describe('the order of the board', () => {
  it('[BD1] goes from never opened over at work and returned to submitted and accepted', () => {
    const board = boardFor(
      aSchool('принята', handedIn('2017-07-01', { state: 'accepted' })),
      aSchool('сдала', handedIn('2017-07-05')),
      aSchool('на доработке', handedIn('2017-07-02', { state: 'returned', reason: 'нет актов' })),
      aSchool('заполняет', { answers: { 'K1-01': 'yes' } }),
      aSchool('не открывала'),
    );
    expect(ids(board)).toEqual(['не открывала', 'заполняет', 'на доработке', 'сдала', 'принята']);
    expect(board.counts).toEqual({ neverOpened: 1, filling: 1, returned: 1, submitted: 1, accepted: 1 });
    expect([board.submitted, board.daysLeft]).toEqual([3, 4]);
  });

  it('[BD1] puts among equals the late first, then the least filled, then the longest silent, then the list', () => {
    const silent = { lastSeen: '2017-07-01T05:00:00Z' };
    const board = boardOf(
      [
        aSchool('продлено', { answers: { 'K1-01': 'yes' }, extension: '2017-07-20' }),
        aSchool('почти всё', { answers: { 'K1-01': 'yes', 'K1-02': 'yes' } }),
        aSchool('на связи', { answers: { 'K1-01': 'yes' } }),
        aSchool('молчит', { answers: { 'K1-01': 'yes' }, contact: silent }),
        aSchool('тоже на связи', { answers: { 'K1-01': 'yes' } }),
      ],
      campaign,
      { ...day, today: '2017-07-11' },
    );
    expect(ids(board)).toEqual(['молчит', 'на связи', 'тоже на связи', 'почти всё', 'продлено']);
  });

  it('[BD1] lets the one that has waited longest for its check come first', () => {
    const board = boardFor(aSchool('вчера', handedIn('2017-07-05')), aSchool('давно', handedIn('2017-07-01')));
    expect(ids(board)).toEqual(['давно', 'вчера']);
  });
});

describe('who is late', () => {
  const isLate = (given: Given, today: string): boolean | undefined =>
    boardOf([aSchool('s', given)], campaign, { ...day, today }).rows[0]?.isLate;

  it('[BD2] is who has not submitted when the last day is over, and nobody on that day', () => {
    expect(isLate({}, '2017-07-10')).toBe(false);
    expect(isLate({}, '2017-07-11')).toBe(true);
  });

  it('[BD2] counts the day of submission, whenever it was delivered, and a later last day of its own', () => {
    expect(isLate(handedIn('2017-07-10'), '2017-08-01')).toBe(false);
    expect(isLate(handedIn('2017-07-11'), '2017-08-01')).toBe(true);
    expect(isLate({ ...handedIn('2017-07-11'), extension: '2017-07-15' }, '2017-08-01')).toBe(false);
    expect(isLate({ extension: '2017-07-15' }, '2017-07-15')).toBe(false);
  });

  it('[BD2] keeps the first day of work sent back, and counts work the school took back anew', () => {
    const again = (between: Json): Given => ({
      answers: aFullSchool(),
      status: [
        [submitted, '2017-07-09T18:00:00+03:00'],
        [between, '2017-07-10T10:00:00+03:00'],
        [submitted, '2017-07-14T18:00:00+03:00'],
      ],
    });
    expect(isLate(again({ state: 'returned', reason: 'нет актов' }), '2017-08-01')).toBe(false);
    expect(isLate(again({ state: 'draft' }), '2017-08-01')).toBe(true);
  });

  it('[BD2] calls nobody late whose day of submission an import does not tell', () => {
    const imported: Given = { answers: aFullSchool(), status: [[{ state: 'submitted' }, '2017-07-20T10:00:00+03:00']] };
    const [row] = boardOf([aSchool('s', imported)], campaign, { ...day, today: '2017-08-01' }).rows;
    expect([row?.isSubmitted, row?.submittedOn, row?.isLate]).toEqual([true, null, false]);
  });
});

describe('whom to call', () => {
  it('[BD3] names who never opened it and who is silent near the last day, with what to offer', () => {
    const calls = callsFor(
      boardFor(
        aSchool('без кода', { contact: { devices: 0, lastSeen: null } }),
        aSchool('молчит', {
          answers: { 'K1-01': 'yes' },
          contact: { lastSeen: '2017-06-30T08:00:00Z', unsent: 17 },
        }),
        aSchool('работает', { answers: { 'K1-01': 'yes' } }),
        aSchool('сдала', handedIn('2017-07-05')),
      ),
    );
    expect(calls.map(({ row, reason, offer }) => [row.school.place.id, reason, offer])).toEqual([
      ['без кода', 'neverOpened', 'code'],
      ['молчит', 'silent', 'stick'],
    ]);
  });

  it('[BD3] leaves schools in peace long before the last day, unless answers wait on a silent device', () => {
    const early = { ...day, today: '2017-06-20' };
    const silent = { lastSeen: '2017-06-10T08:00:00Z' };
    const schools = [
      aSchool('не открывала'),
      aSchool('молчит', { answers: { 'K1-01': 'yes' }, contact: silent }),
      aSchool('держит ответы', { answers: { 'K1-01': 'yes' }, contact: { ...silent, unsent: 3 } }),
    ];
    const calls = callsOf(boardOf(schools, campaign, early), none, early.today);
    expect(calls.map(({ row }) => row.school.place.id)).toEqual(['держит ответы']);
  });

  it('[BD3] names everyone whose last day is over, and nobody who was called today', () => {
    const late = { ...day, today: '2017-07-11' };
    const board = boardOf([aSchool('s', { answers: { 'K1-01': 'yes' } })], campaign, late);
    expect(callsOf(board, none, late.today).map(({ reason }) => reason)).toEqual(['late']);
    const noted = (on: string) => new Map([['s', [{ on, text: 'завтра' }]]]);
    expect(callsOf(board, noted('2017-07-10'), late.today)).toHaveLength(1);
    expect(callsOf(board, noted('2017-07-11'), late.today)).toEqual([]);
  });

  it('[BD3] reads calls and numbers the office wrote down, the newest call first', () => {
    const index = new RevisionIndex();
    const call = (on: string, nonce: string) =>
      aRevision({ path: callPathOf('2016-17', 's', nonce), value: { on, text: `звонок ${on}` } });
    index.add([call('2017-07-01', 'a'), call('2017-07-03', 'b'), call('2017-07-02', 'c')]);
    index.add([aRevision({ path: callPathOf('2015-16', 's', 'd'), value: { on: '2016-07-01', text: 'прошлый год' } })]);
    index.add([aRevision({ path: phonePathOf('s'), value: '2-31-07' })]);
    const registers = index.registers();
    const days = notedCalls(registers, '2016-17')
      .get('s')
      ?.map(({ on }) => on);
    expect(days).toEqual(['2017-07-03', '2017-07-02', '2017-07-01']);
    expect([phoneOf(registers, 's'), phoneOf(registers, 'other')]).toEqual(['2-31-07', '']);
  });
});

it('[BD4] counts by the day of submission how many had submitted, returned ones too; nothing without any', () => {
  const board = boardFor(
    aSchool('a', handedIn('2017-07-01')),
    aSchool('b', handedIn('2017-07-05', { state: 'returned', reason: 'нет актов' })),
    aSchool('c', handedIn('2017-07-05')),
    aSchool('d'),
  );
  expect(deliveriesByDay(board)).toMatchObject({
    kind: 'steps',
    days: [
      { day: '2017-07-01', count: 1 },
      { day: '2017-07-05', count: 3 },
    ],
    of: 4,
    due: '2017-07-10',
    alt: 'Сдали: 01.07.2017 1, 05.07.2017 3 из 4. Срок 10.07.2017.',
  });
  expect(deliveriesByDay(boardFor(aSchool('d')))).toBe(null);
});

it('[BD5] prints whom to call with the reason, the last contact, the last call and room to write', () => {
  const board = boardFor(
    aSchool('Кедровская ООШ', { contact: { devices: 0, lastSeen: null } }),
    aSchool('Озёрная СОШ', { answers: { 'K1-01': 'yes' }, contact: { lastSeen: '2017-06-30T08:00:00Z', unsent: 17 } }),
  );
  const noted = new Map([['Озёрная СОШ', [{ on: '2017-07-03', text: 'обещали' }]]]);
  const given = { board, noted, municipality: 'Округ', campaign: { title: 'Готовность' }, today: day.today };
  const phones: Readonly<Record<string, string>> = { 'Озёрная СОШ': '2-46-12' };
  const lines = linesOf(
    callList({ ...given, calls: callsOf(board, noted, day.today), phoneOf: (id) => phones[id] ?? '' }),
  );
  expect(lines).toContain('Округ. Готовность. Срок 10.07.2017, осталось 4\u00a0дня.');
  expect(lines).toContain(
    '1 | Кедровская ООШ\nул. Мира, 1\nтел. ____ | Не открывала: ответов нет. Код ни на одном устройстве не введён: выдать заново.\nНа связи не была ни разу. | ',
  );
  expect(lines.find((line) => line.startsWith('2 |'))).toBe(
    '2 | Озёрная СОШ\nул. Мира, 1\nтел. 2-46-12 | Молчит, заполнено 1 из 54, не отправлено 17. Предложить флешку.\nНа связи была 6\u00a0дней назад.\nЗвонили 03.07.2017: обещали | ',
  );
});
