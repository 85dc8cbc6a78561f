import { canonicalJson, type Json } from '../../core/json.ts';
import type { Place } from '../../core/places/place.ts';
import { propertiesOf } from '../../core/submission/answer.ts';
import type { Campaign } from '../../core/submission/campaigns.ts';
import type { Registers } from '../../core/submission/registers.ts';
import { type Revision, type Sha256, utf8 } from '../../core/submission/revision.ts';
import { unpackIds } from '../../core/submission/snapshot.ts';

/** A frozen report, as its register tells of it; `readVersion` makes the report out of it again. */
export type Version = {
  number: number;
  /** SHA-256 of the ReportDocument, hexadecimal */
  hash: string;
  /** the revision that froze it: who, when by that device's clock */
  frozen: Revision;
  /** YYYY-MM-DD */
  reportDate: string;
  campaign: Campaign;
  municipality: Place;
  region: Place | null;
  /** schools expected, each frozen in a register of its own */
  expected: number;
  /** how many of them had sent their answers */
  submitted: number;
  /** id of the form, and SHA-256 of its effective texts and figures */
  form: { id: string; hash: string };
  /** beginnings of the ids of the overlay's heads, and of the officer's sentences and settings */
  overlay: ReadonlySet<string>;
  office: ReadonlySet<string>;
};

export const versionPathOf = (campaignId: string, number: number): string => `${campaignId}/report/version:${number}`;

/** Where one school of a version is frozen. */
export const frozenSchoolPathOf = (campaignId: string, number: number, placeId: string): string =>
  `${versionPathOf(campaignId, number)}/${placeId}`;

/** RE5: SHA-256 of the one text of a value, hexadecimal; equal reports have equal hashes on every device. */
export function hashOfValue(value: unknown, sha256: Sha256): string {
  const bytes = sha256(utf8(canonicalJson(withoutUndefined(value))));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const withoutUndefined = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

/** RE4: the versions of a campaign's report, newest first; two officers who froze the same number apart made two. */
export function versionsOf(officeRegisters: Registers, campaignId: string): Version[] {
  const prefix = `${campaignId}/report/version:`;
  const found: Version[] = [];
  for (const [path, heads] of officeRegisters) {
    const number = path.startsWith(prefix) ? path.slice(prefix.length) : '';
    if (!/^[1-9]\d{0,3}$/.test(number)) continue;
    for (const head of heads) {
      const version = readFrozen(Number(number), head);
      if (version) found.push(version);
    }
  }
  return found.sort((a, b) => b.number - a.number || (a.hash < b.hash ? -1 : 1));
}

/** The number the next version gets. */
export const nextVersionNumber = (versions: readonly Version[]): number => (versions[0]?.number ?? 0) + 1;

function readFrozen(number: number, frozen: Revision): Version | null {
  const { hash, reportDate, campaign, municipality, region, expected, submitted, form, overlay, office } = propertiesOf(
    frozen.value,
  );
  const { id, hash: formHash } = propertiesOf(form ?? null);
  if (typeof hash !== 'string' || typeof reportDate !== 'string' || typeof expected !== 'number') return null;
  if (typeof id !== 'string' || typeof formHash !== 'string' || !isPlace(municipality)) return null;
  return {
    number,
    hash,
    frozen,
    reportDate,
    // written by `freezeVersion` and signed; nothing but this program reads it
    campaign: campaign as unknown as Campaign,
    municipality,
    region: isPlace(region) ? region : null,
    expected,
    submitted: typeof submitted === 'number' ? submitted : 0,
    form: { id, hash: formHash },
    overlay: unpackIds(overlay) ?? new Set(),
    office: unpackIds(office) ?? new Set(),
  };
}

/** Whether a value is a place as a version holds it. */
export function isPlace(value: Json | undefined): value is Place {
  const { id, kind, name, shortName } = propertiesOf(value ?? null);
  return [id, kind, name, shortName].every((part) => typeof part === 'string');
}
