import type { Enrolment } from '../sync/enrolment.ts';
import { type Below, type BelowParts, createBelow } from './below.ts';
import { createOffice, type OfficeParts } from './create-office.ts';
import type { Office } from './office.ts';

type Parts = Omit<BelowParts, 'place' | 'isOwn' | 'renewPlaces' | 'hasNoDevice'> &
  Omit<OfficeParts, 'enrolment' | 'below'> & {
    /** of a request */
    turnNonce: () => string;
  };

/** The office of the officer whose device this is; throws on any other device. */
export function openOffice(parts: Parts): { below: Below; office: Office } {
  const enrolment = parts.officer();
  if (enrolment?.role !== 'officer') throw new Error('an office on a device of no officer');
  const own = (): Enrolment => parts.officer() ?? enrolment;
  const below = createBelow({
    ...parts,
    nonce: parts.turnNonce,
    renewPlaces: (afresh) => parts.places.renew(afresh),
    hasNoDevice: (history) => parts.places.known.value?.devices.every(({ place }) => place !== history) ?? false,
    place: () => own().place.id,
    isOwn: (history) => history === own().own || own().histories.includes(history),
  });
  return { below, office: createOffice({ ...parts, enrolment, below }) };
}
