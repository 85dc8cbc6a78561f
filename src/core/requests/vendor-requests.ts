import type { Json } from '../json.ts';
import { propertiesOf } from '../submission/answer.ts';
import type { Registers } from '../submission/registers.ts';

/** A wish or fault of a grade-book system, as a school or an officer noted it. */
export type VendorRequest = {
  id: string;
  /** of the dictionary of systems; empty: not chosen */
  system: string;
  kind: RequestKind;
  theme: RequestTheme;
  text: string;
  /** YYYY-MM-DD by the clock of the device */
  on: string;
};

const requestKinds = ['wish', 'fault'] as const;
type RequestKind = (typeof requestKinds)[number];

/** What schools ask vendors about; the first five were asked for at the seminar of November 2012. */
const requestThemes = [
  'timetable',
  'parentVisits',
  'subgroups',
  'dataTransfer',
  'planning',
  'signIn',
  'reports',
  'speed',
  'other',
] as const;
type RequestTheme = (typeof requestThemes)[number];

export const vendors = ['tes', 'dnevnikRu', 'irtech', 'other'] as const;
export type Vendor = (typeof vendors)[number];

/** What a vendor said to a request. `by`: YYYY-MM-DD, until when it is to be done. */
export type VendorAnswer = { text: string; by?: string };

export const requestPrefix = '-/request:';
export const requestPathOf = (id: string): string => requestPrefix + id;
/** In the public history of whoever brought the answer, so that the school below reads it. */
export const answerPathOf = (id: string): string => `-/request-answer:${id}`;

/** VR1: the requests of a history, the latest first; withdrawn ones and those without a word left out. */
export function requestsOf(registers: Registers): VendorRequest[] {
  const found = [...registers].flatMap(([path, heads]) => {
    const request = path.startsWith(requestPrefix) ? readRequest(path, heads[0]?.value ?? null) : null;
    return request && request.text !== '' ? [request] : [];
  });
  return found.sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? 1 : -1));
}

/** Null: withdrawn, or nothing that can be read. */
export function readRequest(path: string, value: Json): VendorRequest | null {
  if (value === null) return null;
  const { system, kind, theme, text, on } = propertiesOf(value);
  return {
    id: path.slice(requestPrefix.length),
    system: typeof system === 'string' ? system : '',
    kind: requestKinds.find((one) => one === kind) ?? 'wish',
    theme: requestThemes.find((one) => one === theme) ?? 'other',
    text: typeof text === 'string' ? text.trim() : '',
    on: typeof on === 'string' ? on : '',
  };
}

/** The vendor of a system; one the dictionary does not know belongs to the others. */
export const vendorOf = (system: string): Vendor =>
  system.startsWith('irtech') ? 'irtech' : (vendors.find((one) => one === system) ?? 'other');

/** VR4: what a vendor answered; of several places above the nearest one's word counts. */
export function vendorAnswerOf(published: readonly Registers[], id: string): VendorAnswer | null {
  for (const registers of published) {
    const { text, by } = propertiesOf(registers.get(answerPathOf(id))?.[0]?.value ?? null);
    if (typeof text === 'string' && text !== '') return { text, ...(typeof by === 'string' ? { by } : {}) };
  }
  return null;
}

export type NotedRequest = VendorRequest & {
  /** the school, or the office */
  from: { id: string; name: string; isSchool: boolean };
  answer: VendorAnswer | null;
};

export type ThemeGroup = { theme: RequestTheme; schools: number; requests: readonly NotedRequest[] };
export type VendorGroup = { vendor: Vendor; schools: number; themes: readonly ThemeGroup[] };

/** VR2: requests by vendor and theme, those most schools speak of first; a school counts once however much it wrote. */
export function groupRequests(all: readonly NotedRequest[]): VendorGroup[] {
  return vendors
    .flatMap((vendor): VendorGroup[] => {
      const own = all.filter(({ system }) => vendorOf(system) === vendor);
      if (own.length === 0) return [];
      const themes = requestThemes
        .flatMap((theme): ThemeGroup[] => {
          const requests = own.filter((one) => one.theme === theme);
          return requests.length === 0 ? [] : [{ theme, schools: schoolsIn(requests), requests }];
        })
        .sort((a, b) => b.schools - a.schools || b.requests.length - a.requests.length);
      return [{ vendor, schools: schoolsIn(own), themes }];
    })
    .sort((a, b) => b.schools - a.schools);
}

const schoolsIn = (requests: readonly NotedRequest[]): number =>
  new Set(requests.flatMap(({ from }) => (from.isSchool ? [from.id] : []))).size;
