import {
  groupRequests,
  type NotedRequest,
  requestsOf,
  type Vendor,
  type VendorGroup,
  vendorAnswerOf,
  vendorOf,
} from '../../../core/requests/vendor-requests.ts';
import { requestsTexts as texts } from '../../../texts/requests.ts';
import { type Office, useOffice } from '../../office/office.ts';
import { useView } from '../../use-view.ts';

export type RequestsView = {
  all: readonly NotedRequest[];
  groups: readonly VendorGroup[];
  /** schools whose histories are here, and those of them that wrote anything */
  schools: number;
  writing: number;
};

/** VR2: everything schools below and this office asked of vendors, with what was answered; `only`: of one vendor. */
export function useRequests(only: Vendor | null): RequestsView {
  const office = useOffice();
  return useView(() => viewOf(office, only), [office, only]);
}

function viewOf(office: Office, only: Vendor | null): RequestsView {
  const above = [office.publicHistory, ...office.places.value.filter(isAbove).map(({ id }) => `${id}:public`)];
  const published = [...new Set(above)].map((history) => office.registersOf(history).value);
  const noted = (history: string, from: NotedRequest['from']): NotedRequest[] =>
    requestsOf(office.registersOf(history).value).map((request) => ({
      ...request,
      from,
      answer: vendorAnswerOf(published, request.id),
    }));
  const schools = office.places.value.filter(({ kind }) => kind === 'school');
  const all = [
    ...schools.flatMap(({ id, shortName }) => noted(id, { id, name: shortName, isSchool: true })),
    ...noted(office.officeHistory, { id: office.place.id, name: texts.office.ownName, isSchool: false }),
  ].filter(({ system }) => only === null || vendorOf(system) === only);
  const writing = new Set(all.flatMap(({ from }) => (from.isSchool ? [from.id] : []))).size;
  return { all, groups: groupRequests(all), schools: schools.length, writing };
}

const isAbove = ({ kind }: { kind: string }): boolean => kind === 'municipality';
