import type { Contacts } from '../private-values/contacts.ts';
import type { Enrolment } from './enrolment.ts';

/** Why nothing goes out now; each has its words, what is safe and what to do. */
export type DeliveryProblem =
  | 'no-server'
  | 'filter'
  | 'busy'
  | 'revoked'
  | 'no-device'
  | 'answer-broken'
  | 'not-this-place';

/** How far one revision has come. `srvAt`: when the endpoint took it, by its clock, milliseconds since 1970. */
export type Delivered =
  | { state: 'unsent' }
  | { state: 'sent' }
  /** `at`: ISO instant of the receipt, by the clock of whoever made it */
  | { state: 'by-file'; at: string }
  | { state: 'confirmed'; srvAt: number }
  | { state: 'refused'; why: string };

/** The truth about what the endpoint has seen; the header and the sending page show exactly this. */
export type Delivery = {
  enrolment: Enrolment | null;
  /** whether what was sent is known yet; before that everything counts as unsent */
  counted: boolean;
  /** own revisions the endpoint has not answered for, not counting refused ones */
  unsent: number;
  /** EV15: of the unsent ones, those a receipt says were handed over in a file; the endpoint itself has not answered for them */
  delivered: number;
  /** PV9: those not with the endpoint yet, counted apart from revisions */
  contacts: Contacts;
  /** of the last such receipt, ISO; null: there is none */
  deliveredAt: string | null;
  /** answered, not yet seen back in the chained history */
  sent: number;
  /** seen back: id and chain agreed */
  confirmed: number;
  /** the endpoint says why it does not take these */
  refused: readonly { id: string; why: string }[];
  /** a turn is under way */
  busy: boolean;
  problem: DeliveryProblem | null;
  /** HH:MM of the next try by itself; null: none is planned */
  nextTryAt: string | null;
  /** the last whole answer, as the device's clock told it; null: none in this session */
  answeredAt: string | null;
  /** of the last confirmation, kept between starts: ISO instant by the endpoint's clock; null: nothing was ever confirmed */
  confirmedAt: string | null;
  /** revisions the endpoint had confirmed and no longer knows: it was restored from a copy */
  forgotten: number;
};

/** What stands before anything was counted: that nothing was sent is the least one may say. */
export const notCountedYet = (enrolment: Enrolment | null, own: number): Delivery => ({
  enrolment,
  counted: false,
  unsent: own,
  delivered: 0,
  contacts: 'opening',
  deliveredAt: null,
  sent: 0,
  confirmed: 0,
  refused: [],
  busy: false,
  problem: null,
  nextTryAt: null,
  answeredAt: null,
  confirmedAt: null,
  forgotten: 0,
});
