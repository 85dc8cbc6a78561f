import { type Generated, type Kysely, sql } from 'kysely';

/** The tables of the endpoint; every key of a history begins with its number, so histories never touch each other. */
export type Tables = {
  settings: { name: string; value: string };
  places: {
    id: string;
    kind: string;
    parent: string | null;
    name: string;
    short_name: string;
    address: string;
    /** order of first appearance */
    rank: number;
  };
  /** the counter rows: `last` and `chain` move under their lock only */
  histories: { no: Generated<number>; history: string; last: number; chain: string; start: string };
  revisions: {
    history: number;
    seq: number;
    /** canonical JSON of the revision without format and history */
    body: string;
    chain: string;
    srv_at: number;
    via: string;
    device: number | null;
    signature: string | null;
  };
  revision_ids: { history: number; id: string; seq: number };
  devices: {
    no: Generated<number>;
    id: string;
    place: string;
    role: string;
    label: string;
    public_key: string;
    token_hash: string;
    enrolled_at: number;
    seen_at: number;
    unsent: number;
    revoked_at: number | null;
  };
  codes: {
    selector: string;
    place: string;
    role: string;
    salt: string;
    hash: string;
    issued_at: number;
    expires_at: number;
    wrong: number;
    device: string | null;
    used_at: number | null;
  };
  /** wrong codes by address and hour */
  attempts: { address: string; hour: number; wrong: number };
  /** PV2: one row for every hash a revision names; salt and value null: they have not come, or were erased */
  private_values: { history: string; hash: string; campaign: string; salt: string | null; value: string | null };
  /** PV5: whom values were given to; `device`: its id, or the command of the endpoint's own machine */
  private_given: { at: number; device: string; place: string; role: string; history: string; count: number };
  /** PV3: hashes never to be kept again, whatever road they come by */
  erased_values: { history: string; hash: string };
  /** files nobody trusted, until an officer decides; named by the beginning of their hash */
  quarantine: {
    id: string;
    /** milliseconds since 1970 by the endpoint's clock */
    came_at: number;
    why: string;
    /** the maker's name for the device: a claim, for people only */
    label: string;
    revisions: number;
    /** the packed file in base64 */
    file: string;
  };
};

/** What the tables mean; an endpoint refuses a store of a newer one. */
export const schemaVersion = 1;

/** An engine's own words: for text compared byte by byte, for a key that numbers its rows itself, for the end of a table read only by its key. */
export type ColumnWords = { text: string; numbered: string; compact: string };

function statementsIn({ text, numbered, compact }: ColumnWords): string[] {
  const statements = [
    'create table if not exists settings (name text primary key, value text not null)',
    `create table if not exists places (id text primary key, kind text not null, parent text, name text not null,
      short_name text not null, address text not null, rank integer not null)`,
    `create table if not exists histories (no integer primary key, history text not null unique, last integer not null,
      chain text not null, start text not null)`,
    `create table if not exists revisions (history integer not null, seq integer not null, body text not null,
      chain text not null, srv_at bigint not null, via text not null, device integer, signature text,
      primary key (history, seq)) ${compact}`,
    `create table if not exists revision_ids (history integer not null, id text not null, seq integer not null,
      primary key (history, id)) ${compact}`,
    `create table if not exists devices (no integer primary key, id text not null unique, place text not null,
      role text not null, label text not null, public_key text not null, token_hash text not null unique,
      enrolled_at bigint not null, seen_at bigint not null, unsent integer not null, revoked_at bigint)`,
    'create index if not exists devices_by_place on devices (place)',
    `create table if not exists codes (selector text primary key, place text not null, role text not null,
      salt text not null, hash text not null, issued_at bigint not null, expires_at bigint not null,
      wrong integer not null, device text, used_at bigint)`,
    'create table if not exists attempts (address text not null, hour integer not null, wrong integer not null, primary key (address, hour))',
    `create table if not exists private_values (history text not null, hash text not null, campaign text not null,
      salt text, value text, primary key (history, hash)) ${compact}`,
    'create index if not exists private_values_by_campaign on private_values (campaign)',
    `create table if not exists private_given (at bigint not null, device text not null, place text not null,
      role text not null, history text not null, count integer not null)`,
    `create table if not exists erased_values (history text not null, hash text not null,
      primary key (history, hash)) ${compact}`,
    `create table if not exists quarantine (id text primary key, came_at bigint not null, why text not null,
      label text not null, revisions integer not null, file text not null)`,
  ];
  return statements.map((statement) =>
    statement.replaceAll('integer primary key', numbered).replaceAll(/\btext\b/g, text),
  );
}

const nameIn = (statement: string): string => /if not exists (\w+)/.exec(statement)?.[1] ?? '';

/** Every table there is, in the order they are created in. */
export const tableNames = statementsIn({ text: 'text', numbered: '', compact: '' })
  .filter((statement) => statement.startsWith('create table'))
  .map((statement) => nameIn(statement) as keyof Tables);

/** Creates what is missing, but for what the engine knows to be there; safe to run again. */
export async function createTables(
  db: Kysely<Tables>,
  words: ColumnWords,
  there: ReadonlySet<string> = new Set(),
): Promise<void> {
  for (const statement of statementsIn(words)) if (!there.has(nameIn(statement))) await sql.raw(statement).execute(db);
}
