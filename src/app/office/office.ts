import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Form } from '../../core/form/form.ts';
import type { Overlay } from '../../core/form/overlay.ts';
import type { PublishedForm } from '../../core/form/published-form.ts';
import type { Json } from '../../core/json.ts';
import type { Place } from '../../core/places/place.ts';
import type { Campaign } from '../../core/submission/campaigns.ts';
import type { Registers } from '../../core/submission/registers.ts';
import type { Revision } from '../../core/submission/revision.ts';
import type { Previous } from '../../core/verification/carry-over.ts';
import type { Standing } from '../../core/verification/standing.ts';

/** When and how a school was heard from. `road`: how its status came; null: it has said none. */
export type Contact = {
  /** ISO; null: none of its devices was ever seen, or the endpoint does not tell */
  lastSeen: string | null;
  /** what its devices had still to send when they were last heard from */
  unsent: number;
  /** OP4: since the endpoint was put back it may hold what the endpoint has lost */
  awaited: boolean;
  road: 'network' | 'file' | 'paper' | null;
  /** live ones */
  devices: number;
};

export type OfficeSchool = { place: Place; standing: Standing; contact: Contact };

/** What an officer brings without having said it himself: typed from a paper return, or taken from a file of answers. */
export type Brought = 'paper' | 'import';

/** Everything an officer's screen may use, beside the program. */
export type Office = {
  place: Place;
  /** of the subtree, his own first, in the order of the list */
  places: ReadonlySignal<readonly Place[]>;
  campaigns: ReadonlySignal<readonly Campaign[]>;
  /** the one on screen; null: none was announced, and schools are shown in the school year of today */
  campaign: ReadonlySignal<Campaign | null>;
  choose: (campaignId: string) => void;
  /** with the overlay of the campaign */
  form: ReadonlySignal<Form>;
  forms: {
    /** FP4: the scored form of a campaign as published, without what the campaign changes in it; reading it in a component follows it */
    published: (campaign: Pick<Campaign, 'forms' | 'formHash'>) => Form;
    /** with that */
    effective: (campaign: Campaign) => Form;
    /** the forms published here and above */
    all: ReadonlySignal<readonly PublishedForm[]>;
  };
  overlay: ReadonlySignal<Overlay | null>;
  /** those taking part whose history is here, in the order of the list; it grows while `progress` tells */
  schools: ReadonlySignal<readonly OfficeSchool[]>;
  /** while schools are loaded or computed; null: all is there */
  progress: ReadonlySignal<{ done: number; of: number } | null>;
  registersOf: (history: string) => ReadonlySignal<Registers>;
  revisionsOf: (history: string) => readonly Revision[];
  /** tells which histories changed, until the returned function is called */
  onChange: (tell: (changed: ReadonlySet<string>) => void) => () => void;
  /** whether what the device has of a history is read */
  isHere: (history: string) => boolean;
  /**
   * Writes one register of any history of the subtree; signed by this device when the rules ask for it. `seen`: ids of the heads
   * the officer had on screen; leave out to take today's. True once both copies have it; false also when it cannot be signed.
   */
  write: (history: string, path: string, value: Json, seen?: readonly string[]) => Promise<boolean>;
  /** the same for several registers of one history: all of them or none */
  writeAll: (history: string, entries: readonly { path: string; value: Json }[]) => Promise<boolean>;
  /** the same for what he only brings: all of it or nothing, and the history of every answer says so */
  bring: (brought: Brought, history: string, entries: readonly { path: string; value: Json }[]) => Promise<boolean>;
  publicHistory: string;
  officeHistory: string;
  /** what the last campaign left of a school (CO1); null: nothing is known of it */
  previousOf: (placeId: string) => Previous | null;
  /** when the endpoint last told of the schools, ISO; null: never */
  toldAt: ReadonlySignal<string | null>;
  /** OP4: places whose devices the endpoint has not heard from since it was put back, in the order of the list */
  awaited: ReadonlySignal<readonly Place[]>;
  /** a turn now, and the contacts asked anew */
  refresh: () => void;
};

export const OfficeContext = createContext<Office | null>(null);

/** The office a screen stands in. */
export function useOffice(): Office {
  const office = useContext(OfficeContext);
  if (!office) throw new Error('an officer’s screen outside the office');
  return office;
}
