import { sha256 } from '@noble/hashes/sha2.js';
import { officeHistoryOf } from '../../../core/access/access.ts';
import type { FileCampaign } from '../../../core/answers-file/file-campaign.ts';
import type { ColumnForm } from '../../../core/form/column-form.ts';
import { checkContextOf } from '../../../core/monitoring/check-context.ts';
import { type CheckedSchool, checkSchool } from '../../../core/monitoring/check-school.ts';
import {
  changedAfter,
  type PassedOn,
  passedOnPathOf,
  readPassedOn,
  rowsHash,
} from '../../../core/monitoring/passed-on.ts';
import type { Place } from '../../../core/places/place.ts';
import { isWithin, placeTreeOf } from '../../../core/places/place-tree.ts';
import { campaignsOf } from '../../../core/submission/campaigns.ts';
import type { Registers } from '../../../core/submission/registers.ts';
import { statusOf, statusPathOf } from '../../../core/submission/status.ts';
import { monitoringGiven } from '../../monitoring/monitoring-form.ts';
import type { Office } from '../../office/office.ts';
import { publishedAbove } from '../../office/published-above.ts';

type SchoolState = 'neverOpened' | 'filling' | 'submitted' | 'returned' | 'accepted';

export type SchoolLine = CheckedSchool & {
  place: Place;
  state: SchoolState;
  errors: number;
  warnings: number;
  hash: string;
};

/** What the rows of schools are made of; `published`: of the officer's own place and above. */
export type Lines = { office: Office; published: readonly Registers[]; form: ColumnForm; campaign: FileCampaign };

/** PN3: the rows of the schools below a place, as they stand on this device. */
export function schoolLines({ office, published, form, campaign }: Lines, belowId: string): SchoolLine[] {
  const places = office.places.value;
  const tree = placeTreeOf(places);
  const announced = office.campaigns.value.find(({ id }) => id === campaign.id);
  return places
    .filter(
      ({ id, kind }) => kind === 'school' && isWithin(tree, id, belowId) && (announced?.schools?.includes(id) ?? true),
    )
    .map((place) => {
      const registers = office.registersOf(place.id).value;
      const above = publishedAbove(office, place, published);
      const { id, asOf } = campaign;
      const asked = campaignsOf(above).find((one) => one.id === id) ?? { id, asOf };
      const context = checkContextOf({ form, campaign: asked, registers, published: above, schoolId: place.id });
      const checked = checkSchool(form, registers, id, { ...monitoringGiven, context });
      const said = statusOf(registers.get(statusPathOf(campaign.id)) ?? [])?.state;
      const wrong = checked.messages.filter(({ level }) => level === 'error').length;
      return {
        ...checked,
        place,
        state: said === undefined || said === 'draft' ? (checked.isBegun ? 'filling' : 'neverOpened') : said,
        errors: wrong + checked.twins.length,
        warnings: checked.messages.length - wrong,
        hash: rowsHash(registers, campaign.id, form.id, sha256),
      };
    });
}

/** What a municipality has passed on last, and which schools are not as they were then; null: nothing yet. */
export function passedOnBy(
  office: Office,
  municipalityId: string,
  campaignId: string,
  lines: readonly SchoolLine[],
): (PassedOn & { changed: readonly string[] }) | null {
  const registers = office.registersOf(officeHistoryOf(municipalityId)).value;
  const passed = readPassedOn(registers.get(passedOnPathOf(campaignId))?.[0]?.value ?? null);
  return (
    passed && { ...passed, changed: changedAfter(passed, new Map(lines.map(({ place, hash }) => [place.id, hash]))) }
  );
}

export const hasSubmitted = ({ state }: SchoolLine): boolean => state === 'submitted' || state === 'accepted';
